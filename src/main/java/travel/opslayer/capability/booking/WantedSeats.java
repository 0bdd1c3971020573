package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.sale.BookingTalk;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.selling.Bookings;

/** The seats that somebody may want held for their lead. */
@Singleton
final class WantedSeats {

  private final Bookings bookings;
  private final Leads leads;
  private final BookingTalk talk;
  private final SaleTalk sale;

  WantedSeats(Bookings bookings, Leads leads, BookingTalk talk, SaleTalk sale) {
    this.bookings = bookings;
    this.leads = leads;
    this.talk = talk;
    this.sale = sale;
  }

  Optional<Lead> lead(ActionCall call) {
    return call.fact("lead_code").flatMap(it -> leads.byCode(call.sql(), call.tenant(), it));
  }

  /** Where it is on sale. */
  Optional<Departure> departure(ActionCall call, Lead lead) {
    return Optional.ofNullable(lead.departure())
        .flatMap(it -> sale.departure(call, it))
        .filter(Departure::sells);
  }

  /** The number in the choice that was tapped, or else in the words. */
  Optional<Integer> chosen(ActionCall call) {
    return call.fact("tap_choice")
        .filter(it -> it.matches("[1-9]\\d{0,2}"))
        .map(Integer::valueOf)
        .or(() -> Optional.ofNullable(call.asked().understanding().party()));
  }

  /** The seats that this lead has already. */
  Optional<ActionResult> held(ActionCall call, Lead lead) {
    return bookings.openOf(call.sql(), call.tenant(), List.of(lead.person())).stream()
        .filter(it -> Objects.equals(it.lead(), lead.id()))
        .findFirst()
        .map(it -> talk.about(call, it));
  }

  /** What texts may say about them; what they offer is for the lead as it is now. */
  ActionResult about(ActionCall call, Lead lead) {
    var party = lead.party();
    var departure = departure(call, lead);
    var result =
        sale.about(
                call,
                lead.code(),
                lead.id(),
                lead.person(),
                Objects.requireNonNullElse(lead.departure(), ""),
                Objects.requireNonNullElse(party, 0))
            .as(lead.version())
            .with("chosen", chosen(call).orElse(null));
    return departure.isEmpty() || party == null
        ? result
        : sale.priced(call, result, departure.get(), party);
  }

  /** Are there so many seats to hold? */
  boolean possible(ActionCall call, Lead lead) {
    var party = lead.party();
    return party != null
        && departure(call, lead)
            .filter(it -> it.priceMinor() != null && it.open() >= party)
            .isPresent();
  }
}
