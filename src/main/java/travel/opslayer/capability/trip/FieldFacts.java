package travel.opslayer.capability.trip;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.trip.FieldFact.Says;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.facts.words.Typos;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Trip;
import travel.opslayer.trip.TripRepository;

/** Looks at what is said in the field, and at how trips stand before they start. */
@Singleton
final class FieldFacts implements FactSource {

  /** A trip that starts later is hardly meant by a slip of the finger. */
  private static final Duration AHEAD = Duration.ofHours(48);

  private final TripRepository trips;
  private final CrewRepository crew;
  private final Headcount headcount;

  FieldFacts(TripRepository trips, CrewRepository crew, Headcount headcount) {
    this.trips = trips;
    this.crew = crew;
    this.headcount = headcount;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(FieldFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    for (var it : asked) {
      var isTimer = it.turn().timer().isPresent();
      if (isTimer ? DutyFacts.named(it).isPresent() : it.turn().contact().person().isStaff()) {
        sheets.add(it, fact(sql, it, desk));
      }
    }
  }

  private FieldFact fact(Sql sql, Asked asked, Desk desk) {
    var tenant = desk.tenant().id();
    var now = desk.now();
    var theirs = theirs(sql, asked, desk);
    var named = DutyFacts.named(asked);
    var working =
        theirs.stream().filter(it -> it.startsAt().isBefore(now.plus(DutyFacts.BEFORE))).toList();
    var code = named.or(() -> DutyFacts.meant(asked, working).map(Duty::trip));
    var trip = code.flatMap(it -> trips.byCode(sql, tenant, it)).orElse(null);
    var foreign =
        asked.turn().timer().isEmpty()
            && named.isPresent()
            && theirs.stream().noneMatch(it -> it.trip().equals(named.get()));
    var near = foreign ? near(named.get(), theirs, desk) : Optional.<String>empty();
    if (trip == null || foreign) {
      return new FieldFact(
          says(asked),
          foreign,
          near.orElse(null),
          counts(asked),
          null,
          false,
          false,
          claims(asked),
          false,
          0);
    }
    return of(sql, asked, trip, desk);
  }

  private FieldFact of(Sql sql, Asked asked, Trip trip, Desk desk) {
    var tenant = desk.tenant().id();
    var guideHere = guideHere(crew.onTrip(sql, tenant, trip.code()));
    var seen = headcount.of(sql, tenant, trip);
    var said = Headcount.said(asked, seen.expected());
    var here = said.or(seen::counted).map(Integer::longValue).orElse(null);
    return new FieldFact(
        says(asked),
        false,
        null,
        counts(asked),
        here,
        here != null && here >= seen.expected(),
        seen.leftBehind().findAny().isPresent()
            && said.filter(it -> it > seen.expected()).isPresent(),
        claims(asked),
        guideHere,
        guideHere ? 0 : seen.alarms());
  }

  private List<Duty> theirs(Sql sql, Asked asked, Desk desk) {
    var person = asked.turn().contact().person();
    return crew
        .of(
            sql,
            desk.tenant().id(),
            List.of(person.id()),
            desk.now().minus(DutyFacts.AFTER),
            desk.now().plus(AHEAD))
        .stream()
        .filter(Duty::isTheirs)
        .toList();
  }

  static boolean guideHere(List<Duty> crew) {
    return crew.stream()
        .filter(it -> !it.role().equals(Duty.DRIVER))
        .anyMatch(it -> it.state().equals(Duty.CHECKED_IN) || it.state().equals(Duty.CHECKED_OUT));
  }

  /** By letters, then by time. */
  private static Optional<String> near(String named, List<Duty> theirs, Desk desk) {
    return theirs.stream()
        .min(
            Comparator.<Duty>comparingInt(it -> Typos.distance(named, it.trip()))
                .thenComparing(it -> Duration.between(desk.now(), it.startsAt()).abs()))
        .map(Duty::trip);
  }

  private static @Nullable Says says(Asked asked) {
    var notes = asked.understanding().notes();
    var heads = asked.understanding().heads();
    if (notes.contains("my_trips")) {
      return Says.MY_TRIPS;
    }
    if (notes.contains("guest_list")) {
      return Says.GUEST_LIST;
    }
    if (heads.leaving()) {
      return Says.LEAVING;
    }
    return notes.contains("check_in") ? Says.CHECK_IN : heads.arrived() ? Says.ARRIVED : null;
  }

  /** How many need a night more is not how many are here. */
  private static boolean counts(Asked asked) {
    return !asked.understanding().notes().contains("extra_night")
        && Headcount.said(asked, 0).isPresent();
  }

  private static boolean claims(Asked asked) {
    return SaidTime.in(asked.turn()).isPresent();
  }
}
