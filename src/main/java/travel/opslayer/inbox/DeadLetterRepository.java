package travel.opslayer.inbox;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Channels;
import travel.opslayer.channel.MalformedPayload;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Database;
import travel.opslayer.message.InboundEvent;

/** The table {@code dead_letters}: what could not be read or answered, until its cause is gone. */
@Singleton
final class DeadLetterRepository {

  private final Database database;
  private final LaneRepository lanes;
  private final InboxWriter writer;
  private final Channels channels;
  private final Vault vault;
  private final InstantSource clock;

  DeadLetterRepository(
      Database database,
      LaneRepository lanes,
      InboxWriter writer,
      Channels channels,
      Vault vault,
      InstantSource clock) {
    this.database = database;
    this.lanes = lanes;
    this.writer = writer;
    this.channels = channels;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * An open one.
   *
   * @param place of the event that nobody could read; null when it was the whole body
   */
  private record Letter(
      UUID id, String channel, String kind, @Nullable Integer place, byte @Nullable [] body) {

    boolean isTurn() {
      return kind.equals(Kept.Kind.MESSAGE.word) || kind.equals(Kept.Kind.TIMER.word);
    }
  }

  /**
   * Puts an event back in line, with all its tries; or reads a body once more.
   *
   * @return false when it is no open letter, or cannot be read still
   */
  boolean replay(int tenant, UUID id) {
    var letter = find(tenant, id);
    if (letter.isEmpty()) {
      return false;
    }
    var again = letter.get().isTurn() ? revive(tenant, id) : read(tenant, letter.get());
    writer.ring();
    return again;
  }

  private Optional<Letter> find(int tenant, UUID id) {
    return database.read(
        tenant,
        sql ->
            sql.one(
                """
                SELECT d.channel, coalesce(i.kind, '') AS kind, coalesce(i.place, -1) AS place,
                       b.body
                FROM dead_letters d
                LEFT JOIN inbox i ON i.tenant_id = d.tenant_id AND i.id = d.inbox_id
                LEFT JOIN webhook_bodies b
                  ON b.tenant_id = d.tenant_id AND b.id = d.body_id AND b.received_at = d.body_at
                WHERE d.tenant_id = ? AND d.id = ? AND d.state = 'open'
                """,
                row ->
                    new Letter(
                        id,
                        row.text("channel"),
                        row.text("kind"),
                        row.integer("place") < 0 ? null : row.integer("place"),
                        row.bytesOrNull("body")),
                tenant,
                id));
  }

  private boolean revive(int tenant, UUID event) {
    return database.write(
        tenant,
        sql -> {
          var revived =
              sql.list(
                  """
                  UPDATE inbox SET state = 'new', attempts = 0
                  WHERE tenant_id = ? AND id = ? AND state = 'dead' RETURNING lane
                  """,
                  row -> row.bytes("lane"),
                  tenant,
                  event);
          lanes.ring(sql, tenant, revived, clock.instant());
          return !revived.isEmpty() && close(tenant, event);
        });
  }

  /** All of the body is stored once more: what was heard of it before is known and stays. */
  private boolean read(int tenant, Letter letter) {
    var line = channels.of(letter.channel());
    if (letter.body() == null) {
      return false;
    }
    try {
      var body = vault.open(tenant, "webhook_bodies.body", letter.body());
      var events = line.channel().parse(body);
      if (isUnreadable(events, letter.place())) {
        return false;
      }
      writer.keep(line, body, events);
      return close(tenant, letter.id());
    } catch (MalformedPayload e) {
      return false;
    }
  }

  private static boolean isUnreadable(List<InboundEvent> events, @Nullable Integer place) {
    return place != null
        && (place >= events.size() || events.get(place) instanceof InboundEvent.Unreadable);
  }

  private boolean close(int tenant, UUID id) {
    return database.write(
            tenant,
            sql ->
                sql.update(
                    "UPDATE dead_letters SET state = 'replayed' WHERE tenant_id = ? AND id = ?",
                    tenant,
                    id))
        > 0;
  }
}
