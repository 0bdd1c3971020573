package travel.opslayer.capability.late;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.trip.HappeningRepository;
import travel.opslayer.trip.Trip;

/** What one message of somebody on a trip asks for, or corrects. */
@Factory
final class NightSteps {

  @Singleton
  ActionHandler askNight(OwnTrip trips, Nights nights) {
    return new Step("ask_night", trips, nights::ask);
  }

  @Singleton
  ActionHandler dropNight(OwnTrip trips, Nights nights) {
    return new Step("drop_night", trips, nights::drop);
  }

  /** What they had claimed is kept as what we knew; what is so now stands beside it. */
  @Singleton
  ActionHandler correctTime(OwnTrip trips, HappeningRepository happenings, Troubles troubles) {
    return new Step(
        "correct_time", trips, (call, trip) -> correct(call, trip, trips, happenings, troubles));
  }

  private static ActionResult correct(
      ActionCall call,
      Trip trip,
      OwnTrip trips,
      HappeningRepository happenings,
      Troubles troubles) {
    var result = ActionResult.about(trip.code()).with("trip", trip.code());
    var found = trips.corrected(call.sql(), call.asked(), trip, call.desk());
    if (found.isEmpty()) {
      return result.refusing("late/nothing_to_change");
    }
    var was = found.get().claim();
    var now = trips.claimed(found.get(), trip, call);
    happenings.withdraw(call.sql(), call.tenant(), was.id(), "corrected", call.now());
    happenings.add(call.sql(), call.tenant(), now);
    troubles.began(call, was, now);
    return result
        .with("what", was.note())
        .with("at", OwnTrip.moment(now.happenedAt(), trip))
        .with("was", OwnTrip.moment(was.happenedAt(), trip))
        .noting("corrected", "A time that was claimed is another: " + was.kind());
  }

  private record Step(String name, OwnTrip trips, BiFunction<ActionCall, Trip, ActionResult> work)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return trips
          .of(call)
          .map(it -> work.apply(call, it))
          .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing("trip/not_on_it"));
    }
  }
}
