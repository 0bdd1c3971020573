package travel.opslayer.payment.till;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.Sql;

/**
 * Money that shall go back. A refund is withdrawn or started, never both: each step is taken from
 * the state that it needs, once.
 */
@Singleton
public final class Refunds {

  private final RefundRepository rows;
  private final Payments payments;

  Refunds(RefundRepository rows, Payments payments) {
    this.rows = rows;
    this.payments = payments;
  }

  /**
   * The same id again, or the same money, is the same refund, whoever asks at the same time.
   *
   * @param minor how much of what was paid on the page
   */
  public Repayment ask(
      Sql sql,
      int tenant,
      UUID id,
      Payment payment,
      Attempt attempt,
      long minor,
      String reason,
      Instant now) {
    return rows.ask(sql, tenant, id, payment, attempt, minor, reason, now);
  }

  /**
   * A part of what was paid on one page. No more goes back than came, whoever asks.
   *
   * @param amount in minor units of what was paid
   */
  public Repayment askPart(
      Sql sql, int tenant, UUID id, Payment payment, Attempt attempt, long amount, Instant now) {
    return rows.askPart(sql, tenant, id, payment, attempt, amount, Repayment.CANCELLED, now);
  }

  /** A page on which something was paid. */
  public record Page(Payment payment, Attempt attempt) {}

  /** The newest page of a booking from which as much can still go back. */
  public Optional<Page> page(Sql sql, int tenant, String booking, long minor) {
    var before = rows.ofBooking(sql, tenant, booking);
    return payments.ofBooking(sql, tenant, booking).reversed().stream()
        .flatMap(
            payment ->
                payments.attempts(sql, tenant, payment).reversed().stream()
                    .map(it -> new Page(payment, it)))
        .filter(it -> left(it, before) >= minor)
        .findFirst();
  }

  private static long left(Page page, List<Repayment> before) {
    var attempt = page.attempt();
    var paid = attempt.paid();
    if (paid == null || !attempt.isPaid()) {
      return 0;
    }
    var back =
        before.stream()
            .filter(Repayment::counts)
            .filter(it -> it.payment().equals(page.payment().code()))
            .filter(it -> it.number() == attempt.number())
            .mapToLong(it -> it.amount().minor())
            .sum();
    return paid.minor() - Math.max(back, attempt.refunded()); // some went back at the provider
  }

  /** A part of what was paid on one page, which a colleague wants to give back. */
  public Repayment askGoodwill(
      Sql sql, int tenant, UUID id, Payment payment, Attempt attempt, long amount, Instant now) {
    return rows.askPart(sql, tenant, id, payment, attempt, amount, Repayment.GOODWILL, now);
  }

  /** Those of a booking, whatever became of them. */
  public List<Repayment> ofBooking(Sql sql, int tenant, String booking) {
    return rows.ofBooking(sql, tenant, booking);
  }

  public List<Repayment> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return rows.byCodes(sql, tenant, codes);
  }

  public Optional<Repayment> byCode(Sql sql, int tenant, String code) {
    return rows.byCodes(sql, tenant, List.of(code)).stream().findFirst();
  }

  /** How much of a page goes back or went back by wish of ours, in minor units. */
  public long started(Sql sql, int tenant, Payment payment, Attempt attempt) {
    return rows.started(sql, tenant, payment, attempt);
  }

  /** Those of these people that are asked for and not decided. */
  public List<Repayment> askedOf(Sql sql, int tenant, Collection<UUID> people) {
    return rows.askedOf(sql, tenant, people);
  }

  /** It may start. Empty when it is not asked for any more. */
  public Optional<Repayment> approve(Sql sql, int tenant, Repayment refund, Instant now) {
    return rows.move(sql, tenant, refund, Repayment.ASKED, Repayment.APPROVED, now);
  }

  public Optional<Repayment> withdraw(Sql sql, int tenant, Repayment refund, Instant now) {
    return rows.move(sql, tenant, refund, Repayment.ASKED, Repayment.WITHDRAWN, now);
  }

  public Optional<Repayment> reject(Sql sql, int tenant, Repayment refund, Instant now) {
    return rows.move(sql, tenant, refund, Repayment.ASKED, Repayment.REJECTED, now);
  }
}
