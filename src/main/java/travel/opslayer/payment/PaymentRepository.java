package travel.opslayer.payment;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TryAgain;
import travel.opslayer.payment.Payments.Request;

/** The tables {@code payments}, {@code payment_checkouts} and {@code payment_events}. */
@Singleton
final class PaymentRepository {

  private static final String SELECT =
      """
      SELECT id, code, booking, person_id, lane, kind, amount_minor, currency, description,
        language, state, expires_at, checkouts, version
      FROM payments WHERE tenant_id = ?
      """;

  private static final String ATTEMPTS =
      """
      SELECT p.code AS payment, c.number, c.provider, c.key, c.expires_at, c.provider_ref, c.status,
        c.paid_minor, c.paid_currency, c.payment_ref, c.noted
      FROM payment_checkouts c
      JOIN payments p ON p.tenant_id = c.tenant_id AND p.id = c.payment_id
      WHERE c.tenant_id = ?
      """;

  static String next(Sql sql, int tenant, String series) {
    var number =
        sql.list(
                """
                INSERT INTO core.numbers AS n (tenant_id, series, last) VALUES (?, ?, 1)
                ON CONFLICT (tenant_id, series) DO UPDATE SET last = n.last + 1 RETURNING last
                """,
                row -> row.longValue("last"),
                tenant,
                series)
            .getFirst();
    return series + "-" + number;
  }

  Payment ask(Sql sql, int tenant, UUID id, Request request, byte[] link, Instant now) {
    var before = sql.one(SELECT + "AND id = ?", PaymentRepository::payment, tenant, id);
    if (before.isPresent()) {
      return before.get();
    }
    sql.update(
        """
        INSERT INTO payments (tenant_id, id, code, booking, person_id, lane, kind, amount_minor,
          currency, description, language, state, link, expires_at, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'link_sent', ?, ?, ?)
        """,
        tenant,
        id,
        next(sql, tenant, "PAY"),
        request.booking(),
        request.person(),
        HexFormat.of().parseHex(request.lane()),
        request.kind(),
        request.amount().minor(),
        request.amount().currency(),
        request.description(),
        request.language(),
        link,
        request.expiresAt(),
        now);
    return sql.list(SELECT + "AND id = ?", PaymentRepository::payment, tenant, id).getFirst();
  }

  Optional<Payment> byLink(Sql sql, int tenant, byte[] link) {
    return sql.one(SELECT + "AND link = ?", PaymentRepository::payment, tenant, link);
  }

