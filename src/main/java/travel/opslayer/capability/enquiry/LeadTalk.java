package travel.opslayer.capability.enquiry;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.facts.Homeland;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;
import travel.opslayer.reply.Money;
import travel.opslayer.reply.Place;
import travel.opslayer.reply.Span;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.Product;

/** What texts about a lead may say, and who is told about it. */
@Singleton
final class LeadTalk {

  private final Leads leads;
  private final Catalog catalog;
  private final Conversations conversations;

  LeadTalk(Leads leads, Catalog catalog, Conversations conversations) {
    this.leads = leads;
    this.catalog = catalog;
    this.conversations = conversations;
  }

  /** The lead that the rules have seen. */
  Optional<Lead> meant(ActionCall call) {
    return text(call, "lead_code").flatMap(it -> leads.byCode(call.sql(), call.tenant(), it));
  }

  /** The lead in the state that the rules send it to; as it is, when they send it nowhere. */
  Lead moved(ActionCall call, Lead lead) {
    return Moves.to(call, Moves.MEANT)
        .filter(it -> !it.equals(lead.state()))
        .map(it -> leads.move(call.sql(), call.tenant(), lead, it))
        .orElse(lead);
  }

  Optional<Departure> departure(ActionCall call) {
    return text(call, "departure_code")
        .flatMap(it -> catalog.departure(call.sql(), call.tenant(), it));
  }

  Optional<Product> product(ActionCall call, @Nullable String code) {
    return catalog.products(call.sql(), call.tenant()).stream()
        .filter(it -> it.code().equals(code))
        .findFirst();
  }

  static Optional<String> text(ActionCall call, String field) {
    return Optional.ofNullable(call.decision().situation().values().get(field))
        .map(String::valueOf);
  }

  Optional<Contact> colleague(ActionCall call, @Nullable UUID person) {
    return person == null
        ? Optional.empty()
        : conversations.byPerson(call.sql(), call.tenant(), List.of(person)).stream().findFirst();
  }

  /** The lead in words, for the customer and for colleagues. */
  ActionResult about(ActionCall call, Lead lead) {
    var customer = colleague(call, lead.person()).orElse(call.contact());
    var owner = colleague(call, lead.owner());
    var departure =
        lead.departure() == null
            ? Optional.<Departure>empty()
            : catalog.departure(call.sql(), call.tenant(), lead.departure());
    var result =
        ActionResult.about(lead.code())
            .telling("owner", lead.owner())
            .telling("customer", lead.person())
            .with("lead", lead.code())
            .with("name", customer.person().firstName())
            .with("customer", customer.person().name())
            .with("language", lead.language())
            .with("product", product(call, lead.product()).map(Product::name).orElse(null))
            .with("productCode", lead.product())
            .with("party", lead.party())
            .with("wanted", lead.wantedOn())
            .with("traveller", lead.traveller())
            .with("vegetarian", lead.notes().contains("vegetarian") ? "yes" : null)
            .with("quoteAsked", lead.quoteAskedAt() == null ? null : "yes")
            .with("owner", owner.map(it -> it.person().firstName()).orElse(null));
    result = offer(result, departure);
    return office(call, result, customer);
  }

  private static ActionResult offer(ActionResult result, Optional<Departure> departure) {
    if (departure.isEmpty()) {
      return result;
    }
    var it = departure.get();
    var price =
        it.priceMinor() == null || it.currency() == null
            ? null
            : new Money(it.priceMinor(), it.currency());
    return result
        .with("departure", it.code())
        .with("days", new Span(it.startsOn(), it.endsOn()))
        .with("free", it.open())
        .with("price", price);
  }

  /** When the office answers, by its own clock and by the customer's where that differs. */
  private static ActionResult office(ActionCall call, ActionResult result, Contact customer) {
    var desk = call.desk();
    var here = desk.tenant().zone();
    if (desk.office().isOpen(desk.now())) {
      return result;
    }
    var opens = desk.office().opensAfter(desk.now());
    var there =
        Optional.ofNullable(customer.person().zone())
            .map(ZoneId::of)
            .or(() -> Homeland.zone(customer.address()))
            .filter(it -> !it.getRules().getOffset(opens).equals(here.getRules().getOffset(opens)));
    return result
        .with("closed", "yes")
        .with("opens", new Moment(opens, here))
        .with("opensDay", Days.word(opens, desk.now(), here))
        .with("officePlace", Homeland.country(here).map(Place::new).orElse(null))
        .with("opensThere", there.map(it -> new Moment(opens, it)).orElse(null))
        .with("customerPlace", Homeland.country(customer.address()).map(Place::new).orElse(null));
  }

  /** How many travel, before and now. */
  static String party(Lead before, Lead now) {
    return "%s → %s people.".formatted(before.party() == null ? "?" : before.party(), now.party());
  }
}
