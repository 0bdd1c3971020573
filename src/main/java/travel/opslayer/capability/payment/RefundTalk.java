package travel.opslayer.capability.payment;

import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.payment.till.Repayment;
import travel.opslayer.reply.Money;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.travelcore.selling.Booking;

/** What texts about money that goes back may say. */
@Singleton
final class RefundTalk {

  private final Paying paying;
  private final BookingTalk talk;

  RefundTalk(Paying paying, BookingTalk talk) {
    this.paying = paying;
    this.talk = talk;
  }

  ActionResult about(ActionCall call, Repayment refund) {
    var amount = new Money(refund.amount().minor(), refund.amount().currency());
    var result =
        ActionResult.about(refund.code())
            .telling("customer", refund.person())
            .with("refund", refund.code())
            .with("refundAmount", amount)
            .with("refundState", refund.state())
            .with("refundReason", refund.reason());
    return paying
        .booking(call.sql(), call.tenant(), refund.booking())
        .map(it -> result.with(talk.about(call, it)).with("rest", rest(call, it)))
        .orElse(result);
  }

  /** What they have yet to pay when all that came is kept. */
  private Money rest(ActionCall call, Booking booking) {
    var balance = paying.balance(call.sql(), call.tenant(), booking);
    return new Money(
        Math.max(0, balance.priceMinor(booking) - balance.keptMinor()), booking.currency());
  }
}
