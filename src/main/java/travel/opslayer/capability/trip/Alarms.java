package travel.opslayer.capability.trip;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.conversation.Contact;
import travel.opslayer.message.Alias;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.HappeningRepository;
import travel.opslayer.trip.Trip;

/** No guide has checked in: who is told when, and what they can do about it. */
@Factory
final class Alarms {

  /** A trip starts soon: rules set the clocks. */
  @Singleton
  ActionHandler watchTrip(TripTalk talk) {
    return new Step(
        "watch_trip",
        talk,
        (call, trip) ->
            talk.about(call, trip)
                .due("trip_start", trip.startsAt())
                .due("day_after", dayAfter(trip)));
  }

  /** When the day after its end begins. */
  private static Instant dayAfter(Trip trip) {
    var end = trip.endsAt().atZone(trip.zone()).toLocalDate();
    return end.plusDays(1).atStartOfDay(trip.zone()).toInstant();
  }

  @Singleton
  ActionHandler missCheckIn(TripTalk talk, HappeningRepository happenings) {
    return new Step("miss_check_in", talk, (call, trip) -> raise(call, trip, talk, happenings, 1));
  }

  @Singleton
  ActionHandler missCheckInAgain(TripTalk talk, HappeningRepository happenings) {
    return new Step(
        "miss_check_in_again", talk, (call, trip) -> raise(call, trip, talk, happenings, 2));
  }

  /** The number of the guide, for the office alone. */
  @Singleton
  ActionHandler callCrew(TripTalk talk) {
    return new Step(
        "call_crew",
        talk,
        (call, trip) ->
            talk.about(call, trip)
                .with(
                    "phone",
                    talk.working(call, trip, Duty.LEAD)
                        .flatMap(it -> talk.contact(call, it.person()))
                        .flatMap(Alarms::phone)
                        .orElse(null)));
  }

  @Singleton
  ActionHandler askDriver(TripTalk talk) {
    return new Step("ask_driver", talk, talk::about);
  }

  /** The driver tells whether the guide is there. It is no check-in of the guide. */
  @Singleton
  ActionHandler sayGuide(TripTalk talk, HappeningRepository happenings) {
    return new Step(
        "say_guide",
        talk,
        (call, trip) -> {
          happenings.add(
              call.sql(),
              call.tenant(),
              TripTalk.happening(call, trip, "guide_seen", null, null, Happening.CLAIMED));
          return talk.about(call, trip);
        });
  }

  private static ActionResult raise(
      ActionCall call, Trip trip, TripTalk talk, HappeningRepository happenings, int step) {
    var guide = talk.working(call, trip, Duty.LEAD).map(Duty::person);
    var last =
        happenings.of(call.sql(), call.tenant(), trip.code()).stream()
            .filter(it -> it.person() != null && guide.equals(Optional.of(it.person())))
            .reduce((first, second) -> second);
    happenings.add(
        call.sql(),
        call.tenant(),
        TripTalk.happening(call, trip, Headcount.ALARM, step, null, Happening.SEEN));
    return talk.about(call, trip)
        .with("seen", last.map(it -> TripTalk.moment(it.happenedAt(), trip)).orElse(null))
        .with("words", last.map(Happening::note).orElse(null))
        .noting("alarm", "No guide has checked in.");
  }

  private static Optional<String> phone(Contact contact) {
    return contact.address().kind() == Alias.Kind.PHONE
        ? Optional.of("+" + contact.address().value())
        : Optional.empty();
  }

  private record Step(String name, TripTalk talk, BiFunction<ActionCall, Trip, ActionResult> work)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return talk.on(call, it -> work.apply(call, it));
    }
  }
}
