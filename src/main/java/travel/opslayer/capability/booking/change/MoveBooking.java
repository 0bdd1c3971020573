package travel.opslayer.capability.booking.change;

import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.capability.booking.change.ChangeSums.Moved;
import travel.opslayer.change.Change;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/**
 * The customer said yes to moving: the new seats are taken before the old ones are given back, in
 * one step. Only what was shown is done; in other sums it is asked again.
 */
@Singleton
final class MoveBooking implements ActionHandler {

  private final Bookings bookings;
  private final ChangeTalk talk;
  private final BookingTalk booked;
  private final ChangeMoney money;

  MoveBooking(Bookings bookings, ChangeTalk talk, BookingTalk booked, ChangeMoney money) {
    this.bookings = bookings;
    this.talk = talk;
    this.booked = booked;
    this.money = money;
  }

  @Override
  public String name() {
    return "move_booking";
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
    if (now.moved().isEmpty() || !now.change().isSame(shown.get())) {
      return talk.about(call, now).refusing("booking/move_ask");
    }
    var to = now.moved().get();
    var deposit = Math.min(booking.get().depositMinor(), to.total());
    var moved =
        bookings.amend(
            call.sql(),
            SaleTalk.command(call, "move"),
            booking.get(),
            new Bookings.Change(to.to().code(), to.party(), to.total(), deposit));
    return switch (moved) {
      case CoreResult.Done<Booking>(var it) -> done(call, now, it, to);
      case CoreResult.Rejected<Booking>(var why, var free) when why == Why.SOLD_OUT ->
          full(call, now, free);
      case CoreResult.Rejected<Booking> ignored -> full(call, now, "");
      case CoreResult.Unknown<Booking> ignored -> talk.about(call, now).refusing("quote/later");
      case CoreResult.Unsupported<Booking> ignored -> talk.about(call, now).refusing("quote/later");
    };
  }

  /**
   * @param free how many seats there are, as the core says it
   */
  private ActionResult full(ActionCall call, ChangeTalk.Now now, String free) {
    var left = free.matches("\\d{1,4}") ? Integer.valueOf(free) : null;
    return ActionResult.about(now.change().code())
        .with("toFree", left)
        .with(talk.about(call, now))
        .refusing("booking/move_full");
  }

  private ActionResult done(ActionCall call, ChangeTalk.Now now, Booking moved, Moved to) {
    money.fee(call, moved, to.fee());
    money.closeLinks(call, moved);
    var change = talk.done(call, now.change());
    var result = talk.about(call, new ChangeTalk.Now(moved, change, now.givenUp(), now.moved()));
    result = money.giveBack(call, moved, to.back(), result);
    return talk.closing(call, change, result)
        .showing("balance_reminder", moved.code())
        .showing("balance_missed", moved.code())
        .noting(
            "moved",
            "%d seats of %s moved from %s to %s."
                .formatted(
                    moved.party(), moved.code(), now.booking().departure(), moved.departure()));
  }
}
