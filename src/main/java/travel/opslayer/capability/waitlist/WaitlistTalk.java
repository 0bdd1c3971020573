package travel.opslayer.capability.waitlist;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.reply.Span;
import travel.opslayer.time.Ids;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.Product;
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.WaitlistEntry;

/** What texts about a place on a waiting list may say, and who is told about it. */
@Singleton
final class WaitlistTalk {

  private final Waitlist waitlist;
  private final Catalog catalog;
  private final Leads leads;
  private final Conversations conversations;

  WaitlistTalk(Waitlist waitlist, Catalog catalog, Leads leads, Conversations conversations) {
    this.waitlist = waitlist;
    this.catalog = catalog;
    this.leads = leads;
    this.conversations = conversations;
  }

  /** Named by the turn, so that the turn taken again is the same command. */
  static Command command(ActionCall call, String what) {
    return new Command(call.tenant(), Ids.from(call.asked().turn().id(), what), call.desk().now());
  }

  static Optional<String> text(ActionCall call, String field) {
    return Optional.ofNullable(call.decision().situation().values().get(field))
        .map(String::valueOf);
  }

  /** The lead that the rules have seen. */
  Optional<Lead> lead(ActionCall call) {
    return text(call, "lead_code").flatMap(it -> leads.byCode(call.sql(), call.tenant(), it));
  }

  /** The place that the rules have seen. */
  Optional<WaitlistEntry> meant(ActionCall call) {
    return text(call, "waitlist_code")
        .flatMap(
            it -> waitlist.byCodes(call.sql(), call.tenant(), List.of(it)).stream().findFirst());
  }

  /** An offer is about the place itself, so that a tap or an answer means it. */
  ActionResult offered(ActionCall call, WaitlistEntry entry) {
    return ActionResult.about(entry.code()).with(about(call, entry));
  }

  /** Whoever answers a notice about it writes about the lead, where there is one. */
  ActionResult about(ActionCall call, WaitlistEntry entry) {
    var departure = catalog.departure(call.sql(), call.tenant(), entry.departure());
    var lead = lead(call);
    return ActionResult.about(lead.map(Lead::code).orElse(entry.code()))
        .telling("customer", entry.person())
        .telling("owner", lead.map(Lead::owner).orElse(null))
        .with("waitlist", entry.code())
        .with("name", name(call, entry).orElse(null))
        .with("party", entry.party())
        .with("ahead", entry.ahead())
        .with("departure", entry.departure())
        .with("days", departure.map(it -> new Span(it.startsOn(), it.endsOn())).orElse(null))
        .with("product", departure.flatMap(it -> product(call, it)).orElse(null));
  }

  private Optional<String> name(ActionCall call, WaitlistEntry entry) {
    return conversations.byPerson(call.sql(), call.tenant(), List.of(entry.person())).stream()
        .findFirst()
        .map(it -> it.person().name());
  }

  private Optional<String> product(ActionCall call, Departure departure) {
    return catalog.products(call.sql(), call.tenant()).stream()
        .filter(it -> it.code().equals(departure.product()))
        .map(Product::name)
        .findFirst();
  }
}
