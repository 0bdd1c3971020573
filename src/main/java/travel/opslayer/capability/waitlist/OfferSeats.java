package travel.opslayer.capability.waitlist;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.conversation.Contact;
import travel.opslayer.facts.QuietHours;
import travel.opslayer.reply.Money;
import travel.opslayer.sale.SaleTalk;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.seats.Fit;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.WaitlistEntry;

/**
 * Seats are free: whose turn it is gets them for a while, before they are told. Whoever is too many
 * for them is passed over or waited for, as the rules say, and that is written down.
 */
@Singleton
final class OfferSeats implements ActionHandler {

  private static final Duration USUAL = Duration.ofHours(2);

  private final Waitlist waitlist;
  private final WaitlistTalk talk;
  private final SaleTalk sale;

  OfferSeats(Waitlist waitlist, WaitlistTalk talk, SaleTalk sale) {
    this.waitlist = waitlist;
    this.talk = talk;
    this.sale = sale;
  }

  @Override
  public String name() {
    return "offer_seats";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var first = talk.meant(call);
    if (first.isEmpty()) {
      return ActionResult.NOTHING.refusing("waitlist/nobody");
    }
    var fit =
        call.decision()
            .assigned("fit")
            .filter(it -> it.equalsIgnoreCase(Fit.WAIT.name()))
            .map(ignored -> Fit.WAIT)
            .orElse(Fit.SKIP);
    var next =
        waitlist.next(call.sql(), WaitlistTalk.command(call, "next"), first.get().departure(), fit);
    return next.map(it -> offer(call, it))
        .orElseGet(
            () ->
                ActionResult.about(first.get().code())
                    .refusing("waitlist/nobody")
                    .noting("passed_over", "Seats are free, and too few for who waits."));
  }

  private ActionResult offer(ActionCall call, WaitlistEntry entry) {
    var until = until(call, entry);
    return waitlist
        .offer(call.sql(), WaitlistTalk.command(call, "offer"), entry.id(), until)
        .done()
        .map(it -> offered(call, it, until))
        .orElseGet(() -> ActionResult.about(entry.code()).refusing("waitlist/nobody"));
  }

  private ActionResult offered(ActionCall call, WaitlistEntry entry, Instant until) {
    var departure = sale.departure(call, entry.departure());
    var result =
        talk.offered(call, entry)
            .with("price", departure.map(OfferSeats::price).orElse(null))
            .noting(
                "offered",
                "%d seats are kept until the customer decides.".formatted(entry.party()));
    var told = sale.until(call, result, "offer_until", until, entry.person());
    // Who asked for that is booked right afterwards, as if they had said yes.
    return entry.auto() ? told.with("auto", "yes").then("auto_accept", entry.code()) : told;
  }

  private static @Nullable Money price(Departure it) {
    return it.priceMinor() == null || it.currency() == null
        ? null
        : new Money(it.priceMinor(), it.currency());
  }

  private Instant until(ActionCall call, WaitlistEntry entry) {
    var length = call.length("offer_for").orElse(USUAL);
    var zone =
        sale.contact(call, entry.person())
            .flatMap((Contact it) -> SaleTalk.zone(it))
            .orElse(call.desk().tenant().zone());
    return call.desk()
        .parameters()
        .text("P-NIGHT")
        .flatMap(QuietHours::of)
        .orElse(new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
        .after(call.now(), length, zone);
  }
}
