package travel.opslayer.payment.till;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.payment.Checkout;
import travel.opslayer.payment.GatewayState;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.till.Attempt.Noted;

/** The table {@code payment_checkouts}. */
@Singleton
final class AttemptRepository {

  private static final String ATTEMPTS =
      """
      SELECT p.code AS payment, c.number, c.provider, c.key, c.expires_at, c.provider_ref, c.status,
        c.paid_minor, c.paid_currency, c.payment_ref, c.refunded_minor, c.noted, c.noted_paid,
        c.noted_refunded
      FROM payment_checkouts c
      JOIN payments p ON p.tenant_id = c.tenant_id AND p.id = c.payment_id
      WHERE c.tenant_id = ?
      """;

  List<Attempt> attempts(Sql sql, int tenant, Payment payment) {
    return sql.list(
        ATTEMPTS + "AND c.payment_id = ? ORDER BY c.number",
        AttemptRepository::read,
        tenant,
        payment.id());
  }

  Optional<Attempt> attempt(Sql sql, int tenant, String provider, String ref) {
    return sql.one(
        ATTEMPTS + "AND c.provider = ? AND c.provider_ref = ?",
        AttemptRepository::read,
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
        UPDATE payment_checkouts SET noted = ?, noted_paid = ?, noted_refunded = ?
        WHERE tenant_id = ? AND payment_id = ? AND number = ?
        """,
        attempt.status(),
        attempt.paidMinor(),
        attempt.refunded(),
        tenant,
        payment.id(),
        attempt.number());
  }

  /**
   * What the provider says now, when status or sums are new. What was paid stays paid: an answer
   * that is older than the one before it changes nothing.
   *
   * @return how many changes there were by now; empty when this is none
   */
  Optional<Integer> seen(Sql sql, int tenant, Attempt attempt, GatewayState state, Instant now) {
    return sql.one(
        """
        UPDATE payment_checkouts c SET changes = c.changes + 1, status = ?, paid_minor = ?,
          paid_currency = ?, refunded_minor = ?, payment_ref = coalesce(?, payment_ref), looked_at = ?
        FROM payments p
        WHERE c.tenant_id = ? AND p.tenant_id = c.tenant_id AND p.id = c.payment_id
          AND p.code = ? AND c.number = ?
          AND (c.status, c.paid_minor, c.refunded_minor) IS DISTINCT FROM (?, ?, ?)
          AND c.paid_minor <= ? AND c.refunded_minor <= ?
          AND NOT (c.status IN ('paid', 'refunded') AND ? NOT IN ('paid', 'refunded'))
          AND NOT (c.status = 'refunded' AND ? = 'paid')
          AND NOT (c.status IN ('failed', 'expired', 'cancelled', 'partially_paid')
            AND ? IN ('open', 'processing'))
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
        state.paid().minor(),
        state.refunded().minor(),
        state.paid().minor(),
        state.refunded().minor(),
        state.status().word(),
        state.status().word(),
        state.status().word());
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
          c.status, c.paid_minor, c.paid_currency, c.payment_ref, c.refunded_minor, c.noted,
          c.noted_paid, c.noted_refunded
        FROM taken c JOIN payments p ON p.tenant_id = c.tenant_id AND p.id = c.payment_id
        """,
        AttemptRepository::read,
        tenant,
        opened,
        looked,
        now);
  }

  /**
   * Pages on which nobody shall pay any more; others leave them alone for a minute, and for longer
   * the more often it was tried.
   */
  List<Attempt> leftOpen(Sql sql, int tenant, Instant now) {
    return sql.list(
        """
        WITH due AS (
          SELECT c.tenant_id, c.payment_id, c.number FROM payment_checkouts c
          JOIN payments p ON p.tenant_id = c.tenant_id AND p.id = c.payment_id
          WHERE c.tenant_id = ? AND p.state IN ('cancelled', 'expired', 'paid')
            AND c.status IN ('open', 'new', 'failed') AND c.provider_ref IS NOT NULL
            AND (c.looked_at IS NULL OR c.looked_at <= ?::timestamptz
              - least(interval '1 hour', interval '1 minute' * 2 ^ least(c.closings - 1, 9)))
          ORDER BY c.looked_at NULLS FIRST LIMIT 20 FOR UPDATE OF c SKIP LOCKED),
        taken AS (
          UPDATE payment_checkouts c SET looked_at = ?, closings = closings + 1 FROM due
          WHERE c.tenant_id = due.tenant_id AND c.payment_id = due.payment_id
            AND c.number = due.number
          RETURNING c.*)
        SELECT p.code AS payment, c.number, c.provider, c.key, c.expires_at, c.provider_ref,
          c.status, c.paid_minor, c.paid_currency, c.payment_ref, c.refunded_minor, c.noted,
          c.noted_paid, c.noted_refunded
        FROM taken c JOIN payments p ON p.tenant_id = c.tenant_id AND p.id = c.payment_id
        """,
        AttemptRepository::read,
        tenant,
        now,
        now);
  }

  private static Attempt read(Row row) {
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
        row.longValue("refunded_minor"),
        new Noted(row.text("noted"), row.longValue("noted_paid"), row.longValue("noted_refunded")));
  }
}
