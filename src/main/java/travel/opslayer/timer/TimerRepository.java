package travel.opslayer.timer;

import java.time.Instant;
import travel.opslayer.database.Database;

/** Looks into the table of db-scheduler. */
final class TimerRepository {

  private final Database database;

  TimerRepository(Database database) {
    this.database = database;
  }

  boolean runs(int tenant, String name, String subject) {
    return database.global(
        sql ->
            sql.one(
                    """
                    SELECT true AS runs FROM scheduled_tasks
                    WHERE task_name = ? AND task_instance >= ? AND task_instance < ? LIMIT 1
                    """,
                    row -> row.bool("runs"),
                    Timers.TASK,
                    Timer.of(tenant, name, subject) + '|',
                    Timer.of(tenant, name, subject) + '}')
                .orElse(false));
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
}
