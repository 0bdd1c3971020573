package travel.opslayer.capability.payment;

import jakarta.inject.Singleton;
import java.time.Duration;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.payment.till.Payment;
import travel.opslayer.payment.till.Payments;
import travel.opslayer.payment.till.Refunds;
import travel.opslayer.payment.till.Repayment;
import travel.opslayer.reply.Money;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Entry;
import travel.opslayer.travelcore.selling.Ledger;
import travel.opslayer.travelcore.selling.Ledger.Posting;

/** Where money is counted. */
@Singleton
final class Till {

  /** The event that a late payment got its seats after all. */
  static final String KIT_EVENT = "kit_due";

  /** The reason of the rules when only what is more than the price goes back. */
  private static final String EXCESS = "excess";

  private static final Duration HELD_AGAIN = Duration.ofMinutes(10);

  private final Paying paying;
  private final Payments payments;
  private final Refunds refunds;
  private final Core core;
  private final BookingTalk talk;
  private final SaleTalk sale;

  /** The books of the travel core. */
  @Singleton
  record Core(Bookings bookings, Ledger ledger, Leads leads) {}

  Till(
      Paying paying,
      Payments payments,
      Refunds refunds,
      Core core,
      BookingTalk talk,
      SaleTalk sale) {
    this.paying = paying;
    this.payments = payments;
    this.refunds = refunds;
    this.core = core;
    this.talk = talk;
    this.sale = sale;
  }

  ActionResult take(ActionCall call, String line) {
    var found = paying.meant(call.sql(), call.tenant(), call.asked().subject());
    if (found.isEmpty()) {
      return ActionResult.about(null).refusing("refused/nobody_permits");
    }
    var meant = found.get();
    payments.noted(call.sql(), call.tenant(), meant.payment(), meant.attempt());
    if (meant.paidMinor() > 0 && meant.currencyFits()) {
      post(call, meant);
    }
    var outside = paying.outside(call.sql(), call.tenant(), meant);
    if (outside > 0) {
      postOutside(call, meant, outside);
    }
    var booking = settle(call, meant);
    movePayment(call, meant.payment());
    var result = talk.about(call, booking).with("payment", meant.payment().code());
    var paid = meant.attempt().paid();
    result =
        result
            .with("came", paid == null ? null : new Money(meant.paidMinor(), paid.currency()))
            .with("outside", outside > 0 ? new Money(outside, booking.currency()) : null)
            .with("state", booking.stateAt(call.now()))
            .with("confirmed", booking.state().equals(Booking.CONFIRMED) ? "yes" : null)
            .with("missing", missing(call, booking));
    result = giveBack(call, meant, booking, result);
    if (isLate(meant, booking, call)) {
      result = result.then(KIT_EVENT, booking.code());
    }
    return result.noting("payment", line);
  }

  /** Confirmed although it came too late: what follows a booking is told by itself. */
  private static boolean isLate(Paying.Meant meant, Booking booking, ActionCall call) {
    return booking.state().equals(Booking.CONFIRMED)
        && meant.booking().stateAt(call.now()).equals(Booking.EXPIRED);
  }

  /** Named by the provider's payment, so that it is counted once, whoever brings it. */
  private void post(ActionCall call, Paying.Meant meant) {
    core.ledger()
        .post(
            call.sql(),
            SaleTalk.command(call, "post"),
            new Posting(
                meant.booking().id(),
                Entry.PAYMENT,
                meant.paidMinor(),
                meant.booking().currency(),
                meant.attempt().provider() + ":" + meant.attempt().paymentRef() + part(meant)));
  }

  /** A page may be paid in parts: each is counted by what came before it. */
  private static String part(Paying.Meant meant) {
    var before = meant.attempt().noted().paid();
    return before == 0 ? "" : "+" + before;
  }

  private void postOutside(ActionCall call, Paying.Meant meant, long minor) {
    core.ledger()
        .post(
            call.sql(),
            SaleTalk.command(call, "outside"),
            new Posting(
                meant.booking().id(),
                Entry.REFUND,
                minor,
                meant.booking().currency(),
                Paying.outside(meant.attempt()) + meant.attempt().refunded()));
  }

  /** The booking in the state that the rules send it to, as far as there are seats. */
  private Booking settle(ActionCall call, Paying.Meant meant) {
    var booking = meant.booking();
    if (!Moves.declares(call, "booking", Booking.CONFIRMED)) {
      return awaited(call, meant);
    }
    var held =
        booking.stateAt(call.now()).equals(Booking.EXPIRED)
            ? core.bookings()
                .renew(
                    call.sql(),
                    SaleTalk.command(call, "renew"),
                    booking,
                    call.now().plus(HELD_AGAIN))
            : new CoreResult.Done<>(booking);
    var confirmed =
        held.then(it -> core.bookings().confirm(call.sql(), SaleTalk.command(call, "confirm"), it));
    confirmed.done().ifPresent(it -> won(call, it));
    return confirmed.done().orElse(booking);
  }

  /** While money is on its way, seats are held a little longer, once. */
  private Booking awaited(ActionCall call, Paying.Meant meant) {
    var booking = meant.booking();
    var grace = call.length("grace");
    if (grace.isEmpty()
        || booking.graced()
        || !meant.attempt().status().equals("processing")
        || !booking.stateAt(call.now()).equals(Booking.ON_HOLD)
        || booking.heldUntil().isAfter(call.now().plus(grace.get()))) {
      return booking;
    }
    return core.bookings()
        .grace(
            call.sql(),
            SaleTalk.command(call, "grace"),
            booking,
            booking.heldUntil().plus(grace.get()))
        .done()
        .orElse(booking);
  }

  private void won(ActionCall call, Booking booking) {
    Moves.to(call, "lead")
        .ifPresent(
            state ->
                sale.lead(call, booking.lead())
                    .filter(it -> !Lead.CLOSED.contains(it.state()))
                    .ifPresent(it -> core.leads().move(call.sql(), call.tenant(), it, state)));
  }

  private void movePayment(ActionCall call, Payment payment) {
    Moves.to(call, "payment")
        .filter(it -> !it.equals(payment.state()))
        .ifPresent(it -> payments.move(call.sql(), call.tenant(), payment, it));
  }

  private Object missing(ActionCall call, Booking booking) {
    var missing = booking.depositMinor() - talk.balance(call, booking).keptMinor();
    return missing > 0 ? new Money(missing, booking.currency()) : "none";
  }

  /**
   * Money goes back when the rules say why. Where the seats are theirs after all it is only what is
   * more than the price, and so it is where the rules speak of no more.
   */
  private ActionResult giveBack(
      ActionCall call, Paying.Meant meant, Booking booking, ActionResult result) {
    var reason = call.decision().assigned("refund_reason");
    var settled =
        booking.state().equals(Booking.CONFIRMED)
            && !meant.booking().state().equals(Booking.CONFIRMED);
    var onlyMore = settled || reason.filter(EXCESS::equals).isPresent();
    var amount = onlyMore ? Math.min(meant.excess(), meant.paidMinor()) : meant.spare();
    if (reason.isEmpty() || amount <= 0 || !meant.attempt().isPaid()) {
      return result;
    }
    var refund =
        refunds.ask(
            call.sql(),
            call.tenant(),
            call.id("refund"),
            meant.payment(),
            meant.attempt(),
            amount,
            reason.get(),
            call.now());
    return result
        .with("refund", refund.code())
        .with("refundAmount", new Money(refund.amount().minor(), refund.amount().currency()))
        .then(Repayment.ASKED_EVENT, refund.code());
  }
}
