package travel.opslayer.payment.till;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;

/** The table {@code payment_events}. */
@Singleton
final class EventRepository {

  /** An event as it came. False when it came before. */
  boolean keep(Sql sql, int tenant, String provider, Event event, byte[] body, Instant now) {
    return sql.update(
            """
            INSERT INTO payment_events (tenant_id, provider, event_id, provider_ref, payment, body,
              happened_at, received_at, try_after)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            tenant,
            provider,
            event.id(),
            event.ref(),
            event.payment(),
            body,
            event.at(),
            now,
            now)
        > 0;
  }

  /**
   * What an event says about where to look.
   *
   * @param at when it happened by the provider's clock, as far as it tells
   */
  record Event(
      String provider,
      String id,
      @Nullable String ref,
      @Nullable String payment,
      @Nullable Instant at) {}

  /** Others leave them alone for a minute, and for longer the more often it was tried. */
  List<Event> events(Sql sql, int tenant, Instant now) {
    return sql.list(
        """
        UPDATE payment_events SET tries = tries + 1,
          try_after = ?::timestamptz + least(interval '1 hour', interval '1 minute' * 2 ^ least(tries, 9))
        WHERE tenant_id = ? AND (provider, event_id) IN (
          SELECT provider, event_id FROM payment_events
          WHERE tenant_id = ? AND looked_at IS NULL AND try_after <= ?
          ORDER BY try_after LIMIT 50 FOR UPDATE SKIP LOCKED)
        RETURNING provider, event_id, provider_ref, payment
        """,
        row ->
            new Event(
                row.text("provider"),
                row.text("event_id"),
                row.textOrNull("provider_ref"),
                row.textOrNull("payment"),
                null),
        now,
        tenant,
        tenant,
        now);
  }

  void done(Sql sql, int tenant, Event event, Instant now) {
    sql.update(
        """
        UPDATE payment_events SET looked_at = ?
        WHERE tenant_id = ? AND provider = ? AND event_id = ?
        """,
        now,
        tenant,
        event.provider(),
        event.id());
  }

  long unlooked(Sql sql, int tenant) {
    return sql.list(
            "SELECT count(*) AS n FROM payment_events WHERE tenant_id = ? AND looked_at IS NULL",
            row -> row.longValue("n"),
            tenant)
        .getFirst();
  }
}
