package travel.opslayer.capability.trip;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.HappeningRepository;
import travel.opslayer.trip.Trip;

/** A guide says when they were there, and a colleague who knows better says whether it is so. */
@Factory
final class ClaimedTimes {

  @Singleton
  ActionHandler confirmTime(
      TripTalk talk, CheckIn checkIn, CrewRepository crew, HappeningRepository happenings) {
    return new Judge("confirm_time", true, talk, checkIn, crew, happenings);
  }

  @Singleton
  ActionHandler denyTime(
      TripTalk talk, CheckIn checkIn, CrewRepository crew, HappeningRepository happenings) {
    return new Judge("deny_time", false, talk, checkIn, crew, happenings);
  }

  private record Judge(
      String name,
      boolean yes,
      TripTalk talk,
      CheckIn checkIn,
      CrewRepository crew,
      HappeningRepository happenings)
      implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return talk.on(call, it -> judge(call, it));
    }

    private ActionResult judge(ActionCall call, Trip trip) {
      var claim =
          happenings.of(call.sql(), call.tenant(), trip.code()).stream()
              .filter(it -> it.kind().equals(CheckIn.CHECK_IN) && it.withdrawn() == null)
              .filter(it -> !it.trust().equals(Happening.SEEN))
              .findFirst();
      return claim
          .map(it -> judged(call, trip, it))
          .orElseGet(() -> talk.about(call, trip).refusing("trip/no_claim"));
    }

    /** What was claimed is kept; what is so now stands beside it. */
    private ActionResult judged(ActionCall call, Trip trip, Happening claim) {
      var at = yes ? claim.happenedAt() : claim.knownAt();
      happenings.withdraw(
          call.sql(), call.tenant(), claim.id(), yes ? "confirmed" : "denied", call.now());
      happenings.add(
          call.sql(),
          call.tenant(),
          new Happening(
              call.id("judged"),
              trip.code(),
              CheckIn.CHECK_IN,
              claim.person(),
              null,
              null,
              at,
              call.now(),
              Happening.SEEN,
              claim.message(),
              null,
              null));
      var withdrawn = yes && checkIn.withdraw(call, trip, at, "checked_in_in_time");
      talk.crew(call, trip).stream()
          .filter(it -> it.person().equals(claim.person()) && it.checkedInAt() != null)
          .forEach(it -> crew.correctCheckIn(call.sql(), call.tenant(), it, at));
      var about = talk.about(call, trip).with("at", TripTalk.moment(at, trip));
      return (withdrawn ? about.noting("alarm_withdrawn", CheckIn.WITHDRAWN) : about)
          .noting("claim", yes ? "The time of the check-in is right." : "It was later.");
    }
  }
}
