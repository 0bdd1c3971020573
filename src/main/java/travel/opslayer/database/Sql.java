package travel.opslayer.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Statements inside a transaction. Values go in by {@code ?} and are never part of the text; a list
 * of them is one array, for statements that read or write many rows at once with {@code unnest}.
 */
public final class Sql {

  private final Connection connection;

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
    try (var statement = prepare(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw DatabaseFailure.of(sql, e);
    }
  }

  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
    try (var statement = prepare(sql, values);
        var results = statement.executeQuery()) {
      var row = new Row(results);
      var list = new ArrayList<T>();
      while (results.next()) {
        list.add(reader.read(row));
      }
      return list;
    } catch (SQLException e) {
      throw DatabaseFailure.of(sql, e);
    }
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
    return connection;
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    var bound = false;
    try {
      for (var i = 0; i < values.length; i++) {
        Parameters.bind(statement, i + 1, values[i]);
      }
      bound = true;
      return statement;
    } finally {
      if (!bound) {
        statement.close();
      }
    }
  }
}
