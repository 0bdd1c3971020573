package travel.opslayer.capability.duty;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.duty.ShiftFact.Says;
import travel.opslayer.capability.duty.Shifts.Shift;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Fact;
import travel.opslayer.facts.FactSheets;
import travel.opslayer.facts.FactSource;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.IncidentRepository;
import travel.opslayer.incident.ToldRepository;
import travel.opslayer.message.Content;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Trip;

/** Looks at the work that those in the field are on; of timers, at their trip. */
@Singleton
final class ShiftFacts implements FactSource {

  private static final String FIELD = "field";

  /** What is left to do and ends with a bill begins so. */
  static final String BILLS = "bill ";

  private final Shifts shifts;
  private final IncidentRepository incidents;
  private final ToldRepository told;

  ShiftFacts(Shifts shifts, IncidentRepository incidents, ToldRepository told) {
    this.shifts = shifts;
    this.incidents = incidents;
    this.told = told;
  }

  @Override
  public List<Class<? extends Fact>> kinds() {
    return List.of(ShiftFact.class);
  }

  @Override
  public void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets) {
    for (var it : asked) {
      if (it.turn().timer().isPresent()) {
        named(it).ifPresent(trip -> sheets.add(it, due(sql, desk, trip)));
      } else if (it.turn().contact().person().roles().contains(FIELD)) {
        sheets.add(it, fact(sql, it, desk));
      } else if (it.turn().contact().person().isStaff()) {
        named(it).ifPresent(trip -> sheets.add(it, due(sql, desk, trip)));
      }
    }
  }

  private ShiftFact due(Sql sql, Desk desk, String trip) {
    var tenant = desk.tenant().id();
    return new ShiftFact(
        trip,
        null,
        null,
        shifts.trip(sql, tenant, trip).map(ShiftFacts::state).orElse(null),
        null,
        false,
        false,
        false,
        false,
        0,
        0,
        false,
        late(sql, desk, trip),
        false,
        shifts.open(sql, tenant, trip).size(),
        shifts.left(sql, tenant, trip).size());
  }

  private @Nullable Long late(Sql sql, Desk desk, String trip) {
    return shifts
        .trip(sql, desk.tenant().id(), trip)
        .map(it -> Duration.between(it.endsAt(), desk.now()).toMinutes())
        .orElse(null);
  }

  private ShiftFact fact(Sql sql, Asked asked, Desk desk) {
    var tenant = desk.tenant().id();
    var person = asked.turn().contact().person().id();
    var shift = shifts.of(sql, tenant, person, named(asked).orElse(null), desk.now());
    return shift
        .map(it -> of(sql, asked, desk, it))
        .orElseGet(
            () ->
                new ShiftFact(
                    null,
                    null,
                    null,
                    null,
                    says(asked),
                    false,
                    false,
                    false,
                    false,
                    0,
                    0,
                    false,
                    null,
                    claims(asked),
                    0,
                    0));
  }

  private ShiftFact of(Sql sql, Asked asked, Desk desk, Shift it) {
    var tenant = desk.tenant().id();
    var checkout = it.checkout();
    var knownKm = checkout != null && (checkout.km() != null || checkout.kmPhoto() != null);
    var knownDropped =
        checkout != null && checkout.dropped() != null && checkout.dropped() >= it.trip().guests();
    return new ShiftFact(
        it.trip().code(),
        it.duty().role(),
        ShiftFact.State.valueOf(it.duty().state().toUpperCase(Locale.ROOT)),
        state(it.trip()),
        says(asked),
        it.isLeaving(),
        knownDropped || dropped(asked, it).filter(count -> count >= it.trip().guests()).isPresent(),
        knownKm || reads(asked),
        reads(asked),
        told.tasksOfTrip(sql, tenant, it.trip().code(), BILLS).size(),
        incidents(sql, desk, it),
        isLast(sql, tenant, it),
        Duration.between(it.until(), asked.turn().happenedAt()).toMinutes(),
        claims(asked),
        0,
        0);
  }

  private long incidents(Sql sql, Desk desk, Shift it) {
    return incidents.current(sql, desk.tenant().id(), desk.now()).stream()
        .filter(one -> it.trip().code().equals(one.trip()))
        .filter(Incident::isGoingOn)
        .count();
  }

  private boolean isLast(Sql sql, int tenant, Shift it) {
    return shifts.open(sql, tenant, it.trip().code()).stream()
        .map(Duty::id)
        .allMatch(it.duty().id()::equals);
  }

  private static ShiftFact.TripState state(Trip it) {
    return ShiftFact.TripState.valueOf(it.state().toUpperCase(Locale.ROOT));
  }

  /** How many guests they say are at their hotels; all of them where they name no number. */
  static Optional<Integer> dropped(Asked asked, Shift it) {
    var tapped = asked.turn().tap().filter(tap -> tap.id().startsWith("say_dropped:"));
    if (tapped.isPresent()) {
      return Optional.of(it.trip().guests());
    }
    var heads = asked.understanding().heads();
    return !asked.understanding().notes().contains("dropped")
        ? Optional.empty()
        : Optional.ofNullable(heads.people())
            .or(() -> Optional.ofNullable(heads.here()))
            .or(() -> Optional.of(it.trip().guests()));
  }

  /** A number that can be one, or a picture. */
  static boolean reads(Asked asked) {
    return SaidFigures.km(asked.turn()).isPresent() || shows(asked);
  }

  /** A picture without words, when they were asked for it, is what they were asked for. */
  static boolean shows(Asked asked) {
    return asked.turn().bubbles().isEmpty()
        && asked.turn().messages().stream().anyMatch(it -> it.content() instanceof Content.Media);
  }

  static @Nullable Says says(Asked asked) {
    var notes = asked.understanding().notes();
    if (notes.contains("check_out")) {
      return Says.CHECK_OUT;
    }
    if (notes.contains("dropped")) {
      return Says.DROPPED;
    }
    return notes.contains("longer") ? Says.LONGER : null;
  }

  private static boolean claims(Asked asked) {
    return SaidFigures.before(asked.turn(), asked.turn().happenedAt(), asked.turn().tenant().zone())
        .isPresent();
  }

  static Optional<String> named(Asked asked) {
    return Optional.ofNullable(asked.subject()).filter(it -> it.startsWith("TRP"));
  }
}
