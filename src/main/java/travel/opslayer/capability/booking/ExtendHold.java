package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.PayLinks;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/**
 * Seats are held a bit longer because somebody asks for it. How often and by how much, the tables
 * say; never past the start. The link to pay lives on with the seats.
 */
@Singleton
final class ExtendHold implements ActionHandler {

  /** Where the tables say nothing. */
  private static final Duration USUAL = Duration.ofHours(12);

  private static final Duration IN_ALL = Duration.ofHours(24);

  private final Bookings bookings;
  private final BookingTalk talk;
  private final SaleTalk sale;
  private final PayLinks links;

  ExtendHold(Bookings bookings, BookingTalk talk, SaleTalk sale, PayLinks links) {
    this.bookings = bookings;
    this.talk = talk;
    this.sale = sale;
    this.links = links;
  }

  @Override
  public String name() {
    return "extend_hold";
  }

  @Override
  public ActionResult run(ActionCall call) {
    return talk.meant(call).map(it -> longer(call, it)).orElseGet(() -> which(call));
  }

  private ActionResult longer(ActionCall call, Booking booking) {
    if (!Moves.declares(call, "booking", Booking.ON_HOLD)) {
      return other(call, booking, booking.stateAt(call.now()));
    }
    var until = until(call, booking);
    if (!until.isAfter(booking.heldUntil())) {
      return talk.about(call, booking)
          .refusing(call.person().isStaff() ? "booking/extend_most_staff" : "booking/extend_most");
    }
    return bookings
        .extend(call.sql(), SaleTalk.command(call, "extend"), booking, until)
        .done()
        .map(it -> held(call, it))
        .orElseGet(() -> other(call, booking, Booking.EXPIRED));
  }

  /** As long as the tables give, but in all no more than they give, and not past the start. */
  private Instant until(ActionCall call, Booking booking) {
    var left = call.length("extend_in_all").orElse(IN_ALL).minus(booking.extendedBy());
    var start =
        sale.departure(call, booking.departure())
            .map(it -> it.startsOn().atStartOfDay(call.desk().tenant().zone()).toInstant());
    return Stream.concat(
            start.stream(),
            Stream.of(call.length("extend_for").orElse(USUAL), left).map(booking.heldUntil()::plus))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  private ActionResult held(ActionCall call, Booking booking) {
    return links
        .longer(call, talk.about(call, booking), booking)
        .noting("extended", "The seats are held longer, by wish.");
  }

  private ActionResult other(ActionCall call, Booking booking, String state) {
    return Moves.stays(talk.about(call, booking), state);
  }

  /** A customer chooses among those on hold; a colleague writes the code. */
  private ActionResult which(ActionCall call) {
    if (call.person().isStaff()) {
      return ActionResult.about(null).refusing("booking/extend_which_staff");
    }
    var result = ActionResult.about(null);
    for (var it : bookings.openOf(call.sql(), call.tenant(), List.of(call.person().id()))) {
      if (it.stateAt(call.now()).equals(Booking.ON_HOLD)) {
        result =
            result.choosing(
                name(), it.code(), it.code(), "%s ×%d".formatted(it.departure(), it.party()));
      }
    }
    return result.refusing(
        result.options().isEmpty() ? "refused/no_booking" : "booking/extend_which");
  }
}
