package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.payment.till.Payment;
import travel.opslayer.payment.till.Payments;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/**
 * The seats are held no longer, and nothing was paid: they are free, and the link is over. A timer
 * that comes too late, or too early, changes nothing.
 */
@Singleton
final class ExpireBooking implements ActionHandler {

  private final Bookings bookings;
  private final Payments payments;
  private final BookingTalk talk;

  ExpireBooking(Bookings bookings, Payments payments, BookingTalk talk) {
    this.bookings = bookings;
    this.payments = payments;
    this.talk = talk;
  }

  @Override
  public String name() {
    return "expire_booking";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var meant = talk.meant(call);
    var about = ActionResult.about(call.asked().subject());
    return Moves.move(
        call,
        "booking",
        Booking.EXPIRED,
        meant.map(it -> about.with("state", it.stateAt(call.now()))).orElse(about),
        () ->
            meant
                .filter(it -> it.state().equals(Booking.ON_HOLD))
                .flatMap(
                    it -> bookings.expire(call.sql(), SaleTalk.command(call, "expire"), it).done())
                .filter(it -> it.state().equals(Booking.EXPIRED))
                .map(it -> expired(call, it)));
  }

  private ActionResult expired(ActionCall call, Booking booking) {
    payments.ofBooking(call.sql(), call.tenant(), booking.code()).stream()
        .filter(Payment::isOpen)
        .forEach(it -> payments.move(call.sql(), call.tenant(), it, Payment.EXPIRED));
    return talk.about(call, booking).noting("expired", "Not paid in time: the seats are free.");
  }
}
