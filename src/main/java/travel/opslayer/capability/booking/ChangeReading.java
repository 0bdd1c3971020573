package travel.opslayer.capability.booking;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.approval.Approvals;
import travel.opslayer.change.Change;
import travel.opslayer.change.Changes;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.words.DateWish;
import travel.opslayer.travelcore.Catalog;
import travel.opslayer.travelcore.Departure;
import travel.opslayer.travelcore.selling.Booking;

/** Sees which change of a booking is talked about, and where it would lead. */
@Singleton
final class ChangeReading {

  private final Changes changes;
  private final Approvals approvals;
  private final Catalog catalog;

  ChangeReading(Changes changes, Approvals approvals, Catalog catalog) {
    this.changes = changes;
    this.approvals = approvals;
    this.catalog = catalog;
  }

  /** Empty when nothing hints at a change, so that nobody pays for looking. */
  Optional<ChangeFact> read(Sql sql, int tenant, Asked asked, Booking booking, Desk desk) {
    var change = meant(sql, tenant, asked, booking).orElse(null);
    var words = asked.understanding();
    var hinted =
        words.date() != null
            || !words.codes().isEmpty()
            || !words.wishes().isEmpty()
            || asked.turn().tap().isPresent();
    if (change == null && !hinted) {
      return Optional.empty();
    }
    var others = others(sql, tenant, booking, desk.today());
    var party = party(asked, booking, change);
    var named = named(asked, others, desk.today());
    var own = catalog.departure(sql, tenant, booking.departure()).map(Departure::startsOn);
    var to =
        named
            .or(() -> remembered(change, others))
            .or(() -> next(own.orElse(desk.today()), others, party));
    return Optional.of(
        new ChangeFact(
            change == null ? null : change.code(),
            change == null
                ? null
                : ChangeFact.State.valueOf(change.stateAt(desk.now()).toUpperCase(Locale.ROOT)),
            change != null && isCurrent(asked, change, booking),
            named.isPresent(),
            to.map(Departure::code).orElse(null),
            to.filter(it -> it.sells() && it.open() >= party).isPresent(),
            party,
            party < booking.party(),
            granted(change, party, to, desk),
            change != null && !approvals.openAbout(sql, tenant, change.code()).isEmpty()));
  }

  /** The one that is named; else the open one of the booking. */
  private Optional<Change> meant(Sql sql, int tenant, Asked asked, Booking booking) {
    var subject = asked.subject();
    return subject != null && subject.startsWith("CH-")
        ? changes.byCode(sql, tenant, subject)
        : changes.openOf(sql, tenant, List.of(booking.code())).stream().findFirst();
  }

  /** Without a version it is what is talked about now; the booking must be as it was then. */
  private static boolean isCurrent(Asked asked, Change change, Booking booking) {
    var named = asked.subject() != null && asked.subject().startsWith("CH-");
    var version = named ? asked.version() : null;
    return (version == null || version == change.version())
        && change.bookingVersion() == booking.version();
  }

  /** What was granted is for as many seats and the same departure, as long as it is open. */
  private static String granted(
      @Nullable Change change, int party, Optional<Departure> to, Desk desk) {
    var granted = change == null ? null : change.granted();
    var same =
        change != null
            && change.stateAt(desk.now()).equals(Change.OPEN)
            && change.party() == party
            && Objects.equals(change.departure(), to.map(Departure::code).orElse(null));
    return granted == null || !same ? "nothing" : granted;
  }

  private List<Departure> others(Sql sql, int tenant, Booking booking, LocalDate today) {
    return catalog
        .departure(sql, tenant, booking.departure())
        .map(it -> catalog.departures(sql, tenant, it.product(), today.plusDays(1)))
        .orElse(List.of())
        .stream()
        .filter(it -> !it.code().equals(booking.departure()))
        .toList();
  }

  private static Optional<Departure> named(Asked asked, List<Departure> others, LocalDate today) {
    var words = asked.understanding();
    var byCode = others.stream().filter(it -> words.codes().contains(it.code())).findFirst();
    return byCode.or(
        () ->
            Optional.ofNullable(words.date())
                .flatMap(wish -> others.stream().filter(it -> isOn(wish, it, today)).findFirst()));
  }

  private static boolean isOn(DateWish wish, Departure departure, LocalDate today) {
    var starts = departure.startsOn();
    return wish.day() == null
        ? Objects.equals(wish.month(), starts.getMonthValue())
            && (wish.year() == null || wish.year() == starts.getYear())
        : wish.resolve(today).equals(starts);
  }

  private static Optional<Departure> remembered(@Nullable Change change, List<Departure> others) {
    return change == null
        ? Optional.empty()
        : others.stream().filter(it -> it.code().equals(change.departure())).findFirst();
  }

  /** The next one later on that has the seats, else the nearest before. */
  private static Optional<Departure> next(LocalDate own, List<Departure> others, int party) {
    var possible = others.stream().filter(it -> it.sells() && it.open() >= party).toList();
    return possible.stream()
        .filter(it -> it.startsOn().isAfter(own))
        .min(Comparator.comparing(Departure::startsOn))
        .or(() -> possible.stream().max(Comparator.comparing(Departure::startsOn)));
  }

  /** What they say, what was said before, else all. */
  private static int party(Asked asked, Booking booking, @Nullable Change change) {
    var said = asked.understanding().party();
    if (said != null && said > 0 && said < booking.party()) {
      return said;
    }
    return change == null || said != null
        ? booking.party()
        : Math.min(change.party(), booking.party());
  }
}
