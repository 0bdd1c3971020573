package travel.opslayer.capability.booking.change;

import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.change.Change;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/**
 * The customer said yes to giving seats up: they are free, the fee is charged, and what the terms
 * give back is asked for. Only what was shown is done; in other sums it is asked again.
 */
@Singleton
final class CancelBooking implements ActionHandler {

  private final Bookings bookings;
  private final ChangeTalk talk;
  private final BookingTalk booked;
  private final ChangeMoney money;

  CancelBooking(Bookings bookings, ChangeTalk talk, BookingTalk booked, ChangeMoney money) {
    this.bookings = bookings;
    this.talk = talk;
    this.booked = booked;
    this.money = money;
  }

  @Override
  public String name() {
    return "cancel_booking";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var declared = Moves.declares(call, "change", Change.DONE);
    var shown = talk.open(call).filter(ignored -> declared);
    var booking = booked.meant(call);
    if (shown.isEmpty() || booking.isEmpty()) {
      return ActionResult.about(call.asked().subject()).refusing("booking/change_over");
    }
    var now = talk.propose(call, booking.get());
    if (!now.change().isSame(shown.get())) {
      return talk.about(call, now).refusing("booking/cancel_ask");
    }
    return given(call, booking.get(), now)
        .done()
        .map(it -> done(call, now, it))
        .orElseGet(() -> talk.about(call, now).refusing("booking/change_over"));
  }

  private CoreResult<Booking> given(ActionCall call, Booking booking, ChangeTalk.Now now) {
    var command = SaleTalk.command(call, "cancel");
    var left = booking.party() - now.change().party();
    if (left <= 0) {
      return bookings.cancel(call.sql(), command, booking);
    }
    var total = now.givenUp().total();
    return bookings.amend(
        call.sql(),
        command,
        booking,
        new Bookings.Change(
            booking.departure(), left, total, Math.min(booking.depositMinor(), total)));
  }

  private ActionResult done(ActionCall call, ChangeTalk.Now now, Booking booking) {
    var given = now.givenUp();
    money.fee(call, booking, given.fee());
    money.closeLinks(call, booking);
    var change = talk.done(call, now.change());
    var result = talk.about(call, new ChangeTalk.Now(booking, change, given, now.moved()));
    result = money.giveBack(call, booking, given.refund(), result);
    return talk.closing(call, change, result)
        .noting(
            "given_up", "%d seats of %s are given up.".formatted(change.party(), booking.code()));
  }
}
