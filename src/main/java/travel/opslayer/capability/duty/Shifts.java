package travel.opslayer.capability.duty;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;
import travel.opslayer.trip.Checkout;
import travel.opslayer.trip.CheckoutRepository;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Overtime;
import travel.opslayer.trip.OvertimeRepository;
import travel.opslayer.trip.Trip;
import travel.opslayer.trip.TripRepository;

/** Finds the work that somebody is on: nobody in a jam types the code of a trip. */
@Singleton
final class Shifts {

  /** Who has not checked out for longer is asked by somebody else. */
  private static final Duration BACK = Duration.ofHours(48);

  private final TripRepository trips;
  private final CrewRepository crew;
  private final OvertimeRepository overtimes;
  private final CheckoutRepository checkouts;

  Shifts(
      TripRepository trips,
      CrewRepository crew,
      OvertimeRepository overtimes,
      CheckoutRepository checkouts) {
    this.trips = trips;
    this.crew = crew;
    this.overtimes = overtimes;
    this.checkouts = checkouts;
  }

  /**
   * Somebody's work.
   *
   * @param overtime all that was ever asked for
   * @param checkout as far as they have told; null while they have not asked to check out
   */
  record Shift(Duty duty, Trip trip, List<Overtime> overtime, @Nullable Checkout checkout) {

    Shift {
      overtime = List.copyOf(overtime);
    }

    /** Minutes beyond the plan that somebody has agreed to. */
    int granted() {
      return overtime.stream()
          .filter(it -> it.state().equals(Overtime.APPROVED) && it.granted() != null)
          .collect(Collectors.summingInt(it -> it.granted() == null ? 0 : it.granted()));
    }

    /** When they should be done, with what was agreed. */
    Instant until() {
      return duty.endsAt().plus(Duration.ofMinutes(granted()));
    }

    boolean isLeaving() {
      return checkout != null && checkout.endedAt() == null;
    }

    Optional<Overtime> last() {
      return overtime.stream().reduce((first, second) -> second);
    }
  }

  /** The one on the trip that is named; else the one they have checked in for last. */
  Optional<Shift> of(Sql sql, int tenant, UUID person, @Nullable String named, Instant now) {
    var theirs =
        crew.of(sql, tenant, List.of(person), now.minus(BACK), now).stream()
            .filter(Duty::isTheirs)
            .filter(it -> named == null || it.trip().equals(named))
            .sorted(Comparator.comparing(Duty::startsAt).reversed())
            .toList();
    return theirs.stream()
        .filter(it -> it.state().equals(Duty.CHECKED_IN))
        .findFirst()
        .or(() -> theirs.stream().filter(it -> isUnderWay(sql, tenant, it)).findFirst())
        .flatMap(it -> shift(sql, tenant, it));
  }

  private boolean isUnderWay(Sql sql, int tenant, Duty duty) {
    return trips
        .byCode(sql, tenant, duty.trip())
        .filter(it -> it.state().equals(Trip.IN_PROGRESS))
        .isPresent();
  }

  private Optional<Shift> shift(Sql sql, int tenant, Duty duty) {
    return trips
        .byCode(sql, tenant, duty.trip())
        .map(
            it ->
                new Shift(
                    duty,
                    it,
                    overtimes.of(sql, tenant, duty.id()),
                    checkouts.of(sql, tenant, duty.id()).orElse(null)));
  }

  /** When whoever has asked for it should be done, with all that was agreed. */
  Optional<Instant> until(Sql sql, int tenant, Overtime it) {
    return crew.onTrip(sql, tenant, it.trip()).stream()
        .filter(duty -> duty.id().equals(it.crew()))
        .findFirst()
        .flatMap(duty -> shift(sql, tenant, duty))
        .map(Shift::until);
  }

  Optional<Trip> trip(Sql sql, int tenant, String code) {
    return trips.byCode(sql, tenant, code);
  }

  /** Those of the crew who have checked in and not out. */
  List<Duty> open(Sql sql, int tenant, String trip) {
    return crew.onTrip(sql, tenant, trip).stream()
        .filter(it -> it.state().equals(Duty.CHECKED_IN))
        .toList();
  }

  /** Those who have checked out and did not tell all. */
  List<Checkout> left(Sql sql, int tenant, String trip) {
    return checkouts.onTrip(sql, tenant, trip).stream()
        .filter(it -> it.endedAt() != null && !it.leftOpen().isEmpty())
        .toList();
  }

  Optional<Duty> onTrip(Sql sql, int tenant, Checkout it) {
    return crew.onTrip(sql, tenant, it.trip()).stream()
        .filter(duty -> duty.id().equals(it.crew()))
        .findFirst();
  }

  Optional<Duty> byCode(Sql sql, int tenant, String code) {
    return crew.byCode(sql, tenant, code);
  }
}
