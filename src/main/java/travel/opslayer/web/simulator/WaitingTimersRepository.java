package travel.opslayer.web.simulator;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import travel.opslayer.database.Database;

/** Reads the timers that wait, from the names of their rows. */
@Singleton
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
final class WaitingTimersRepository {

  private final Database database;

  WaitingTimersRepository(Database database) {
    this.database = database;
  }

  /** A timer that waits for {@code at}. */
  record Waiting(String name, String subject, Instant at) {}

  List<Waiting> next(int tenant, int most) {
    return database.global(
        sql ->
            sql.list(
                """
                SELECT split_part(task_instance, '|', 2) AS name,
                       split_part(task_instance, '|', 3) AS subject, execution_time
                FROM scheduled_tasks
                WHERE split_part(task_instance, '|', 1) = ?
                ORDER BY execution_time LIMIT ?
                """,
                row ->
                    new Waiting(
                        row.text("name"), row.text("subject"), row.instant("execution_time")),
                Integer.toString(tenant),
                most));
  }
}
