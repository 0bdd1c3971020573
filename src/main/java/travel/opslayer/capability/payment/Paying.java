package travel.opslayer.capability.payment;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;
import travel.opslayer.payment.till.Attempt;
import travel.opslayer.payment.till.Payment;
import travel.opslayer.payment.till.Payments;
import travel.opslayer.payment.till.Refunds;
import travel.opslayer.payment.till.Repayment;
import travel.opslayer.travelcore.selling.Balance;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Entry;
import travel.opslayer.travelcore.selling.Ledger;

/** Finds what is meant by the codes of payments and refunds. */
@Singleton
final class Paying {

  private final Payments payments;
  private final Refunds refunds;
  private final Bookings bookings;
  private final Ledger ledger;

  Paying(Payments payments, Refunds refunds, Bookings bookings, Ledger ledger) {
    this.payments = payments;
    this.refunds = refunds;
    this.bookings = bookings;
    this.ledger = ledger;
  }

  /** A payment, the page that is news, and the booking that it is for. */
  record Meant(Payment payment, Attempt attempt, Booking booking, Balance balance) {

    /** Whether this sum was paid before, on another page or another day. */
    boolean again() {
      return payment.state().equals(Payment.PAID);
    }

    boolean currencyFits() {
      var paid = attempt.paid();
      return paid != null && paid.currency().equals(booking.currency());
    }

    /** What has come since the last time. */
    long paidMinor() {
      return attempt.freshMinor();
    }

    boolean exact() {
      return payment.amount().equals(attempt.paid());
    }

    /** How much more than the booking costs was paid with it. */
    long excess() {
      return currencyFits()
          ? Math.max(0, balance.keptMinor() + paidMinor() - balance.priceMinor(booking))
          : 0;
    }

    /** What nobody asked for: all of it when it came before, else what is more than the price. */
    long spare() {
      return again() || Booking.ENDED.contains(booking.state()) || excess() == 0
          ? paidMinor()
          : Math.min(excess(), paidMinor());
    }

    boolean covers() {
      return currencyFits() && balance.keptMinor() + paidMinor() >= booking.depositMinor();
    }
  }

  /**
   * @param subject such as PAY-7.1
   */
  Optional<Meant> meant(Sql sql, int tenant, @Nullable String subject) {
    if (subject == null || !subject.matches("PAY-\\d{1,9}\\.\\d{1,6}")) {
      return Optional.empty();
    }
    var dot = subject.indexOf('.');
    var number = Integer.parseInt(subject.substring(dot + 1));
    return payments
        .byCode(sql, tenant, subject.substring(0, dot))
        .flatMap(
            payment ->
                payments.attempts(sql, tenant, payment).stream()
                    .filter(it -> it.number() == number)
                    .findFirst()
                    .flatMap(it -> with(sql, tenant, payment, it)));
  }

  private Optional<Meant> with(Sql sql, int tenant, Payment payment, Attempt attempt) {
    return bookings
        .byCode(sql, tenant, payment.booking())
        .map(it -> new Meant(payment, attempt, it, balance(sql, tenant, it)));
  }

  Balance balance(Sql sql, int tenant, Booking booking) {
    return ledger
        .balance(sql, tenant, booking.id())
        .orElseGet(() -> new Balance(booking.currency(), 0, 0, 0));
  }

  Optional<Booking> booking(Sql sql, int tenant, String code) {
    return bookings.byCode(sql, tenant, code);
  }

  Optional<Repayment> refund(Sql sql, int tenant, String code) {
    return refunds.byCode(sql, tenant, code);
  }

  /** How much of it went back that nobody here has agreed to, such as by hand at the provider. */
  long outside(Sql sql, int tenant, Meant meant) {
    var attempt = meant.attempt();
    var ours = refunds.started(sql, tenant, meant.payment(), attempt);
    var known =
        ledger.entries(sql, tenant, meant.booking().id()).stream()
            .filter(it -> it.reference().startsWith(outside(attempt)))
            .mapToLong(Entry::amountMinor)
            .sum();
    return meant.currencyFits() ? Math.max(0, attempt.refunded() - ours - known) : 0;
  }

  /** How the ledger calls what went back so. */
  static String outside(Attempt attempt) {
    return "outside:" + attempt.code() + ":";
  }

  /** Of these people the refunds that they wait for, in one look. */
  Map<UUID, List<Repayment>> refundsOf(Sql sql, int tenant, Collection<UUID> people) {
    return refunds.askedOf(sql, tenant, people).stream()
        .collect(Collectors.groupingBy(Repayment::person));
  }

  /** Is any page of the booking's payments being paid on? */
  boolean pending(Sql sql, int tenant, Booking booking) {
    return payments.ofBooking(sql, tenant, booking.code()).stream()
        .flatMap(it -> payments.attempts(sql, tenant, it).stream())
        .anyMatch(it -> it.status().equals("processing"));
  }
}
