package travel.opslayer.capability.trip;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Trip;
import travel.opslayer.trip.TripRepository;

/** Looks at who works where: only colleagues, and whatever names a trip, cost a look. */
@Singleton
final class DutyFacts implements FactSource {

  /** Before the start there is much to say about a trip. */
  static final Duration BEFORE = Duration.ofHours(2);

  /** Bills and bags are brought back late. */
  static final Duration AFTER = Duration.ofHours(12);

  private final TripRepository trips;
  private final CrewRepository crew;

  DutyFacts(TripRepository trips, CrewRepository crew) {
    this.trips = trips;
    this.crew = crew;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(DutyFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    var tenant = desk.tenant().id();
    var about = asked.stream().filter(DutyFacts::concerns).toList();
    if (about.isEmpty()) {
      return;
    }
    var now = desk.now();
    var people = about.stream().map(it -> it.turn().contact().person().id()).distinct().toList();
    var duties =
        crew.of(sql, tenant, people, now.minus(AFTER), now.plus(BEFORE)).stream()
            .collect(groupingBy(Duty::person));
    var codes =
        Stream.concat(
                about.stream().flatMap(it -> named(it).stream()),
                duties.values().stream().flatMap(List::stream).map(Duty::trip))
            .distinct()
            .toList();
    var known =
        trips.byCodes(sql, tenant, codes).stream().collect(toMap(Trip::code, Function.identity()));
    for (var it : about) {
      var theirs = duties.getOrDefault(it.turn().contact().person().id(), List.of());
      sheets.add(it, fact(sql, tenant, it, theirs, known, now));
    }
  }

  private DutyFact fact(
      Sql sql, int tenant, Asked asked, List<Duty> theirs, Map<String, Trip> known, Instant now) {
    var working = theirs.stream().filter(Duty::isTheirs).toList();
    var named = named(asked);
    if (named.isPresent()) {
      var trip = known.get(named.get());
      return trip == null
          ? DutyFact.several(working.size())
          : of(trip, own(sql, tenant, asked, trip), working.size(), now);
    }
    var duty = meant(asked, working).orElse(null);
    var trip = duty == null ? null : known.get(duty.trip());
    return trip == null ? DutyFact.several(working.size()) : of(trip, duty, working.size(), now);
  }

  /** Who checks in means where they have not yet. */
  static Optional<Duty> meant(Asked asked, List<Duty> working) {
    var to = working.stream().filter(it -> it.state().equals(Duty.ACCEPTED)).toList();
    var words = asked.understanding();
    var checksIn = words.notes().contains("check_in") || words.heads().arrived();
    return checksIn && to.size() == 1 ? Optional.of(to.getFirst()) : one(working);
  }

  /** The only one; of several the only one where they have checked in. */
  static Optional<Duty> one(List<Duty> working) {
    var here = working.stream().filter(it -> it.state().equals(Duty.CHECKED_IN)).toList();
    var meant = here.size() == 1 ? here : working;
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  private @Nullable Duty own(Sql sql, int tenant, Asked asked, Trip trip) {
    var person = asked.turn().contact().person().id();
    return crew.onTrip(sql, tenant, trip.code()).stream()
        .filter(it -> it.person().equals(person))
        .reduce((first, last) -> last)
        .orElse(null);
  }

  private static DutyFact of(Trip trip, @Nullable Duty duty, int open, Instant now) {
    return new DutyFact(
        trip.code(),
        DutyFact.TripState.valueOf(trip.state().toUpperCase(Locale.ROOT)),
        duty != null && (duty.isTheirs() || duty.state().equals(Duty.OFFERED)),
        duty == null ? null : duty.role(),
        duty == null ? null : DutyFact.State.valueOf(duty.state().toUpperCase(Locale.ROOT)),
        Duration.between(now, trip.startsAt()).toMinutes(),
        (long) trip.guests(),
        open);
  }

  private static boolean concerns(Asked asked) {
    return asked.turn().contact().person().isStaff() || named(asked).isPresent();
  }

  static Optional<String> named(Asked asked) {
    return Optional.ofNullable(asked.subject()).filter(it -> it.startsWith("TRP"));
  }
}