  List<Payment> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND code = ANY(?)",
            PaymentRepository::payment,
            tenant,
            Sql.array("text", codes));
  }

  List<Payment> ofBookings(Sql sql, int tenant, Collection<String> bookings) {
    return sql.list(
        SELECT + "AND booking = ANY(?) ORDER BY created_at, code",
        PaymentRepository::payment,
        tenant,
        Sql.array("text", bookings));
  }

  Payment move(Sql sql, int tenant, Payment payment, String state) {
    var moved =
        sql.update(
            """
            UPDATE payments SET state = ?, version = version + 1
            WHERE tenant_id = ? AND id = ? AND version = ?
            """,
            state,
            tenant,
            payment.id(),
            payment.version());
    if (moved == 0) {
      throw new TryAgain("A payment was changed by somebody else.");
    }
    return byCodes(sql, tenant, List.of(payment.code())).getFirst();
  }

  List<Attempt> attempts(Sql sql, int tenant, Payment payment) {
    return sql.list(
        ATTEMPTS + "AND c.payment_id = ? ORDER BY c.number",
        PaymentRepository::attempt,
        tenant,
        payment.id());
  }

  Optional<Attempt> attempt(Sql sql, int tenant, String provider, String ref) {
    return sql.one(
        ATTEMPTS + "AND c.provider = ? AND c.provider_ref = ?",
        PaymentRepository::attempt,
        tenant,
        provider,
        ref);
  }

  Attempt open(Sql sql, int tenant, Payment payment, String provider, Instant until, Instant now) {
    var number =
        sql.list(
                """
                UPDATE payments SET checkouts = checkouts + 1
                WHERE tenant_id = ? AND id = ? RETURNING checkouts
                """,
                row -> row.integer("checkouts"),
                tenant,
                payment.id())
            .getFirst();
    sql.update(
        """
        INSERT INTO payment_checkouts (tenant_id, payment_id, number, provider, key, expires_at,
          opened_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        payment.id(),
        number,
        provider,
        payment.code() + "-v" + number,
        until,
        now);
    return attempts(sql, tenant, payment).get(number - 1);
  }

  void opened(
      Sql sql, int tenant, Payment payment, Attempt attempt, Checkout checkout, byte[] url) {
    sql.update(
        """
        UPDATE payment_checkouts SET provider_ref = ?, url = ?,
          status = CASE status WHEN 'new' THEN 'open' ELSE status END,
          noted = CASE noted WHEN 'new' THEN 'open' ELSE noted END
        WHERE tenant_id = ? AND payment_id = ? AND number = ?
        """,
        checkout.providerRef(),
        url,
        tenant,
        payment.id(),
        attempt.number());
  }

  Optional<byte[]> url(Sql sql, int tenant, Payment payment, Attempt attempt) {
    return sql.one(
        """
        SELECT url FROM payment_checkouts
        WHERE tenant_id = ? AND payment_id = ? AND number = ? AND url IS NOT NULL
        """,
        row -> row.bytes("url"),
        tenant,
        payment.id(),
        attempt.number());
  }

  void noted(Sql sql, int tenant, Payment payment, Attempt attempt) {
    sql.update(
        """
        UPDATE payment_checkouts SET noted = ?
        WHERE tenant_id = ? AND payment_id = ? AND number = ?
        """,
        attempt.status(),
        tenant,
        payment.id(),
        attempt.number());
  }

  /**
   * What the provider says now. What was paid stays paid: an answer that is older than the one
   * before it changes nothing.
   *
   * @return how many changes there were by now; empty when this is none
   */
  Optional<Integer> seen(Sql sql, int tenant, Attempt attempt, GatewayState state, Instant now) {
    return sql.one(
        """
        UPDATE payment_checkouts c SET changes = c.changes + 1, status = ?, paid_minor = ?, paid_currency = ?,
          refunded_minor = ?, payment_ref = coalesce(?, payment_ref), looked_at = ?
        FROM payments p
        WHERE c.tenant_id = ? AND p.tenant_id = c.tenant_id AND p.id = c.payment_id
          AND p.code = ? AND c.number = ? AND c.status IS DISTINCT FROM ?
          AND NOT (c.status IN ('paid', 'refunded') AND ? NOT IN ('paid', 'refunded'))
        RETURNING c.changes
        """,
        row -> row.integer("changes"),
        state.status().word(),
        state.paid().minor(),
        state.paid().currency(),
        state.refunded().minor(),
        state.paymentRef(),
        now,
        tenant,
        attempt.payment(),
        attempt.number(),
        state.status().word(),
        state.status().word());
  }

  void looked(Sql sql, int tenant, Attempt attempt, Instant now) {
    sql.update(
        """
        UPDATE payment_checkouts c SET looked_at = ? FROM payments p
        WHERE c.tenant_id = ? AND p.tenant_id = c.tenant_id AND p.id = c.payment_id
          AND p.code = ? AND c.number = ?
        """,
        now,
        tenant,
        attempt.payment(),
        attempt.number());
  }

  /** Those that no webhook has spoken of for a while; others leave them alone meanwhile. */
  List<Attempt> overdue(Sql sql, int tenant, Instant opened, Instant looked, Instant now) {
    return sql.list(
        """
        WITH due AS (
          SELECT tenant_id, payment_id, number FROM payment_checkouts
          WHERE tenant_id = ? AND status IN ('new', 'open', 'processing', 'partially_paid')
            AND provider_ref IS NOT NULL AND opened_at <= ?
            AND (looked_at IS NULL OR looked_at <= ?)
          ORDER BY looked_at NULLS FIRST LIMIT 20 FOR UPDATE SKIP LOCKED),
        taken AS (
          UPDATE payment_checkouts c SET looked_at = ? FROM due
          WHERE c.tenant_id = due.tenant_id AND c.payment_id = due.payment_id
            AND c.number = due.number
          RETURNING c.*)
        SELECT p.code AS payment, c.number, c.provider, c.key, c.expires_at, c.provider_ref,
          c.status, c.paid_minor, c.paid_currency, c.payment_ref, c.noted
        FROM taken c JOIN payments p ON p.tenant_id = c.tenant_id AND p.id = c.payment_id
        """,
        PaymentRepository::attempt,
        tenant,
        opened,
        looked,
        now);
  }

  /** Pages on which nobody shall pay any more. */
  List<Attempt> leftOpen(Sql sql, int tenant) {
    return sql.list(
        ATTEMPTS
            + """
            AND p.state IN ('cancelled', 'expired', 'paid') AND c.status IN ('open', 'new')
            AND c.provider_ref IS NOT NULL ORDER BY c.opened_at LIMIT 20
            """,
        PaymentRepository::attempt,
        tenant);
  }

  /** An event as it came. False when it came before. */
  boolean keep(Sql sql, int tenant, String provider, Event event, byte[] body, Instant now) {
    return sql.update(
            """
            INSERT INTO payment_events (tenant_id, provider, event_id, provider_ref, payment, body,
              received_at, try_after)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            tenant,
            provider,
            event.id(),
            event.ref(),
            event.payment(),
            body,
            now,
            now)
        > 0;
  }

  /** What an event says about where to look. */
  record Event(String provider, String id, @Nullable String ref, @Nullable String payment) {}

  List<Event> events(Sql sql, int tenant, Instant now, Instant again) {
    return sql.list(
        """
        UPDATE payment_events SET try_after = ? WHERE tenant_id = ? AND (provider, event_id) IN (
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
                row.textOrNull("payment")),
        again,
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

  private static Payment payment(Row row) {
    return new Payment(
        row.uuid("id"),
        row.text("code"),
        row.text("booking"),
        row.uuid("person_id"),
        HexFormat.of().formatHex(row.bytes("lane")),
        row.text("kind"),
        new Money(row.longValue("amount_minor"), row.text("currency")),
        row.text("description"),
        row.text("language"),
        row.text("state"),
        row.instant("expires_at"),
        row.integer("checkouts"),
        row.integer("version"));
  }

  private static Attempt attempt(Row row) {
    var currency = row.textOrNull("paid_currency");
    return new Attempt(
        row.text("payment"),
        row.integer("number"),
        row.text("provider"),
        row.text("key"),
        row.instant("expires_at"),
        row.textOrNull("provider_ref"),
        row.text("status"),
        currency == null ? null : new Money(row.longValue("paid_minor"), currency),
        row.textOrNull("payment_ref"),
        row.text("noted"));
  }
}
