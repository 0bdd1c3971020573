package travel.opslayer.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row that is being read. A column that may be empty is asked for by {@code …OrNull}; the other
 * methods take an empty one for a mistake.
 */
public final class Row {

  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  public UUID uuid(String column) {
    return present(column, uuidOrNull(column));
  }

  public @Nullable UUID uuidOrNull(String column) {
    return get(column, UUID.class);
  }

  public String text(String column) {
    return present(column, textOrNull(column));
  }

  public @Nullable String textOrNull(String column) {
    return ask(column, results::getString);
  }

  public Instant instant(String column) {
    return present(column, instantOrNull(column));
  }

  public @Nullable Instant instantOrNull(String column) {
    var moment = get(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  public byte[] bytes(String column) {
    return present(column, bytesOrNull(column));
  }

  public byte @Nullable [] bytesOrNull(String column) {
    return ask(column, results::getBytes);
  }

  public int integer(String column) {
    return present(column, integerOrNull(column));
  }

  public @Nullable Integer integerOrNull(String column) {
    return ask(column, it -> unlessNull(results.getInt(it)));
  }

  public long longValue(String column) {
    return present(column, longOrNull(column));
  }

  public @Nullable Long longOrNull(String column) {
    return ask(column, it -> unlessNull(results.getLong(it)));
  }

  public boolean bool(String column) {
    return present(column, boolOrNull(column));
  }

  public @Nullable Boolean boolOrNull(String column) {
    return ask(column, it -> unlessNull(results.getBoolean(it)));
  }

  public LocalDate date(String column) {
    return present(column, dateOrNull(column));
  }

  public @Nullable LocalDate dateOrNull(String column) {
    return get(column, LocalDate.class);
  }

  /** The elements of a column of the type text[]. */
  public List<String> texts(String column) {
    return List.of(present(column, ask(column, it -> (String[]) results.getArray(it).getArray())));
  }

  private <T> @Nullable T get(String column, Class<T> type) {
    return ask(column, it -> results.getObject(it, type));
  }

  private <T> @Nullable T unlessNull(T value) throws SQLException {
    return results.wasNull() ? null : value;
  }

  private static <T> @Nullable T ask(String column, Getter<T> getter) {
    try {
      return getter.get(column);
    } catch (SQLException e) {
      throw DatabaseFailure.of("Reading the column " + column, e);
    }
  }

  private static <T> T present(String column, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException(
          "The column (%s) is empty. Maybe ask for it with OrNull.".formatted(column));
    }
    return value;
  }

  private interface Getter<T> {
    @Nullable T get(String column) throws SQLException;
  }
}
