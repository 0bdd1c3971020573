package travel.opslayer.capability.booking.change;

import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.till.Attempt;
import travel.opslayer.payment.till.Payment;
import travel.opslayer.payment.till.Payments;
import travel.opslayer.payment.till.Refunds;
import travel.opslayer.payment.till.Repayment;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Entry;
import travel.opslayer.travelcore.selling.Ledger;
import travel.opslayer.travelcore.selling.Ledger.Posting;

/** The money of a change: the fee that stays, and what goes back the way it came. */
@Singleton
final class ChangeMoney {

  private final Ledger ledger;
  private final Payments payments;
  private final Refunds refunds;

  ChangeMoney(Ledger ledger, Payments payments, Refunds refunds) {
    this.ledger = ledger;
    this.payments = payments;
    this.refunds = refunds;
  }

  void fee(ActionCall call, Booking booking, long minor) {
    if (minor > 0) {
      var posting =
          new Posting(
              booking.id(),
              Entry.FEE,
              minor,
              booking.currency(),
              "%s fee %s".formatted(booking.code(), call.id("fee")));
      var posted = ledger.post(call.sql(), SaleTalk.command(call, "fee"), posting);
      if (posted.done().isEmpty()) {
        throw new IllegalStateException("A fee cannot be written down.");
      }
    }
  }

  /** Links to pay what is not owed any more are over; whoever owes something gets another. */
  void closeLinks(ActionCall call, Booking booking) {
    payments.ofBooking(call.sql(), call.tenant(), booking.code()).stream()
        .filter(Payment::isOpen)
        .forEach(it -> payments.move(call.sql(), call.tenant(), it, Payment.CANCELLED));
  }

  /** Of the newest payments first. What came another way goes back by hand: {@code byHand}. */
  ActionResult giveBack(ActionCall call, Booking booking, long minor, ActionResult result) {
    var left = minor;
    var before = refunds.ofBooking(call.sql(), call.tenant(), booking.code());
    for (var payment : payments.ofBooking(call.sql(), call.tenant(), booking.code()).reversed()) {
      for (var attempt : payments.attempts(call.sql(), call.tenant(), payment).reversed()) {
        var part = Math.min(left, available(payment, attempt, before, booking));
        if (part > 0) {
          var refund =
              refunds.askPart(
                  call.sql(),
                  call.tenant(),
                  call.id("refund " + attempt.code()),
                  payment,
                  attempt,
                  part,
                  call.now());
          left -= part;
          result = result.with("refund", refund.code()).then(Repayment.ASKED_EVENT, refund.code());
        }
      }
    }
    return result.with("byHand", ChangeTalk.money(left, booking));
  }

  private static long available(
      Payment payment, Attempt attempt, List<Repayment> before, Booking booking) {
    var paid = attempt.paid();
    if (paid == null || !attempt.isPaid() || !paid.currency().equals(booking.currency())) {
      return 0;
    }
    var back =
        before.stream()
            .filter(Repayment::counts)
            .filter(it -> it.payment().equals(payment.code()) && it.number() == attempt.number())
            .map(Repayment::amount)
            .mapToLong(Money::minor)
            .sum();
    return paid.minor() - Math.max(back, attempt.refunded()); // some went back at the provider
  }
}
