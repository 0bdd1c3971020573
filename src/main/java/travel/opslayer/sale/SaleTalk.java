package travel.opslayer.sale;

import static travel.opslayer.travelcore.selling.Money.WHOLE;
import static travel.opslayer.travelcore.selling.Money.part;
import static travel.opslayer.travelcore.selling.Money.total;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.facts.Homeland;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;
import travel.opslayer.reply.Money;
import travel.opslayer.reply.Place;
import travel.opslayer.reply.Span;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.Product;
import travel.opslayer.travelcore.selling.Bookings.Order;

/** What texts about quotes, bookings and payments may say, and who is told about them. */
@Singleton
public final class SaleTalk {

  private final Catalog catalog;
  private final Leads leads;
  private final Conversations conversations;

  SaleTalk(Catalog catalog, Leads leads, Conversations conversations) {
    this.catalog = catalog;
    this.leads = leads;
    this.conversations = conversations;
  }

  /** Named by the turn, so that the turn taken again is the same command. */
  public static Command command(ActionCall call, String what) {
    return new Command(call.tenant(), call.id(what), call.now());
  }

  public Optional<Lead> lead(ActionCall call, @Nullable UUID lead) {
    return lead == null
        ? Optional.empty()
        : leads.byIds(call.sql(), call.tenant(), List.of(lead)).stream().findFirst();
  }

  public Optional<Contact> contact(ActionCall call, @Nullable UUID person) {
    return person == null
        ? Optional.empty()
        : conversations.byPerson(call.sql(), call.tenant(), List.of(person)).stream().findFirst();
  }

  /** A colleague by the code that rules name. */
  public Optional<Contact> colleague(ActionCall call, String code) {
    return conversations.byCode(call.sql(), call.tenant(), code);
  }

  public Optional<Departure> departure(ActionCall call, String code) {
    return catalog.departure(call.sql(), call.tenant(), code);
  }

  /** Something for a person, about so many seats of a departure. */
  public ActionResult about(
      ActionCall call,
      @Nullable String subject,
      @Nullable UUID leadId,
      UUID person,
      String departureCode,
      int party) {
    var lead = lead(call, leadId);
    var customer = contact(call, person);
    var departure = departure(call, departureCode);
    var owner = lead.map(Lead::owner).flatMap(it -> contact(call, it));
    return ActionResult.about(subject)
        .telling("customer", person)
        .telling("owner", lead.map(Lead::owner).orElse(null))
        .with("lead", lead.map(Lead::code).orElse(null))
        .with("name", customer.map(it -> it.person().firstName()).orElse(null))
        .with("language", customer.map(it -> it.person().language()).orElse(null))
        .with("owner", owner.map(it -> it.person().firstName()).orElse(null))
        .with("party", party)
        .with("departure", departureCode)
        .with("days", departure.map(it -> new Span(it.startsOn(), it.endsOn())).orElse(null))
        .with("product", departure.flatMap(it -> product(call, it)).orElse(null));
  }

  /**
   * When something ends, by the office's clock and, where that differs, by the customer's: {@code
   * until}, {@code untilDay}, {@code untilThere}, {@code untilPlace}, {@code customerPlace}. Timers
   * may wait for it by its own name.
   */
  public ActionResult until(
      ActionCall call, ActionResult result, String moment, Instant at, UUID person) {
    var here = call.desk().tenant().zone();
    var customer = contact(call, person);
    var there = customer.flatMap(SaleTalk::zone).filter(it -> differs(it, here, at));
    return result
        .due(moment, at)
        .with("until", new Moment(at, here))
        .with("untilDay", Days.word(at, call.now(), here))
        .with("untilPlace", Homeland.country(here).map(Place::new).orElse(null))
        .with("untilThere", there.map(it -> new Moment(at, it)).orElse(null))
        .with(
            "customerPlace",
            customer.flatMap(it -> Homeland.country(it.address())).map(Place::new).orElse(null));
  }

  /** So many seats by the catalogue, the deposit by the rules; empty when they are not priced. */
  public static Optional<Order> order(
      ActionCall call, @Nullable UUID lead, UUID person, Departure departure, int party) {
    var each = departure.priceMinor();
    var currency = departure.currency();
    if (each == null || currency == null) {
      return Optional.empty();
    }
    var total = total(each, party, 0);
    var deposit = part(total, call.share("deposit").orElse(WHOLE));
    return Optional.of(
        new Order(
            lead, person, departure.code(), party, total, deposit, currency, call.desk().today()));
  }

  /** The same as texts may say it. */
  public ActionResult priced(ActionCall call, ActionResult result, Departure departure, int party) {
    return order(call, null, call.person().id(), departure, party)
        .map(
            it ->
                result
                    .with("free", departure.open())
                    .with("total", new Money(it.totalMinor(), it.currency()))
                    .with("deposit", new Money(it.depositMinor(), it.currency())))
        .orElse(result);
  }

  /** Where a customer is: what we know of them, else what their number suggests. */
  public static Optional<ZoneId> zone(Contact customer) {
    return Optional.ofNullable(customer.person().zone())
        .map(ZoneId::of)
        .or(() -> Homeland.zone(customer.address()));
  }

  private static boolean differs(ZoneId there, ZoneId here, Instant at) {
    return !there.getRules().getOffset(at).equals(here.getRules().getOffset(at));
  }

  private Optional<String> product(ActionCall call, Departure departure) {
    return catalog.products(call.sql(), call.tenant()).stream()
        .filter(it -> it.code().equals(departure.product()))
        .map(Product::name)
        .findFirst();
  }

  /** An amount inside a sentence of ours: USD 348, USD 12.50. */
  public static String words(long minor, String currency) {
    var digits = Currency.getInstance(currency).getDefaultFractionDigits();
    var amount = BigDecimal.valueOf(minor, digits);
    return currency
        + ' '
        + (amount.stripTrailingZeros().scale() <= 0 ? amount.toBigInteger() : amount);
  }
}
