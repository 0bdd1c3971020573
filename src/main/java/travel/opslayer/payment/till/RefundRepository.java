package travel.opslayer.payment.till;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TryAgain;
import travel.opslayer.payment.Money;

/** The table {@code refunds}. */
@Singleton
final class RefundRepository {

  private static final String SELECT =
      """
      SELECT r.id, r.code, p.code AS payment, r.number, r.booking, r.person_id, r.lane,
        r.amount_minor, r.currency, r.reason, r.state, r.ended_at
      FROM refunds r JOIN payments p ON p.tenant_id = r.tenant_id AND p.id = r.payment_id
      WHERE r.tenant_id = ?
      """;

  Repayment ask(
      Sql sql,
      int tenant,
      UUID id,
      Payment payment,
      Attempt attempt,
      long minor,
      String reason,
      Instant now) {
    var before = of(sql, tenant, id, payment, attempt);
    if (before.isPresent()) {
      return before.get();
    }
    add(sql, tenant, id, payment, attempt, minor, reason, now);
    // Somebody else may have asked since: then theirs is the one that there is.
    return of(sql, tenant, id, payment, attempt)
        .orElseThrow(() -> new TryAgain("A refund was asked for by somebody else."));
  }

  private static void add(
      Sql sql,
      int tenant,
      UUID id,
      Payment payment,
      Attempt attempt,
      long minor,
      String reason,
      Instant now) {
    sql.update(
        """
        INSERT INTO refunds (tenant_id, id, code, payment_id, number, booking, person_id, lane,
          amount_minor, currency, reason, state, created_at, try_after)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'asked', ?, ?) ON CONFLICT DO NOTHING
        """,
        tenant,
        id,
        NumberRepository.next(sql, tenant, "RF"),
        payment.id(),
        attempt.number(),
        payment.booking(),
        payment.person(),
        HexFormat.of().parseHex(payment.lane()),
        minor,
        Objects.requireNonNull(attempt.paid()).currency(),
        reason,
        now,
        now);
  }

  private static Optional<Repayment> of(
      Sql sql, int tenant, UUID id, Payment payment, Attempt attempt) {
    return sql.one(
        SELECT
            + "AND (r.id = ? OR r.payment_id = ? AND r.number = ? AND r.reason NOT IN ('cancelled',"
            + " 'goodwill') AND r.state NOT IN ('failed', 'withdrawn', 'rejected')) ORDER BY r.id"
            + " <> ? LIMIT 1",
        RefundRepository::refund,
        tenant,
        id,
        payment.id(),
        attempt.number(),
        id);
  }

  /** The same id again is the same refund. */
  Repayment askPart(
      Sql sql,
      int tenant,
      UUID id,
      Payment payment,
      Attempt attempt,
      long minor,
      String reason,
      Instant now) {
    var before = sql.one(SELECT + "AND r.id = ?", RefundRepository::refund, tenant, id);
    if (before.isPresent()) {
      return before.get();
    }
    add(sql, tenant, id, payment, attempt, minor, reason, now);
    return sql.list(SELECT + "AND r.id = ?", RefundRepository::refund, tenant, id).getFirst();
  }

  List<Repayment> ofBooking(Sql sql, int tenant, String booking) {
    return sql.list(
        SELECT + "AND r.booking = ? ORDER BY r.created_at, r.code",
        RefundRepository::refund,
        tenant,
        booking);
  }

  List<Repayment> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND r.code = ANY(?)",
            RefundRepository::refund,
            tenant,
            Sql.array("text", codes));
  }

  long started(Sql sql, int tenant, Payment payment, Attempt attempt) {
    return sql.list(
            """
            SELECT coalesce(sum(amount_minor), 0)::bigint AS started FROM refunds
            WHERE tenant_id = ? AND payment_id = ? AND number = ?
              AND state IN ('approved', 'pending', 'done')
            """,
            row -> row.longValue("started"),
            tenant,
            payment.id(),
            attempt.number())
        .getFirst();
  }

  List<Repayment> askedOf(Sql sql, int tenant, Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND r.person_id = ANY(?) AND r.state = 'asked' ORDER BY r.created_at, r.code",
            RefundRepository::refund,
            tenant,
            Sql.array("uuid", people));
  }

  Optional<Repayment> move(
      Sql sql, int tenant, Repayment refund, String from, String to, Instant now) {
    var moved =
        sql.update(
            """
            UPDATE refunds SET state = ?, try_after = ?, tries = 0,
              ended_at = CASE WHEN ? IN ('done', 'failed', 'withdrawn', 'rejected') THEN ?::timestamptz END
            WHERE tenant_id = ? AND id = ? AND state = ?
            """,
            to,
            now,
            to,
            now,
            tenant,
            refund.id(),
            from);
    return moved == 0
        ? Optional.empty()
        : byCodes(sql, tenant, List.of(refund.code())).stream().findFirst();
  }

  /**
   * Those that a provider shall be asked about now; others leave them alone for a minute, and for
   * longer the more often it was tried.
   */
  List<Repayment> take(Sql sql, int tenant, Instant now) {
    var codes =
        sql.list(
            """
            UPDATE refunds SET tries = tries + 1,
              try_after = ?::timestamptz + least(interval '1 hour', interval '1 minute' * 2 ^ least(tries, 9))
            WHERE tenant_id = ? AND id IN (
              SELECT id FROM refunds WHERE tenant_id = ? AND state IN ('approved', 'pending')
                AND try_after <= ? ORDER BY try_after LIMIT 20 FOR UPDATE SKIP LOCKED)
            RETURNING code
            """,
            row -> row.text("code"),
            now,
            tenant,
            tenant,
            now);
    return byCodes(sql, tenant, codes);
  }

  private static Repayment refund(Row row) {
    return new Repayment(
        row.uuid("id"),
        row.text("code"),
        row.text("payment"),
        row.integer("number"),
        row.text("booking"),
        row.uuid("person_id"),
        HexFormat.of().formatHex(row.bytes("lane")),
        new Money(row.longValue("amount_minor"), row.text("currency")),
        row.text("reason"),
        row.text("state"),
        row.instantOrNull("ended_at"));
  }
}
