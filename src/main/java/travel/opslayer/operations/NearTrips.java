package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.operations.Noticeboard.Notice;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Trip;
import travel.opslayer.trip.TripRepository;
import travel.opslayer.worker.Worker;

/**
 * Notices that a trip starts soon, whoever has planned it, and says so to the inbox, in the lane of
 * its guide: once for each start; and that one has more guests than its lead may take along. Said
 * twice, after a restart or by two nodes, the same clocks are set once more, and what they find is
 * decided by what is known then.
 */
@Singleton
public final class NearTrips implements Worker {

  private static final Duration AROUND = Duration.ofHours(2);

  private final TripRepository trips;
  private final CrewRepository crew;
  private final Noticeboard board;
  private final Office office;

  /** Where and when it is said. */
  @Singleton
  record Office(Inbox inbox, Database database, Tenants tenants, InstantSource clock) {}

  NearTrips(TripRepository trips, CrewRepository crew, Noticeboard board, Office office) {
    this.trips = trips;
    this.crew = crew;
    this.board = board;
    this.office = office;
  }

  @Override
  public String name() {
    return "near trips";
  }

  @Override
  public synchronized int runOnce() {
    return office.tenants().all().stream().mapToInt(this::tell).sum();
  }

  private int tell(Tenant tenant) {
    var now = office.clock().instant();
    var id = tenant.id();
    var notices =
        office
            .database()
            .read(
                id,
                sql ->
                    Stream.concat(
                            trips.starting(sql, id, now.minus(AROUND), now.plus(AROUND)).stream()
                                .filter(NearTrips::waits)
                                .flatMap(it -> near(sql, id, it, now).stream()),
                            crew.overfull(sql, id).stream()
                                .flatMap(it -> overfull(sql, id, it, now).stream()))
                        .toList());
    notices.forEach(it -> board.say(id, it));
    return notices.size();
  }

  private Optional<Notice> near(Sql sql, int tenant, Trip trip, Instant now) {
    var key = "near %s %s".formatted(trip.code(), trip.startsAt());
    return board.isNew(tenant, key)
        ? board
            .laneOf(sql, tenant, trip.code())
            .map(lane -> new Notice(key, "trip_near", trip.code(), now, lane))
        : Optional.empty();
  }

  /** More guests came than an exception has allowed: said once for each number. */
  private Optional<Notice> overfull(Sql sql, int tenant, Duty duty, Instant now) {
    var guests = trips.byCode(sql, tenant, duty.trip()).map(Trip::guests).orElse(0);
    var key = "overfull %s %d".formatted(duty.code(), guests);
    return board.isNew(tenant, key)
        ? board
            .office(sql, tenant)
            .map(lane -> new Notice(key, "trip_overfull", duty.code(), now, lane))
        : Optional.empty();
  }

  private static boolean waits(Trip trip) {
    return Set.of(Trip.PLANNED, Trip.STAFFED, Trip.READY).contains(trip.state());
  }
}
