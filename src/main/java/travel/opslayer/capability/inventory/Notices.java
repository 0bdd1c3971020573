package travel.opslayer.capability.inventory;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.WaitlistEntry;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/**
 * Customers are told what a colleague did to what they have. Each is a decision by itself: whoever
 * has left the list, or was given back their seats, is not told what is no longer so.
 */
@Factory
final class Notices {

  @Singleton
  ActionHandler tellClosed(Waitlist waitlist, SaleTalk sale) {
    return new OnList("tell_closed", waitlist, sale);
  }

  /** It is on sale again; after a mistake this is the correction. */
  @Singleton
  ActionHandler tellReopened(Waitlist waitlist, SaleTalk sale) {
    return new OnList("tell_reopened", waitlist, sale);
  }

  /** The seats that were offered are not to be had any more. */
  @Singleton
  ActionHandler tellTaken(Waitlist waitlist, SaleTalk sale) {
    return new OnList("tell_taken", waitlist, sale);
  }

  /** The offer stands again. */
  @Singleton
  ActionHandler tellGiven(Waitlist waitlist, SaleTalk sale) {
    return new OnList("tell_given", waitlist, sale);
  }

  @Singleton
  ActionHandler tellReleased(BookingTalk talk, SaleTalk sale, Bookings bookings) {
    return new OnHold("tell_released", talk, sale, bookings);
  }

  @Singleton
  ActionHandler tellRestored(BookingTalk talk, SaleTalk sale, Bookings bookings) {
    return new OnHold("tell_restored", talk, sale, bookings);
  }

  private record OnList(String name, Waitlist waitlist, SaleTalk sale) implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return call.fact("waitlist_code")
          .flatMap(
              it -> waitlist.byCodes(call.sql(), call.tenant(), List.of(it)).stream().findFirst())
          .map(it -> about(call, it))
          .orElseGet(() -> ActionResult.about(call.asked().subject()));
    }

    private ActionResult about(ActionCall call, WaitlistEntry entry) {
      var result =
          sale.about(call, entry.code(), null, entry.person(), entry.departure(), entry.party())
              .with("waitlist", entry.code());
      var until = entry.offerUntil();
      return until == null
          ? result
          : sale.until(call, result, "offer_until", until, entry.person());
    }
  }

  private record OnHold(String name, BookingTalk talk, SaleTalk sale, Bookings bookings)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      var booking = talk.meant(call);
      return booking
          .map(it -> other(call, it, talk.about(call, it)))
          .orElseGet(() -> ActionResult.about(call.asked().subject()));
    }

    /** What they still have on hold. */
    private ActionResult other(ActionCall call, Booking booking, ActionResult result) {
      var start = sale.departure(call, booking.departure()).map(Departure::startsOn);
      var told = result.with("day", start.orElse(null));
      var other = stays(call, booking);
      if (other.isEmpty()) {
        return told;
      }
      var until =
          sale.until(
              call, ActionResult.about(null), "stays", other.get().heldUntil(), booking.person());
      return told.with("otherBooking", other.get().code())
          .with(
              "otherDay",
              sale.departure(call, other.get().departure()).map(Departure::startsOn).orElse(null))
          .with("otherUntil", until.values().get("until"))
          .with("otherPlace", until.values().get("untilPlace"))
          .with("otherUntilDay", until.values().get("untilDay"));
    }

    private Optional<Booking> stays(ActionCall call, Booking booking) {
      return bookings.openOf(call.sql(), call.tenant(), List.of(booking.person())).stream()
          .filter(it -> !it.code().equals(booking.code()))
          .filter(it -> it.stateAt(call.now()).equals(Booking.ON_HOLD))
          .findFirst();
    }
  }
}
