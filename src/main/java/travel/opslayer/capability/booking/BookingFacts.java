package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import travel.opslayer.travelcore.Lead;
import travel.opslayer.travelcore.Leads;
import travel.opslayer.travelcore.selling.Balance;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;
import travel.opslayer.travelcore.selling.Ledger;

/** Looks at bookings. */
@Singleton
final class BookingFacts implements FactSource {

  private final Bookings bookings;
  private final Ledger ledger;
  private final Leads leads;
  private final Catalog catalog;
  private final MeantBookings meant;
  private final ChangeReading changes;

  BookingFacts(
      Bookings bookings,
      Ledger ledger,
      Leads leads,
      Catalog catalog,
      MeantBookings meant,
      ChangeReading changes) {
    this.changes = changes;
    this.bookings = bookings;
    this.ledger = ledger;
    this.leads = leads;
    this.catalog = catalog;
    this.meant = meant;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(BookingFact.class, ChangeFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var tenant = desk.tenant().id();
    var people = asked.stream().map(it -> person(it).id()).distinct().toList();
    var open =
        bookings.openOf(sql, tenant, people).stream()
            .collect(Collectors.groupingBy(Booking::person));
    var named = named(sql, tenant, asked);
    for (var it : asked) {
      var theirs = open.getOrDefault(person(it).id(), List.of());
      var booking = one(it, named, theirs);
      if (booking != null) {
        sheets.add(it, fact(sql, tenant, it, booking, theirs.size(), desk));
        changes.read(sql, tenant, it, booking, desk).ifPresent(change -> sheets.add(it, change));
      } else if (!theirs.isEmpty()) {
        sheets.add(it, BookingFact.several(theirs.size()));
      }
    }
  }

  private Map<UUID, Booking> named(Sql sql, int tenant, List<Asked> asked) {
    var codes = new HashMap<UUID, String>();
    for (var it : asked) {
      meant.code(sql, tenant, it).ifPresent(code -> codes.put(it.turn().id(), code));
    }
    var found =
        bookings.byCodes(sql, tenant, codes.values().stream().distinct().toList()).stream()
            .collect(Collectors.toMap(Booking::code, Function.identity()));
    var all = new HashMap<UUID, Booking>();
    codes.forEach(
        (turn, code) -> Optional.ofNullable(found.get(code)).ifPresent(it -> all.put(turn, it)));
    return all;
  }

  /** The one that is named, if it is theirs to name; else their only one. */
  private static @Nullable Booking one(
      Asked asked, Map<UUID, Booking> named, List<Booking> theirs) {
    var byName = named.get(asked.turn().id());
    if (byName != null) {
      var mayName =
          person(asked).isStaff()
              || asked.turn().timer().isPresent()
              || byName.person().equals(person(asked).id());
      return mayName ? byName : null;
    }
    var unknown = asked.subject() != null && asked.subject().startsWith("BK-");
    return !unknown && !person(asked).isStaff() && theirs.size() == 1 ? theirs.getFirst() : null;
  }

  private BookingFact fact(Sql sql, int tenant, Asked asked, Booking booking, int open, Desk desk) {
    var person = person(asked);
    var owner =
        booking.lead() == null
            ? null
            : leads.byIds(sql, tenant, List.of(booking.lead())).stream()
                .findFirst()
                .map(Lead::owner)
                .orElse(null);
    var balance =
        ledger
            .balance(sql, tenant, booking.id())
            .orElseGet(() -> new Balance(booking.currency(), 0, 0, 0));
    var departure = catalog.departure(sql, tenant, booking.departure());
    var days = departure.map(it -> ChronoUnit.DAYS.between(desk.today(), it.startsOn())).orElse(0L);
    return new BookingFact(
        booking.code(),
        BookingFact.State.valueOf(booking.stateAt(desk.now()).toUpperCase(Locale.ROOT)),
        booking.person().equals(person.id()) || person.id().equals(owner),
        booking.party(),
        days,
        Long.valueOf(booking.termsOn().format(DateTimeFormatter.BASIC_ISO_DATE)),
        balance.keptMinor() > 0,
        balance.keptMinor() >= balance.priceMinor(booking),
        open,
        booking.version(),
        booking.soldBy(),
        booking.soldBy().equals(Booking.DIRECT),
        booking.extended(),
        departure.filter(it -> it.waiting() > 0).isPresent());
  }

  private static Person person(Asked asked) {
    return asked.turn().contact().person();
  }
}
