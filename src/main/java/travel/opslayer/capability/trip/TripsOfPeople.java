package travel.opslayer.capability.trip;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import travel.opslayer.database.Sql;
import travel.opslayer.media.TripOfSender;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestRepository;
import travel.opslayer.trip.Trip;
import travel.opslayer.trip.TripRepository;

/** Who is on which trip: those who work on it, and its guests. Of several trips, nobody knows. */
@Singleton
final class TripsOfPeople implements TripOfSender {

  /** Pictures are sent when there is a signal again. */
  private static final Duration AROUND = Duration.ofHours(12);

  private final CrewRepository crew;
  private final GuestRepository guests;
  private final TripRepository trips;

  TripsOfPeople(CrewRepository crew, GuestRepository guests, TripRepository trips) {
    this.crew = crew;
    this.guests = guests;
    this.trips = trips;
  }

  @Override
  public Optional<String> trip(Sql sql, int tenant, UUID person, Instant at) {
    var works = crew.of(sql, tenant, List.of(person), at, at.plusSeconds(1)).stream();
    var travels = guests.ofPerson(sql, tenant, person).stream().map(GuestParty::trip).toList();
    var found =
        Stream.concat(
                works.filter(Duty::isTheirs).map(Duty::trip),
                trips.byCodes(sql, tenant, travels).stream()
                    .filter(it -> isOn(it, at))
                    .map(Trip::code))
            .distinct()
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean isOn(Trip trip, Instant at) {
    return !at.isBefore(trip.startsAt()) && at.isBefore(trip.endsAt().plus(AROUND));
  }
}
