package travel.opslayer.capability.enquiry;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.consent.Consents;
import travel.opslayer.consent.Consents.Refusals;
import travel.opslayer.conversation.Person;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.selling.Quote;
import travel.opslayer.travelcore.selling.Quotes;

/** Looks at leads, products and departures. */
@Singleton
final class EnquiryFacts implements FactSource {

  private final Leads leads;
  private final Catalog catalog;
  private final Consents consents;
  private final Quotes quotes;

  EnquiryFacts(Leads leads, Catalog catalog, Consents consents, Quotes quotes) {
    this.quotes = quotes;
    this.leads = leads;
    this.catalog = catalog;
    this.consents = consents;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(LeadFact.class, ProductFact.class, DepartureFact.class, TripFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var tenant = desk.tenant().id();
    var named = named(sql, tenant, asked);
    var open = open(sql, tenant, asked, named);
    var refusals = refusals(sql, tenant, asked, named);
    var departures = new HashMap<String, List<Departure>>();
    for (var it : asked) {
      var lead = lead(it, named, open);
      sheets.add(it, lead(it, lead, open.getOrDefault(owner(it, lead), List.of()), refusals));
      var words = it.understanding();
      var product = words.product() == null ? null : words.product().code();
      sheets.add(it, new ProductFact(product, product != null, !words.candidates().isEmpty()));
      var meant = product == null && lead != null ? lead.product() : product;
      var wanted = new Wanted(words.date(), party(it, lead), desk.today());
      var found =
          meant == null
              ? Optional.<Departure>empty()
              : wanted.among(
                  departures.computeIfAbsent(
                      meant, code -> catalog.departures(sql, tenant, code, desk.today())),
                  lead);
      found.ifPresent(departure -> sheets.add(it, departure(departure, wanted.party())));
      sheets.add(it, trip(it, wanted, found, lead));
    }
  }

  private Map<String, Lead> named(Sql sql, int tenant, List<Asked> asked) {
    var codes =
        asked.stream()
            .map(Asked::subject)
            .filter(it -> it != null && it.startsWith("LD-"))
            .distinct()
            .toList();
    var all = new HashMap<String, Lead>();
    leads.byCodes(sql, tenant, codes).forEach(it -> all.put(it.code(), it));
    asked.stream()
        .filter(EnquiryFacts::isDraft)
        .map(Asked::subject)
        .distinct()
        .forEach(it -> ofQuote(sql, tenant, it).ifPresent(lead -> all.put(it, lead)));
    return all;
  }

  /** A colleague answers a question about a quote that was not sent. */
  private static boolean isDraft(Asked asked) {
    var subject = asked.subject();
    var version = asked.version();
    return subject != null
        && subject.startsWith("Q-")
        && version != null
        && version > Quote.UNSENT
        && asked.turn().contact().person().isStaff();
  }

  private Optional<Lead> ofQuote(Sql sql, int tenant, String quote) {
    return quotes.byCode(sql, tenant, quote).stream()
        .findFirst()
        .flatMap(it -> leads.byIds(sql, tenant, List.of(it.lead())).stream().findFirst());
  }

  private Map<UUID, List<Lead>> open(
      Sql sql, int tenant, List<Asked> asked, Map<String, Lead> named) {
    var people =
        asked.stream()
            .map(it -> owner(it, it.subject() == null ? null : named.get(it.subject())))
            .distinct()
            .toList();
    return leads.openOf(sql, tenant, people).stream().collect(Collectors.groupingBy(Lead::person));
  }

  /** What the customers have taken back, of whose leads others speak. */
  private Map<UUID, Refusals> refusals(
      Sql sql, int tenant, List<Asked> asked, Map<String, Lead> named) {
    var customers =
        asked.stream()
            .map(it -> owner(it, it.subject() == null ? null : named.get(it.subject())))
            .distinct()
            .toList();
    return named.isEmpty() ? Map.of() : consents.of(sql, tenant, customers);
  }

  /** Whose other leads count: for who may not name this one, their own. */
  private static UUID owner(Asked asked, @Nullable Lead lead) {
    var person = asked.turn().contact().person();
    return lead != null && mayName(person, lead) ? lead.person() : person.id();
  }

  private static boolean mayName(Person person, Lead lead) {
    return person.isStaff() || lead.person().equals(person.id());
  }

  /** The one that is named, if it is theirs to name; else the open one of the same product. */
  private static @Nullable Lead lead(
      Asked asked, Map<String, Lead> named, Map<UUID, List<Lead>> open) {
    var person = asked.turn().contact().person();
    var byName = asked.subject() == null ? null : named.get(asked.subject());
    if (byName != null && mayName(person, byName)) {
      return byName;
    }
    var words = asked.understanding();
    if (person.isStaff() || words.separate()) {
      return null;
    }
    var theirs = open.getOrDefault(person.id(), List.of());
    if (words.product() != null) {
      var code = words.product().code();
      return theirs.stream()
          .filter(it -> it.product() == null || code.equals(it.product()))
          .reduce((first, second) -> second)
          .orElse(null);
    }
    return theirs.isEmpty() ? null : theirs.getLast();
  }

  private static LeadFact lead(
      Asked asked, @Nullable Lead lead, List<Lead> theirs, Map<UUID, Refusals> refusals) {
    var person = asked.turn().contact().person();
    var waiting = theirs.stream().anyMatch(it -> it.answeredAt() == null && !same(it, lead));
    if (lead == null) {
      return new LeadFact(null, null, false, true, false, false, waiting, false, true);
    }
    return new LeadFact(
        lead.code(),
        lead.state(),
        isOwn(lead, person),
        false,
        lead.answeredAt() != null,
        lead.quoteAskedAt() != null,
        waiting,
        refusals.getOrDefault(lead.person(), Refusals.NONE).all(),
        isDraft(asked) || asked.version() == null || asked.version() == lead.version());
  }

  private static boolean same(Lead a, @Nullable Lead b) {
    return b != null && a.id().equals(b.id());
  }

  private static boolean isOwn(Lead lead, Person person) {
    return person.id().equals(lead.person()) || person.id().equals(lead.owner());
  }

  private static DepartureFact departure(Departure departure, int party) {
    var sale =
        !departure.sells()
            ? DepartureFact.Sale.CLOSED
            : departure.open() < party ? DepartureFact.Sale.FULL : DepartureFact.Sale.OPEN;
    return new DepartureFact(
        departure.code(), departure.product(), sale, departure.open(), departure.version());
  }

  private static TripFact trip(
      Asked asked, Wanted wanted, Optional<Departure> found, @Nullable Lead lead) {
    var words = asked.understanding();
    var day = wanted.day(found);
    return new TripFact(
        words.party(),
        day == null ? null : day.toString(),
        words.date() != null && words.date().approximate(),
        words.relation() != null,
        lead != null && words.party() != null && !words.party().equals(lead.party()));
  }

  /** One seat is the least that anybody wants. */
  private static int party(Asked asked, @Nullable Lead lead) {
    var said = asked.understanding().party();
    var known = lead == null || asked.understanding().product() != null ? null : lead.party();
    return Objects.requireNonNullElse(said == null ? known : said, 1);
  }
}
