package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.Leads.Wish;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/**
 * The customer has seats held without a quote, at the price of the catalogue. A lead has seats
 * once: a second tap, on whatever number, takes nothing more.
 */
@Singleton
final class HoldSeats implements ActionHandler {

  /** Where the tables say nothing. */
  private static final Duration USUAL = Duration.ofHours(24);

  private final Bookings bookings;
  private final Leads leads;
  private final BookingTalk talk;
  private final SaleTalk sale;
  private final WantedSeats wanted;

  HoldSeats(Bookings bookings, Leads leads, BookingTalk talk, SaleTalk sale, WantedSeats wanted) {
    this.bookings = bookings;
    this.leads = leads;
    this.talk = talk;
    this.sale = sale;
    this.wanted = wanted;
  }

  @Override
  public String name() {
    return "hold_seats";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var lead = wanted.lead(call);
    if (lead.isEmpty()) {
      return ActionResult.about(null).refusing("refused/nothing_to_confirm");
    }
    var held = wanted.held(call, lead.get());
    if (held.isPresent()) {
      return held.get().refusing("booking/held_already");
    }
    var party = wanted.chosen(call).or(() -> Optional.ofNullable(lead.get().party()));
    var departure = wanted.departure(call, lead.get());
    if (party.isEmpty() || departure.isEmpty()) {
      return wanted.about(call, lead.get()).refusing("refused/nothing_to_confirm");
    }
    return hold(call, lead.get(), departure.get(), party.get());
  }

  private ActionResult hold(ActionCall call, Lead lead, Departure departure, int party) {
    var order = SaleTalk.order(call, lead.id(), lead.person(), departure, party);
    if (order.isEmpty() || !Moves.declares(call, "booking", Booking.ON_HOLD)) {
      return wanted.about(call, lead).refusing("refused/nothing_to_confirm");
    }
    var until = call.now().plus(call.length("hold_for").orElse(USUAL));
    return bookings
        .hold(call.sql(), SaleTalk.command(call, "hold"), order.get(), until)
        .done()
        .map(it -> held(call, lead, it))
        .orElseGet(() -> sold(call, lead, departure, party));
  }

  private ActionResult held(ActionCall call, Lead lead, Booking booking) {
    var before = lead.party();
    if (before == null || before != booking.party()) {
      leads.refine(call.sql(), call.tenant(), lead, party(lead, booking.party()), call.now());
    }
    return talk.about(call, booking)
        .noting(
            "held",
            "%d seats are held for %s without a quote.".formatted(booking.party(), lead.code()));
  }

  private static Wish party(Lead lead, int party) {
    return new Wish(
        lead.person(), null, null, party, null, null, List.of(), lead.language(), lead.source());
  }

  private ActionResult sold(ActionCall call, Lead lead, Departure departure, int party) {
    return sale.about(call, lead.code(), lead.id(), lead.person(), departure.code(), party)
        .with("free", sale.departure(call, departure.code()).map(Departure::open).orElse(0))
        .refusing("quote/sold");
  }
}
