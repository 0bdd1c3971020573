package travel.opslayer.capability.trip;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.Trip;
import travel.opslayer.trip.TripRepository;

/** What texts about a trip may say, and who is told about it. */
@Singleton
final class TripTalk {

  private final TripRepository trips;
  private final CrewRepository crew;
  private final Conversations conversations;

  TripTalk(TripRepository trips, CrewRepository crew, Conversations conversations) {
    this.trips = trips;
    this.crew = crew;
    this.conversations = conversations;
  }

  /** The trip that the rules have seen. */
  Optional<Trip> meant(ActionCall call) {
    return call.fact("duty_trip").flatMap(it -> trip(call, it));
  }

  Optional<Trip> trip(ActionCall call, String code) {
    return trips.byCode(call.sql(), call.tenant(), code);
  }

  /** What is done about the trip that is meant; nothing where there is none. */
  ActionResult on(ActionCall call, Function<Trip, ActionResult> work) {
    return meant(call)
        .map(work)
        .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing("trip/not_on_it"));
  }

  List<Duty> crew(ActionCall call, Trip trip) {
    return crew.onTrip(call.sql(), call.tenant(), trip.code());
  }

  /** They have been there since this time. */
  Optional<Duty> correct(ActionCall call, Trip trip, Duty own, Instant at) {
    crew.correctCheckIn(call.sql(), call.tenant(), own, at);
    return own(call, trip);
  }

  Optional<Duty> own(ActionCall call, Trip trip) {
    return crew(call, trip).stream()
        .filter(it -> it.person().equals(call.person().id()) && it.isTheirs())
        .findFirst();
  }

  Optional<Duty> working(ActionCall call, Trip trip, String role) {
    return crew(call, trip).stream()
        .filter(it -> it.role().equals(role))
        .filter(it -> it.isTheirs() || it.state().equals(Duty.CHECKED_OUT))
        .findFirst();
  }

  /** By the clock of the provider that brought it, which is never ahead of ours. */
  static Instant happened(ActionCall call) {
    var at = call.asked().turn().happenedAt();
    return at.isAfter(call.now()) ? call.now() : at;
  }

  ActionResult about(ActionCall call, Trip trip) {
    var guide = working(call, trip, Duty.LEAD).map(Duty::person);
    var driver = working(call, trip, Duty.DRIVER);
    var driven = driver.map(Duty::person);
    return ActionResult.about(trip.code())
        .telling("guide", guide.orElse(null))
        .telling("driver", driven.orElse(null))
        .with("trip", trip.code())
        .with("start", new Moment(trip.startsAt(), trip.zone()))
        .with("startDay", Days.word(trip.startsAt(), call.now(), trip.zone()))
        .with("meeting", trip.meeting().isEmpty() ? null : trip.meeting())
        .with("guests", trip.guests())
        .with("writer", call.person().firstName())
        .with("guide", guide.flatMap(it -> name(call, it)).orElse(null))
        .with("driver", driven.flatMap(it -> name(call, it)).orElse(null))
        .with(
            "driverHere",
            driver.filter(it -> it.state().equals(Duty.CHECKED_IN)).isPresent() ? "yes" : null);
  }

  Optional<String> name(ActionCall call, UUID person) {
    return contact(call, person).map(it -> it.person().firstName());
  }

  Optional<Contact> contact(ActionCall call, UUID person) {
    return conversations.byPerson(call.sql(), call.tenant(), List.of(person)).stream().findFirst();
  }

  Optional<Duty> move(ActionCall call, Duty duty, Instant at) {
    return Moves.to(call, "crew").flatMap(it -> crew.move(call.sql(), call.tenant(), duty, it, at));
  }

  Optional<Trip> move(ActionCall call, Trip trip, Instant at) {
    return Moves.to(call, "trip")
        .flatMap(it -> trips.move(call.sql(), call.tenant(), trip, it, at));
  }

  static Moment moment(Instant at, Trip trip) {
    return new Moment(at, trip.zone());
  }

  static String party(GuestParty party) {
    return "%s x%d".formatted(party.name(), party.party());
  }

  /** Something that they say is so, at the time at which they wrote it. */
  static Happening happening(
      ActionCall call,
      Trip trip,
      String kind,
      @Nullable Integer number,
      @Nullable String note,
      String trust) {
    return happening(call, trip, kind, number, note, trust, happened(call));
  }

  static Happening happening(
      ActionCall call,
      Trip trip,
      String kind,
      @Nullable Integer number,
      @Nullable String note,
      String trust,
      Instant at) {
    var turn = call.asked().turn();
    var isTimer = turn.timer().isPresent();
    return new Happening(
        call.id(kind),
        trip.code(),
        kind,
        isTimer ? null : call.person().id(),
        number,
        note,
        at,
        call.now(),
        trust,
        isTimer ? null : turn.eventIds().getFirst(),
        null,
        null);
  }

  static String words(ActionCall call) {
    return String.join(" ", call.asked().turn().bubbles()).strip();
  }

  /** Numbers of phones are for the office. */
  static String masked(String words) {
    return words.replaceAll("\\+?\\d[\\d ()./-]{5,}\\d", "•••");
  }
}
