package travel.opslayer.channel.sandbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.Database;

/** What the sandbox's phones show, and how far its clock was moved. */
@Singleton
public final class SandboxRepository {

  private final Database database;

  SandboxRepository(Database database) {
    this.database = database;
  }

  void show(UUID message, String kind) {
    database.global(
        sql ->
            sql.update(
                "INSERT INTO sandbox_phones (message_id, kind) VALUES (?, ?) ON CONFLICT DO"
                    + " NOTHING",
                message,
                kind));
  }

  /** How far the clock was moved, from the machine's. */
  public Optional<Duration> ahead() {
    return database.global(
        sql ->
            sql.one(
                "SELECT ahead FROM sandbox_clock",
                row -> Duration.ofMillis(row.longValue("ahead"))));
  }

  /** A restart finds the clock where it was. */
  public void moved(Duration ahead) {
    database.global(
        sql ->
            sql.update(
                """
                INSERT INTO sandbox_clock (id, ahead) VALUES (1, ?)
                ON CONFLICT (id) DO UPDATE SET ahead = excluded.ahead
                """,
                ahead.toMillis()));
  }
}
