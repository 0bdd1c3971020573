package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import travel.opslayer.database.Database;

/** Partitions: made ahead, month by month, for the tables that grow. */
@Singleton
final class RoomRepository {

  private static final int MONTHS = 4;

  private final Database database;

  RoomRepository(Database database) {
    this.database = database;
  }

  /** From the month of {@code now} on; those that are there stay. */
  void makeAhead(Instant now) {
    database.global(
        sql ->
            sql.list(
                "SELECT make_partitions(?, ?) IS NULL AS made",
                row -> row.bool("made"),
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                MONTHS));
  }
}
