package travel.opslayer.capability.trip;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.trip.GuestParty;
import travel.opslayer.trip.GuestRepository;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.HappeningRepository;
import travel.opslayer.trip.Trip;

/** How many guests are here, and off they go. */
@Factory
final class Counting {

  /** Who counts guests is there. */
  @Singleton
  ActionHandler countGuests(TripTalk talk, CheckIn checkIn) {
    return new Step("count_guests", talk, checkIn::checkedIn);
  }

  /** Another number than those to tap. */
  @Singleton
  ActionHandler countOther(TripTalk talk) {
    return new Step("count_other", talk, talk::about);
  }

  /** A voice note that nobody can hear: asked in other words. */
  @Singleton
  ActionHandler askHeads(TripTalk talk, Headcount headcount) {
    return new Step(
        "ask_heads", talk, (call, trip) -> headcount.count(call, trip, talk.about(call, trip)));
  }

  @Singleton
  ActionHandler startTrip(
      TripTalk talk, CheckIn checkIn, GuestRepository guests, HappeningRepository happenings) {
    return new Step(
        "start_trip", talk, (call, trip) -> start(call, trip, talk, checkIn, guests, happenings));
  }

  private static ActionResult start(
      ActionCall call,
      Trip trip,
      TripTalk talk,
      CheckIn checkIn,
      GuestRepository guests,
      HappeningRepository happenings) {
    var at = TripTalk.happened(call);
    var result = checkIn.checkedIn(call, trip);
    if (result.refused() != null) {
      return result;
    }
    if (talk.move(call, trip, at).isEmpty()) {
      return result.refusing("trip/started_already");
    }
    guests.of(call.sql(), call.tenant(), trip.code()).stream()
        .filter(it -> it.state().equals(GuestParty.EXPECTED))
        .forEach(it -> guests.seen(call.sql(), call.tenant(), it, it.party(), GuestParty.HERE));
    happenings.add(
        call.sql(),
        call.tenant(),
        TripTalk.happening(call, trip, "started", null, null, Happening.SEEN));
    return result
        .with("started", TripTalk.moment(at, trip))
        .noting("started", "The trip has started.");
  }

  private record Step(String name, TripTalk talk, BiFunction<ActionCall, Trip, ActionResult> work)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return talk.on(call, it -> work.apply(call, it));
    }
  }
}
