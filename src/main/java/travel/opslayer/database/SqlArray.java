package travel.opslayer.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Many values as one parameter; made by {@link Sql#array}. */
public final class SqlArray {

  private final String type;
  private final @Nullable Object[] elements;

  private SqlArray(String type, @Nullable Object[] elements) {
    this.type = type;
    this.elements = elements;
  }

  // The driver sends typed Java arrays in binary, which is cheap; the others go as text.
  static SqlArray of(String type, Collection<? extends @Nullable Object> values) {
    return switch (type) {
      case "text" -> new SqlArray("text", values.toArray(new @Nullable String[0]));
      case "int" -> new SqlArray("int4", values.toArray(new @Nullable Integer[0]));
      case "bigint" -> new SqlArray("int8", values.toArray(new @Nullable Long[0]));
      case "boolean" -> new SqlArray("bool", values.toArray(new @Nullable Boolean[0]));
      case "bytea" -> new SqlArray("bytea", values.toArray(new byte @Nullable [0][]));
      case "uuid", "date" -> new SqlArray(type, values.toArray());
      case "timestamptz" -> new SqlArray(type, values.stream().map(SqlArray::moment).toArray());
      default ->
          throw new IllegalArgumentException(
              "There is no array of this type (%s). Maybe text with a cast in the statement."
                  .formatted(type));
    };
  }

  private static @Nullable Object moment(@Nullable Object value) {
    return value instanceof Instant it ? Parameters.moment(it) : value;
  }

  Array in(Connection connection) throws SQLException {
    return connection.createArrayOf(type, elements);
  }
}
