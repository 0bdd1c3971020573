package travel.opslayer.capability.quote;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** Looks at quotes, and at what a colleague wants to offer. */
@Singleton
final class QuoteFacts implements FactSource {

  private final Quotes quotes;
  private final Leads leads;
  private final Catalog catalog;

  QuoteFacts(Quotes quotes, Leads leads, Catalog catalog) {
    this.quotes = quotes;
    this.leads = leads;
    this.catalog = catalog;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(QuoteFact.class, OfferFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var tenant = desk.tenant().id();
    var open = open(sql, tenant, asked);
    var named = named(sql, tenant, asked);
    var customers =
        leads(sql, tenant, named.values().stream().flatMap(Collection::stream).toList(), open);
    var wanted = wanted(sql, tenant, asked);
    for (var it : asked) {
      var all = named.getOrDefault(it.turn().id(), List.of());
      var meant = meant(it, all, open.getOrDefault(person(it).id(), List.of()), desk);
      var sent = sent(it, open.getOrDefault(person(it).id(), List.of()), desk).size();
      if (meant != null && mayKnow(it, meant)) {
        sheets.add(it, fact(it, meant, all, customers, sent, desk));
      } else if (meant == null && sent > 1) {
        sheets.add(it, QuoteFact.several(sent));
      }
      if (person(it).isStaff()) {
        sheets.add(it, offer(sql, tenant, it, wanted, draft(it, meant)));
      }
    }
  }

  /** The revisions of the quote that each turn names. */
  private Map<UUID, List<Quote>> named(Sql sql, int tenant, List<Asked> asked) {
    var all = new HashMap<UUID, List<Quote>>();
    for (var it : asked) {
      var code = code(it);
      if (code != null) {
        all.put(it.turn().id(), quotes.byCode(sql, tenant, code));
      }
    }
    return all;
  }

  private static @Nullable String code(Asked asked) {
    var subject = asked.subject();
    return subject != null && subject.startsWith("Q-") ? subject : null;
  }

  private Map<UUID, List<Quote>> open(Sql sql, int tenant, List<Asked> asked) {
    var people =
        asked.stream()
            .filter(it -> it.subject() == null || it.subject().startsWith("LD-"))
            .map(it -> person(it).id())
            .distinct()
            .toList();
    return people.isEmpty()
        ? Map.of()
        : quotes.openOf(sql, tenant, people).stream().collect(Collectors.groupingBy(Quote::person));
  }

  private Map<UUID, Lead> leads(
      Sql sql, int tenant, List<Quote> named, Map<UUID, List<Quote>> open) {
    var ids =
        Stream.concat(named.stream(), open.values().stream().flatMap(Collection::stream))
            .map(Quote::lead)
            .distinct()
            .toList();
    return leads.byIds(sql, tenant, ids).stream()
        .collect(Collectors.toMap(Lead::id, Function.identity()));
  }

  /** The revision that is named; without a version the last one; unnamed, the only one sent. */
  private static @Nullable Quote meant(
      Asked asked, List<Quote> named, List<Quote> open, Desk desk) {
    if (!named.isEmpty()) {
      return QuoteTalk.of(named, asked.version()).orElse(null);
    }
    if (person(asked).isStaff() || asked.subject() != null && code(asked) != null) {
      return null;
    }
    var sent = sent(asked, open, desk);
    return sent.size() == 1 ? sent.getFirst() : null;
  }

  /** What a customer could say yes to without naming it. */
  private static List<Quote> sent(Asked asked, List<Quote> open, Desk desk) {
    return person(asked).isStaff() || code(asked) != null
        ? List.of()
        : open.stream().filter(it -> it.stateAt(desk.now()).equals(Quote.SENT)).toList();
  }

  private static QuoteFact fact(
      Asked asked, Quote quote, List<Quote> all, Map<UUID, Lead> leads, int open, Desk desk) {
    var person = person(asked);
    var owner = Optional.ofNullable(leads.get(quote.lead())).map(Lead::owner).orElse(null);
    return new QuoteFact(
        quote.code(),
        QuoteFact.State.valueOf(quote.stateAt(desk.now()).toUpperCase(Locale.ROOT)),
        all.stream().anyMatch(it -> it.revision() > quote.revision() && quote.revision() > 0),
        quote.person().equals(person.id()) || person.id().equals(owner),
        Offers.wholePercent(quote.discount()),
        quote.revision(),
        open);
  }

  /** A timer speaks for whoever it is about. */
  private static boolean mayKnow(Asked asked, Quote quote) {
    return person(asked).isStaff()
        || asked.turn().timer().isPresent()
        || quote.person().equals(person(asked).id());
  }

  private Map<String, Lead> wanted(Sql sql, int tenant, List<Asked> asked) {
    var codes =
        asked.stream()
            .filter(it -> person(it).isStaff())
            .map(Asked::subject)
            .filter(it -> it != null && it.startsWith("LD-"))
            .map(String.class::cast)
            .distinct()
            .toList();
    return leads.byCodes(sql, tenant, codes).stream()
        .collect(Collectors.toMap(Lead::code, Function.identity()));
  }

  /** What was not sent yet, and they write quoting it. */
  private static @Nullable Quote draft(Asked asked, @Nullable Quote meant) {
    return meant != null && asked.quotesUs() && QuoteTalk.DRAFTS.contains(meant.state())
        ? meant
        : null;
  }

  private OfferFact offer(
      Sql sql, int tenant, Asked asked, Map<String, Lead> wanted, @Nullable Quote draft) {
    var words = asked.understanding();
    var lead = asked.subject() == null ? null : wanted.get(asked.subject());
    var named =
        words.codes().stream()
            .flatMap(it -> catalog.departure(sql, tenant, it).stream())
            .filter(it -> it.priceMinor() != null)
            .min(Comparator.comparing(Departure::code));
    var departure =
        named.or(
            () ->
                Optional.ofNullable(draft)
                    .map(Quote::departure)
                    .or(() -> Optional.ofNullable(lead).map(Lead::departure))
                    .flatMap(it -> catalog.departure(sql, tenant, it)));
    var before = draft != null ? (Integer) draft.party() : lead == null ? null : lead.party();
    var party = words.party() == null ? before : words.party();
    var kept = draft == null ? 0 : draft.discount();
    var discount = words.percent() == null ? kept : words.percent();
    return new OfferFact(
        departure.map(Departure::code).orElse(null),
        named.isPresent(),
        party,
        Offers.wholePercent(discount),
        departure.isPresent()
            && party != null
            && departure.get().sells()
            && departure.get().open() >= party,
        draft != null,
        draft != null
            && (discount != draft.discount()
                || !Objects.equals(party, draft.party())
                || !departure.map(Departure::code).filter(draft.departure()::equals).isPresent()));
  }

  private static Person person(Asked asked) {
    return asked.turn().contact().person();
  }
}
