package travel.opslayer.capability.amend;

import jakarta.inject.Singleton;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Bookings.Change;

/** Some of the seats on hold are given back, as the customer was asked; the price follows. */
@Singleton
final class ReleaseSeats implements ActionHandler {

  private final Bookings bookings;
  private final BookingTalk talk;

  ReleaseSeats(Bookings bookings, BookingTalk talk) {
    this.bookings = bookings;
    this.talk = talk;
  }

  @Override
  public String name() {
    return "release_seats";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var booking = talk.meant(call);
    var left =
        call.fact("tap_choice").filter(it -> it.matches("[1-9]\\d{0,2}")).map(Integer::valueOf);
    var same =
        booking
            .filter(it -> it.stateAt(call.now()).equals(Booking.ON_HOLD))
            .filter(it -> call.asked().version() != null && it.version() == call.asked().version())
            .filter(it -> left.isPresent() && left.get() < it.party());
    return same.flatMap(it -> released(call, it, left.orElseThrow()))
        .orElseGet(
            () ->
                booking
                    .map(it -> talk.about(call, it))
                    .orElseGet(() -> ActionResult.about(call.asked().subject()))
                    .refusing("amend/release_over"));
  }

  private Optional<ActionResult> released(ActionCall call, Booking booking, int left) {
    var change =
        new Change(
            booking.departure(),
            left,
            booking.totalMinor() * left / booking.party(),
            booking.depositMinor() * left / booking.party());
    return bookings
        .amend(call.sql(), SaleTalk.command(call, "release"), booking, change)
        .done()
        .map(
            it ->
                talk.about(call, it)
                    .with("held", it.party())
                    .noting("released", "Seats: %d → %d.".formatted(booking.party(), left)));
  }
}
