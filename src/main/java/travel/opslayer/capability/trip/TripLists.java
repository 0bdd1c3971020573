package travel.opslayer.capability.trip;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestRepository;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.HappeningRepository;
import travel.opslayer.trip.Trip;

/** What the crew may see: their own trips, and of their guests what their role needs. */
@Factory
final class TripLists {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final int BUTTONS = 3;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

  @Singleton
  ActionHandler showTrips(TripTalk talk, CrewRepository crew) {
    return ActionHandler.of("show_trips", call -> trips(call, talk, crew));
  }

  /** Of several trips that they may mean. */
  @Singleton
  ActionHandler whichTrip(TripTalk talk, CrewRepository crew) {
    return ActionHandler.of("which_trip", call -> which(call, talk, crew));
  }

  @Singleton
  ActionHandler showGuests(TripTalk talk, GuestRepository guests) {
    return ActionHandler.of(
        "show_guests", call -> talk.on(call, it -> guests(call, it, talk, guests)));
  }

  /** A code that is not theirs: nothing is said of that trip, only of the nearest of their own. */
  @Singleton
  ActionHandler notTheirs(TripTalk talk, HappeningRepository happenings) {
    return ActionHandler.of(
        "not_theirs",
        call ->
            call.fact("field_near")
                .flatMap(it -> talk.trip(call, it))
                .map(it -> near(call, it, talk, happenings))
                .orElseGet(
                    () ->
                        ActionResult.about(null)
                            .with("named", call.asked().subject())
                            .offering(List.of("show_trips"))));
  }

  private static ActionResult near(
      ActionCall call, Trip trip, TripTalk talk, HappeningRepository happenings) {
    happenings.add(
        call.sql(),
        call.tenant(),
        TripTalk.happening(call, trip, "wrong_code", null, TripTalk.words(call), Happening.SEEN));
    return talk.about(call, trip).with("named", call.asked().subject());
  }

  private static ActionResult trips(ActionCall call, TripTalk talk, CrewRepository crew) {
    var theirs = theirs(call, crew, WEEK);
    var lines =
        theirs.stream()
            .flatMap(duty -> talk.trip(call, duty.trip()).map(it -> line(it, duty)).stream())
            .collect(Collectors.joining("\n"));
    var result = ActionResult.about(null).with("list", lines.isEmpty() ? null : lines);
    for (var it : theirs.stream().limit(BUTTONS).toList()) {
      result = result.choosing("show_guests", it.trip(), "Guests " + it.trip(), "");
    }
    return result;
  }

  private static String line(Trip trip, Duty duty) {
    return "%s · %s · %s · %d guests · %s"
        .formatted(
            trip.code(),
            trip.startsAt().atZone(trip.zone()).format(WHEN),
            trip.meeting().isEmpty() ? "-" : trip.meeting(),
            trip.guests(),
            duty.role());
  }

  private static ActionResult which(ActionCall call, TripTalk talk, CrewRepository crew) {
    var result = ActionResult.about(null);
    for (var duty : theirs(call, crew, DutyFacts.BEFORE)) {
      var trip = talk.trip(call, duty.trip());
      if (trip.isPresent() && duty.state().equals(Duty.ACCEPTED)) {
        var start = trip.get().startsAt().atZone(trip.get().zone()).format(WHEN);
        result =
            result.choosing(
                CheckIn.CHECK_IN, duty.trip(), duty.trip(), start + " " + trip.get().meeting());
      }
    }
    return result;
  }

  private static List<Duty> theirs(ActionCall call, CrewRepository crew, Duration ahead) {
    return crew
        .of(
            call.sql(),
            call.tenant(),
            List.of(call.person().id()),
            call.now(),
            call.now().plus(ahead))
        .stream()
        .filter(Duty::isTheirs)
        .toList();
  }

  /** Guides see families; drivers places and numbers; nobody in the field a phone. */
  private static ActionResult guests(
      ActionCall call, Trip trip, TripTalk talk, GuestRepository guests) {
    var parties = guests.of(call.sql(), call.tenant(), trip.code());
    var isDriver = call.fact("duty_role").filter(Duty.DRIVER::equals).isPresent();
    var list = isDriver ? places(parties) : families(parties);
    return talk.about(call, trip).with("list", list.isEmpty() ? null : list);
  }

  private static String families(List<GuestParty> parties) {
    return parties.stream()
        .map(it -> TripTalk.party(it) + " · " + it.place())
        .collect(Collectors.joining("\n"));
  }

  private static String places(List<GuestParty> parties) {
    var places = new LinkedHashMap<String, Integer>();
    parties.forEach(it -> places.merge(it.place(), it.party(), Integer::sum));
    return places.entrySet().stream()
        .map(it -> it.getKey() + ": " + it.getValue())
        .collect(Collectors.joining("\n"));
  }
}
