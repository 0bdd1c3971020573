package travel.opslayer.capability.assign;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.assign.Ranking.Ranked;
import travel.opslayer.trip.Trip;

/** When somebody who is tired could start. */
final class Moments {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private Moments() {}

  /** Null when it is not rest alone that they lack, or when that would be after the trip. */
  static @Nullable Instant later(Ranked it, Trip trip) {
    var last = it.candidate().lastEnd();
    var needed = AssignTalk.ruled(it);
    if (last == null || needed.isEmpty() || !it.reasons().equals(List.of("rest"))) {
      return null;
    }
    var start = last.plus(Duration.ofMinutes(needed.get()));
    return start.isAfter(trip.startsAt()) && start.isBefore(trip.endsAt()) ? start : null;
  }

  static String time(Instant at, Trip trip) {
    return CLOCK.format(at.atZone(trip.zone()));
  }
}
