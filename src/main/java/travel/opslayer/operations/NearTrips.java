package travel.opslayer.operations;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.Database;
import travel.opslayer.database.Sql;
import travel.opslayer.inbox.Inbox;
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
  private final Conversations conversations;
  private final Office office;
  private final Set<String> told = new HashSet<>();

  /** Where and when it is said. */
  @Singleton
  record Office(Inbox inbox, Database database, Tenants tenants, InstantSource clock) {}

  NearTrips(TripRepository trips, CrewRepository crew, Conversations conversations, Office office) {
    this.trips = trips;
    this.crew = crew;
    this.conversations = conversations;
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
    var near =
        office
            .database()
            .read(
                tenant.id(),
                sql -> trips.starting(sql, tenant.id(), now.minus(AROUND), now.plus(AROUND)));
    return (int) near.stream().filter(NearTrips::waits).filter(it -> tell(tenant, it)).count()
        + overfull(tenant);
  }

  /** More guests came than an exception has allowed: said once for each number. */
  private int overfull(Tenant tenant) {
    var over = office.database().read(tenant.id(), sql -> overfull(sql, tenant));
    over.forEach(
        (code, lane) ->
            office
                .inbox()
                .keepDue(
                    tenant.id(),
                    "trip_overfull",
                    code,
                    office.clock().instant(),
                    HexFormat.of().parseHex(lane)));
    return over.size();
  }

  /** The lane of operations, by the code of the duty. */
  private Map<String, String> overfull(Sql sql, Tenant tenant) {
    var all = new HashMap<String, String>();
    for (var duty : crew.overfull(sql, tenant.id())) {
      var guests = trips.byCode(sql, tenant.id(), duty.trip()).map(Trip::guests).orElse(0);
      if (told.add("%d %s %d".formatted(tenant.id(), duty.code(), guests))) {
        conversations.byRole(sql, tenant.id(), "operations").stream()
            .findFirst()
            .ifPresent(it -> all.put(duty.code(), it.lane()));
      }
    }
    return all;
  }

  private static boolean waits(Trip trip) {
    return Set.of(Trip.PLANNED, Trip.STAFFED, Trip.READY).contains(trip.state());
  }

  private boolean tell(Tenant tenant, Trip trip) {
    if (!told.add("%d %s %s".formatted(tenant.id(), trip.code(), trip.startsAt()))) {
      return false;
    }
    var lane =
        office.database().read(tenant.id(), sql -> reader(sql, tenant, trip)).map(Contact::lane);
    lane.ifPresent(
        it ->
            office
                .inbox()
                .keepDue(
                    tenant.id(),
                    "trip_near",
                    trip.code(),
                    office.clock().instant(),
                    HexFormat.of().parseHex(it)));
    return lane.isPresent();
  }

  /** The guide; the office where there is none. */
  private Optional<Contact> reader(Sql sql, Tenant tenant, Trip trip) {
    var guide =
        crew.onTrip(sql, tenant.id(), trip.code()).stream()
            .filter(it -> it.role().equals(Duty.LEAD) && it.isTheirs())
            .map(Duty::person)
            .toList();
    return conversations.byPerson(sql, tenant.id(), guide).stream()
        .findFirst()
        .or(() -> conversations.byRole(sql, tenant.id(), "operations").stream().findFirst());
  }
}
