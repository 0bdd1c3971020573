package travel.opslayer.capability.late;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.Sql;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.media.TripOfSender;
import travel.opslayer.message.Content;
import travel.opslayer.reply.Moment;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestRepository;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.HappeningRepository;
import travel.opslayer.trip.Trip;
import travel.opslayer.trip.TripRepository;

/** The trip that somebody is on, what they have claimed of it, and what others on it say. */
@Singleton
final class OwnTrip {

  private static final String NOT_SO = "not_so";

  /** Whoever writes more than a time tells something else. */
  private static final int FEW = 6;

  private static final Set<String> COUNTS = Set.of("report", "headcount");

  /** Later they may be fewer, and nobody contradicts anybody. */
  private static final Duration SAME = Duration.ofHours(2);

  private final TripOfSender whose;
  private final TripRepository trips;
  private final GuestRepository guests;
  private final HappeningRepository happenings;
  private final Conversations conversations;

  OwnTrip(
      TripOfSender whose,
      TripRepository trips,
      GuestRepository guests,
      HappeningRepository happenings,
      Conversations conversations) {
    this.whose = whose;
    this.trips = trips;
    this.guests = guests;
    this.happenings = happenings;
    this.conversations = conversations;
  }

  /**
   * A time that was claimed, and what it is now.
   *
   * @param claim that is not so
   * @param at when it was instead
   */
  record Corrected(Happening claim, Instant at) {}

  Optional<Trip> of(Sql sql, UUID person, Desk desk) {
    var tenant = desk.tenant().id();
    return whose
        .trip(sql, tenant, person, desk.now())
        .flatMap(it -> trips.byCode(sql, tenant, it))
        .filter(it -> it.state().equals(Trip.IN_PROGRESS));
  }

  /** The one that the rules have seen. */
  Optional<Trip> of(ActionCall call) {
    return call.fact("duty_trip").flatMap(it -> trips.byCode(call.sql(), call.tenant(), it));
  }

  /** Family names of those who travel. */
  List<String> guests(ActionCall call, Trip trip) {
    return guests.of(call.sql(), call.tenant(), trip.code()).stream()
        .map(GuestParty::name)
        .toList();
  }

  /**
   * "11 baje thyo, 10 haina": one of its times is one that they have claimed, the other is when it
   * was; or a bare time, where one that they claimed is doubtful. With any doubt it is none.
   */
  Optional<Corrected> corrected(Sql sql, Asked asked, Trip trip, Desk desk) {
    var turn = asked.turn();
    if (turn.messages().size() != 1
        || !(turn.messages().getFirst().content() instanceof Content.Text(var words))) {
      return Optional.empty();
    }
    var times = SaidClock.in(words);
    var says = asked.understanding().notes().contains(NOT_SO);
    if (!says && (times.size() != 1 || asked.understanding().words() > FEW)) {
      return Optional.empty();
    }
    var said = Stream.concat(times.stream(), SaidClock.hours(words).stream()).toList();
    var found =
        happenings.of(sql, desk.tenant().id(), trip.code()).stream()
            .filter(it -> it.withdrawn() == null && !it.trust().equals(Happening.SEEN))
            .filter(it -> turn.contact().person().id().equals(it.person()))
            .filter(it -> says ? isAny(said, it, trip) : it.trust().equals(Happening.LOW))
            .toList();
    return found.size() == 1
        ? corrected(found.getFirst(), says ? said : times, trip)
        : Optional.empty();
  }

  /** The same as it is now. */
  Happening claimed(Corrected it, Trip trip, ActionCall call) {
    var was = it.claim();
    var before = it.at().isBefore(trip.startsAt());
    return new Happening(
        call.id("corrected"),
        was.trip(),
        was.kind(),
        was.person(),
        was.number(),
        was.note(),
        it.at(),
        call.now(),
        before ? Happening.LOW : Happening.CLAIMED,
        call.asked().turn().eventIds().getFirst(),
        null,
        null);
  }

  static Moment moment(Instant at, Trip trip) {
    return new Moment(at, trip.zone());
  }

  private static boolean isAny(List<SaidClock> said, Happening claim, Trip trip) {
    return said.stream().anyMatch(it -> it.isAt(claim.happenedAt(), trip.zone()));
  }

  private static Optional<Corrected> corrected(Happening claim, List<SaidClock> said, Trip trip) {
    var others =
        said.stream()
            .filter(it -> !it.isAt(claim.happenedAt(), trip.zone()))
            .map(it -> it.until(claim.knownAt(), trip.zone()))
            .flatMap(Stream::ofNullable)
            .distinct()
            .toList();
    return others.size() == 1
        ? Optional.of(new Corrected(claim, others.getFirst()))
        : Optional.empty();
  }

  /**
   * Who counted otherwise for about then, such as: Dawa 8 (06:35); null when nobody did. Which of
   * them is right, people find out.
   */
  @Nullable String otherwise(ActionCall call, Trip trip, List<Line> reports) {
    var counted = reports.stream().filter(it -> it.number() != null).toList();
    if (counted.isEmpty()) {
      return null;
    }
    var others =
        happenings.of(call.sql(), call.tenant(), trip.code()).stream()
            .filter(it -> COUNTS.contains(it.kind()) && it.withdrawn() == null)
            .filter(it -> it.person() != null && !call.person().id().equals(it.person()))
            .filter(it -> counted.stream().anyMatch(report -> contradicts(report, it)))
            .map(it -> said(call, trip, it))
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? null : others;
  }

  private static boolean contradicts(Line report, Happening it) {
    var apart = Duration.between(it.happenedAt(), report.at()).abs();
    return it.number() != null
        && !it.number().equals(report.number())
        && apart.compareTo(SAME) <= 0;
  }

  private String said(ActionCall call, Trip trip, Happening it) {
    return "%s %d (%tR)"
        .formatted(name(call, it.person()), it.number(), it.happenedAt().atZone(trip.zone()));
  }

  private String name(ActionCall call, @Nullable UUID person) {
    return person == null
        ? "?"
        : conversations.byPerson(call.sql(), call.tenant(), List.of(person)).stream()
            .map(it -> String.valueOf(it.person().firstName()))
            .findFirst()
            .orElse("?");
  }
}
