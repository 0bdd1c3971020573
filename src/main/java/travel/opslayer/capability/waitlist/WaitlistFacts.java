package travel.opslayer.capability.waitlist;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import travel.opslayer.travelcore.seats.Waitlist;
import travel.opslayer.travelcore.seats.WaitlistEntry;

/** Looks at the waiting lists. */
@Singleton
final class WaitlistFacts implements FactSource {

  private final Waitlist waitlist;
  private final Catalog catalog;

  WaitlistFacts(Waitlist waitlist, Catalog catalog) {
    this.waitlist = waitlist;
    this.catalog = catalog;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(WaitlistFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var tenant = desk.tenant().id();
    var named = named(sql, tenant, asked);
    var people = asked.stream().map(it -> person(it).id()).distinct().toList();
    var open =
        waitlist.openOf(sql, tenant, people).stream()
            .collect(Collectors.groupingBy(WaitlistEntry::person));
    for (var it : asked) {
      var offers = offered(open.getOrDefault(person(it).id(), List.of())).size();
      var meant = meant(it, named, open);
      sheets.add(it, fact(it, meant, product(sql, tenant, meant), offers));
    }
  }

  private @Nullable String product(Sql sql, int tenant, @Nullable WaitlistEntry entry) {
    return entry == null
        ? null
        : catalog.departure(sql, tenant, entry.departure()).map(Departure::product).orElse(null);
  }

  private Map<String, WaitlistEntry> named(Sql sql, int tenant, List<Asked> asked) {
    var codes =
        asked.stream()
            .map(Asked::subject)
            .filter(it -> it != null && it.startsWith("WL-"))
            .distinct()
            .toList();
    return waitlist.byCodes(sql, tenant, codes).stream()
        .collect(Collectors.toMap(WaitlistEntry::code, Function.identity()));
  }

  /** The one that is named, if it is theirs to name; else their only one. */
  private static @Nullable WaitlistEntry meant(
      Asked asked, Map<String, WaitlistEntry> named, Map<UUID, List<WaitlistEntry>> open) {
    var person = person(asked);
    var byName = asked.subject() == null ? null : named.get(asked.subject());
    if (byName != null) {
      var isTimer = asked.turn().timer().isPresent(); // it speaks for nobody
      return isTimer || person.isStaff() || byName.person().equals(person.id()) ? byName : null;
    }
    if (asked.subject() != null && !asked.subject().startsWith("LD-")) {
      return null; // they speak of something else
    }
    var theirs = open.getOrDefault(person.id(), List.of());
    var offered = offered(theirs);
    return offered.size() == 1 ? offered.getFirst() : theirs.size() == 1 ? theirs.getFirst() : null;
  }

  private static List<WaitlistEntry> offered(List<WaitlistEntry> theirs) {
    return theirs.stream().filter(it -> it.state().equals(WaitlistEntry.OFFERED)).toList();
  }

  private static WaitlistFact fact(
      Asked asked, @Nullable WaitlistEntry entry, @Nullable String product, int offers) {
    return entry == null
        ? new WaitlistFact(null, null, null, false, false, false, offers, false)
        : new WaitlistFact(
            entry.code(),
            state(entry),
            product,
            entry.person().equals(person(asked).id()),
            isInTime(asked, entry),
            wantsMore(asked, entry),
            offers,
            entry.auto());
  }

  /** What was written in time may arrive late; without the provider's clock ours counts. */
  private static boolean isInTime(Asked asked, WaitlistEntry entry) {
    var until = entry.offerUntil();
    return until != null
        && asked.turn().messages().stream()
            .map(it -> it.sentAt() == null ? asked.turn().now() : it.sentAt())
            .noneMatch(it -> it.isAfter(until));
  }

  private static boolean wantsMore(Asked asked, WaitlistEntry entry) {
    var party = asked.understanding().party();
    return party != null && party > entry.party();
  }

  private static WaitlistFact.State state(WaitlistEntry entry) {
    return WaitlistFact.State.valueOf(entry.state().toUpperCase(Locale.ROOT));
  }

  private static Person person(Asked asked) {
    return asked.turn().contact().person();
  }
}
