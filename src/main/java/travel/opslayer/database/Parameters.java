package travel.opslayer.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a Java value becomes a parameter of a statement. */
final class Parameters {

  private Parameters() {}

  static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case String it -> statement.setString(index, it);
      case Integer it -> statement.setInt(index, it);
      case Long it -> statement.setLong(index, it);
      case Boolean it -> statement.setBoolean(index, it);
      case Instant it -> statement.setObject(index, moment(it));
      case LocalDate it -> statement.setObject(index, it);
      case UUID it -> statement.setObject(index, it);
      case byte[] it -> statement.setBytes(index, it);
      case SqlArray it -> statement.setArray(index, it.in(statement.getConnection()));
      default -> throw refused(value);
    }
  }

  /** PostgreSQL keeps microseconds, and texts and binary values are not rounded alike. */
  static OffsetDateTime moment(Instant value) {
    return value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static IllegalArgumentException refused(Object value) {
    return new IllegalArgumentException(
        "A value of this kind cannot be stored (%s). Maybe give its code as text."
            .formatted(value.getClass().getSimpleName()));
  }
}
