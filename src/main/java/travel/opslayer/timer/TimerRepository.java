package travel.opslayer.timer;

import java.time.Instant;
import travel.opslayer.database.Database;

/** Looks into the table of db-scheduler. */
final class TimerRepository {

  private final Database database;

  TimerRepository(Database database) {
    this.database = database;
  }

  long due(Instant now) {
    return database.global(
        sql ->
            sql.one(
                    "SELECT count(*) AS n FROM scheduled_tasks WHERE execution_time <= ?",
                    row -> row.longValue("n"),
                    now)
                .orElse(0L));
  }

  /** Nobody is at work on a timer any more. */
  void forgetPicks() {
    database.global(
        sql ->
            sql.update(
                """
                UPDATE scheduled_tasks SET picked = false, picked_by = NULL, last_heartbeat = NULL,
                  version = version + 1
                WHERE picked
                """));
  }
}
