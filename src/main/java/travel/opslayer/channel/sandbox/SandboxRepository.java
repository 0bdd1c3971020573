package travel.opslayer.channel.sandbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  /** What a phone has sent. */
  record Sent(byte[] sealed, @Nullable Long size) {

    @Override
    public String toString() {
      return "sent";
    }
  }

  void keep(String id, byte[] sealed, @Nullable Long size) {
    database.global(
        sql ->
            sql.update(
                "INSERT INTO sandbox_media (id, sealed, size) VALUES (?, ?, ?) ON CONFLICT DO"
                    + " NOTHING",
                id,
                sealed,
                size));
  }

  Optional<Sent> sent(String id) {
    return database.global(
        sql ->
            sql.one(
                "SELECT sealed, size FROM sandbox_media WHERE id = ?",
                row -> new Sent(row.bytes("sealed"), row.longOrNull("size")),
                id));
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
