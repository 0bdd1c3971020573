package travel.opslayer.capability.trip;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestRepository;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.HappeningRepository;
import travel.opslayer.trip.Trip;

/** How many guests are here, and who is not. */
@Singleton
final class Headcount {

  static final String COUNT = "headcount";
  static final String ALARM = "alarm";

  private static final String TAP = "count_guests:";

  private final GuestRepository guests;
  private final HappeningRepository happenings;

  Headcount(GuestRepository guests, HappeningRepository happenings) {
    this.guests = guests;
    this.happenings = happenings;
  }

  /**
   * How it stands.
   *
   * @param expected all but those who were given up
   * @param counted as the last count has it
   * @param alarms that were not withdrawn
   */
  record Seen(List<GuestParty> parties, int expected, Optional<Integer> counted, int alarms) {

    /** Those whom nobody waits for any more. */
    Stream<GuestParty> leftBehind() {
      return parties.stream().filter(it -> it.state().equals(GuestParty.NO_SHOW));
    }
  }

  Seen of(Sql sql, int tenant, Trip trip) {
    var parties = guests.of(sql, tenant, trip.code());
    var known =
        happenings.of(sql, tenant, trip.code()).stream()
            .filter(it -> it.withdrawn() == null)
            .toList();
    var counted =
        known.stream()
            .filter(it -> it.kind().equals(COUNT))
            .map(Happening::number)
            .reduce((first, last) -> last);
    var alarms = known.stream().filter(it -> it.kind().equals(ALARM)).count();
    return new Seen(parties, trip.guests(), counted, (int) alarms);
  }

  /** How many are here by what is tapped or written. */
  static Optional<Integer> said(Asked asked, int expected) {
    var tapped = asked.turn().tap().map(it -> it.id()).filter(it -> it.startsWith(TAP));
    if (tapped.isPresent()) {
      return tapped
          .map(it -> it.replaceFirst("@.*", "").substring(TAP.length()))
          .filter(it -> it.matches("\\d{1,3}"))
          .map(Integer::valueOf);
    }
    var heads = asked.understanding().heads();
    return Optional.ofNullable(heads.here())
        .or(() -> Optional.ofNullable(heads.people()))
        .or(() -> Optional.ofNullable(heads.missing()).map(it -> Math.max(0, expected - it)))
        .or(() -> heads.everybody() ? Optional.of(expected) : Optional.empty());
  }

  /** So many more are here than were counted, where that count knew nothing of them. */
  Seen joined(ActionCall call, Trip trip, int more) {
    var seen = of(call.sql(), call.tenant(), trip);
    var counted = seen.counted().filter(it -> it < seen.expected());
    if (counted.isEmpty()) {
      return seen;
    }
    var now = Math.min(seen.expected(), counted.get() + more);
    happenings.add(call.sql(), call.tenant(), counted(call, trip, now));
    return of(call.sql(), call.tenant(), trip);
  }

  /** Keeps what they say, and asks whom they miss. */
  ActionResult count(ActionCall call, Trip trip, ActionResult result) {
    var seen = of(call.sql(), call.tenant(), trip);
    var said = said(call.asked(), seen.expected());
    said.ifPresent(it -> happenings.add(call.sql(), call.tenant(), counted(call, trip, it)));
    var here = said.or(seen::counted);
    var missing = here.map(it -> Math.max(0, seen.expected() - it)).orElse(0);
    var counted =
        result
            .with("here", here.orElse(null))
            .with("expected", seen.expected())
            .with("one", seen.expected() > 1 ? seen.expected() - 1 : null)
            .with("two", seen.expected() > 2 ? seen.expected() - 2 : null)
            .with("missing", missing > 0 ? missing : null);
    return missing > 0 ? whom(trip, seen, counted) : counted;
  }

  /** The parties that may be missing; the family name and the place, and nothing else of them. */
  ActionResult whom(Trip trip, Seen seen, ActionResult result) {
    var asking = result;
    for (var it : seen.parties()) {
      if (it.state().equals(GuestParty.EXPECTED) && it.askedAt() == null) {
        asking =
            asking.choosing(
                "name_missing:" + it.booking(), trip.code(), TripTalk.party(it), it.place());
      }
    }
    return asking;
  }

  private static Happening counted(ActionCall call, Trip trip, int here) {
    return TripTalk.happening(call, trip, COUNT, here, null, Happening.SEEN);
  }
}
