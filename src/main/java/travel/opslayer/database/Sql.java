package travel.opslayer.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Statements inside a transaction. Values go in by {@code ?} and are never part of the text; a list
 * of them is one array, for statements that read or write many rows at once with {@code unnest}.
 */
public final class Sql {

  private static final IntConsumer ANY = count -> {};

  private final Connection connection;
  private final List<Waiting> waiting = new ArrayList<>();

  /** A statement that is not on its way yet. */
  private record Waiting(String text, @Nullable Object[] values, IntConsumer counted) {}

  Sql(Connection connection) {
    this.connection = connection;
  }

  /**
   * A list of values as one parameter.
   *
   * @param type the elements' type in PostgreSQL: text, int, bigint, boolean, uuid, bytea,
   *     timestamptz or date
   */
  public static SqlArray array(String type, Collection<? extends @Nullable Object> values) {
    return SqlArray.of(type, values);
  }

  /** Returns how many rows were written. */
  public int update(String sql, @Nullable Object... values) {
    var written = new int[1];
    later(count -> written[0] = count, sql, values);
    flush();
    return written[0];
  }

  /**
   * A write that nobody waits for. It leaves together with the next statement, at the latest before
   * the commit: many of them are one round trip.
   */
  public void later(String sql, @Nullable Object... values) {
    later(ANY, sql, values);
  }

  /**
   * The same, for a write that must have touched so and so many rows.
   *
   * @param counted hears how many, and throws when the transaction must not be committed
   */
  public void later(IntConsumer counted, String sql, @Nullable Object... values) {
    waiting.add(new Waiting(sql, values, counted));
  }

  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
    later(sql, values);
    var list = new ArrayList<T>();
    run(
        statement -> {
          try (var results = statement.getResultSet()) {
            var row = new Row(results);
            while (results.next()) {
              list.add(reader.read(row));
            }
          }
        });
    return list;
  }

  /** The only row, if there is one; more than one is a mistake in the statement. */
  public <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... values) {
    var list = list(sql, reader, values);
    if (list.size() > 1) {
      throw new IllegalStateException(
          "More than one row (%d) answers: %s".formatted(list.size(), sql.strip()));
    }
    return list.stream().findFirst();
  }

  /** For what these methods cannot say. It belongs to the transaction: never close or commit it. */
  public Connection connection() {
    flush();
    return connection;
  }

  /** Sends what waits. */
  void flush() {
    if (!waiting.isEmpty()) {
      run(statement -> {});
    }
  }

  /** All that waits in one round trip; the last statement is read by {@code last}. */
  private void run(Reading last) {
    var all = List.copyOf(waiting);
    waiting.clear();
    try (var statement = prepare(all)) {
      statement.execute();
      for (var i = 0; i < all.size(); i++) {
        if (i > 0) {
          statement.getMoreResults();
        }
        all.get(i).counted().accept(statement.getUpdateCount());
      }
      last.read(statement);
    } catch (SQLException e) {
      throw DatabaseFailure.of(text(all), e);
    }
  }

  private PreparedStatement prepare(List<Waiting> all) throws SQLException {
    var statement = connection.prepareStatement(text(all));
    var bound = false;
    try {
      var index = 0;
      for (var it : all) {
        for (var value : it.values()) {
          Parameters.bind(statement, ++index, value);
        }
      }
      bound = true;
      return statement;
    } finally {
      if (!bound) {
        statement.close();
      }
    }
  }

  private static String text(List<Waiting> all) {
    return all.size() == 1
        ? all.getFirst().text()
        : String.join(";\n", all.stream().map(Waiting::text).toList());
  }

  private interface Reading {
    void read(PreparedStatement statement) throws SQLException;
  }
}
