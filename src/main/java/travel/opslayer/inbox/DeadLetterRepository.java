package travel.opslayer.inbox;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Database;

/** The table {@code dead_letters}. */
@Singleton
final class DeadLetterRepository {

  private final Database database;

  DeadLetterRepository(Database database) {
    this.database = database;
  }

  /**
   * A letter with its body, as it is stored.
   *
   * @param event of the inbox; null when the whole body could not be read
   * @param unreadable whether the event never was more than an element that nobody could read
   * @param place of the event in the body
   */
  record Letter(
      String channel,
      @Nullable UUID event,
      boolean unreadable,
      @Nullable Integer place,
      byte @Nullable [] body) {

    @Override
    public String toString() {
      return "dead letter of " + channel;
    }
  }

  Letter get(int tenant, UUID id) {
    return database.read(
        tenant,
        sql ->
            sql.one(
                    """
                    SELECT d.channel, d.inbox_id, i.place, b.body,
                           coalesce(i.kind = 'unreadable', false) AS unreadable
                    FROM dead_letters d
                    LEFT JOIN inbox i ON i.tenant_id = d.tenant_id AND i.id = d.inbox_id
                    LEFT JOIN webhook_bodies b ON b.tenant_id = d.tenant_id AND b.id = d.body_id
                      AND b.received_at = d.body_at
                    WHERE d.tenant_id = ? AND d.id = ?
                    """,
                    row ->
                        new Letter(
                            row.text("channel"),
                            row.uuidOrNull("inbox_id"),
                            row.bool("unreadable"),
                            row.integerOrNull("place"),
                            row.bytesOrNull("body")),
                    tenant,
                    id)
                .orElseThrow(
                    () -> new IllegalArgumentException("No dead letter (%s).".formatted(id))));
  }

  void replayed(int tenant, UUID id) {
    database.change(
        tenant,
        sql ->
            sql.update(
                "UPDATE dead_letters SET state = 'replayed' WHERE tenant_id = ? AND id = ?",
                tenant,
                id));
  }
}
