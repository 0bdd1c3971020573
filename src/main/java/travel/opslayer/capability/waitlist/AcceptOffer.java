package travel.opslayer.capability.waitlist;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.PayLinks;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.WaitlistEntry;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Bookings.Order;

/**
 * Whoever waited takes the seats that were kept for them: the same seats become a booking, with a
 * link to pay. It is confirmed by the money, not by the word.
 */
@Singleton
final class AcceptOffer implements ActionHandler {

  private static final Duration USUAL = Duration.ofMinutes(30);

  private final Waitlist waitlist;
  private final Bookings bookings;
  private final WaitlistTalk talk;
  private final BookingTalk booked;
  private final SaleTalk sale;
  private final PayLinks links;

  AcceptOffer(
      Waitlist waitlist,
      Bookings bookings,
      WaitlistTalk talk,
      BookingTalk booked,
      SaleTalk sale,
      PayLinks links) {
    this.waitlist = waitlist;
    this.bookings = bookings;
    this.talk = talk;
    this.booked = booked;
    this.sale = sale;
    this.links = links;
  }

  @Override
  public String name() {
    return "accept_offer";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var meant = talk.meant(call);
    var declared = Moves.declares(call, Moves.MEANT, WaitlistEntry.CONVERTED);
    if (meant.isEmpty() || !declared || meant.get().hold() == null) {
      return ActionResult.about(call.asked().subject()).refusing("waitlist/over");
    }
    var entry = meant.get();
    var departure = sale.departure(call, entry.departure());
    return departure
        .flatMap(it -> take(call, entry, it))
        .map(it -> told(call, entry, it))
        .orElseGet(() -> talk.offered(call, entry).refusing("waitlist/over"));
  }

  private Optional<Booking> take(ActionCall call, WaitlistEntry entry, Departure departure) {
    var until = call.now().plus(call.length("hold_for").orElse(USUAL));
    var hold = entry.hold();
    var lead = talk.lead(call).map(Lead::id).orElse(null);
    var order = SaleTalk.order(call, lead, entry.person(), departure, entry.party());
    if (hold == null || order.isEmpty()) {
      return Optional.empty();
    }
    return waitlist
        .accept(call.sql(), WaitlistTalk.command(call, "accept"), entry.id(), until)
        .done()
        .map(it -> book(call, order.get(), hold));
  }

  /** Accepted and not booked would be neither: then all of the turn is undone. */
  private Booking book(ActionCall call, Order order, UUID hold) {
    return bookings
        .holdWith(call.sql(), WaitlistTalk.command(call, "book"), order, hold)
        .done()
        .orElseThrow(
            () -> new IllegalStateException("Seats that were kept for somebody cannot be booked."));
  }

  private ActionResult told(ActionCall call, WaitlistEntry entry, Booking booking) {
    return links
        .deposit(call, booked.about(call, booking), booking)
        .with("waitlist", entry.code())
        .with("minutes", Duration.between(call.now(), booking.heldUntil()).toMinutes())
        .noting("accepted", "The customer takes the seats: %s.".formatted(booking.code()));
  }
}
