package travel.opslayer.capability.trip;

import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.facts.Durations;
import travel.opslayer.trip.HappeningRepository;
import travel.opslayer.trip.Trip;

/**
 * Somebody of the crew takes a check-in back, such as one of the wrong trip. That they said so
 * stays known, and they are waited for as before.
 */
@Singleton
final class UndoCheckIn implements ActionHandler {

  private static final String START = "trip_start";

  private final TripTalk talk;
  private final HappeningRepository happenings;

  UndoCheckIn(TripTalk talk, HappeningRepository happenings) {
    this.talk = talk;
    this.happenings = happenings;
  }

  @Override
  public String name() {
    return "undo_check_in";
  }

  @Override
  public ActionResult run(ActionCall call) {
    return talk.on(call, it -> undone(call, it));
  }

  private ActionResult undone(ActionCall call, Trip trip) {
    var own = talk.own(call, trip);
    if (own.isEmpty()) {
      return talk.about(call, trip).refusing("trip/not_on_it");
    }
    var since = own.get().checkedInAt();
    if (talk.move(call, own.get(), call.now()).isEmpty()) {
      return Moves.stays(talk.about(call, trip), own.get().state());
    }
    happenings.of(call.sql(), call.tenant(), trip.code()).stream()
        .filter(it -> it.kind().equals(CheckIn.CHECK_IN) && it.withdrawn() == null)
        .filter(it -> call.person().id().equals(it.person()))
        .forEach(
            it ->
                happenings.withdraw(call.sql(), call.tenant(), it.id(), "taken_back", call.now()));
    return waited(call, trip, talk.about(call, trip))
        .with("at", since == null ? null : TripTalk.moment(since, trip))
        .noting("check_in_undone", "%s takes the check-in back.".formatted(own.get().role()));
  }

  /** What has come back once comes back no more: whoever is late by now is missed now. */
  private static ActionResult waited(ActionCall call, Trip trip, ActionResult about) {
    var result = about.due(START, trip.startsAt());
    for (var timer : call.decision().timers()) {
      var passed =
          Durations.around(timer.delay())
              .filter(it -> it.moment().equals(START))
              .filter(it -> !trip.startsAt().plus(it.length()).isAfter(call.now()));
      result = passed.isPresent() ? result.then(timer.timer(), trip.code()) : result;
    }
    return result;
  }
}
