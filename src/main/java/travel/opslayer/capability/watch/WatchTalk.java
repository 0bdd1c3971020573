package travel.opslayer.capability.watch;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.reply.Moment;
import travel.opslayer.trip.ContactWatch;
import travel.opslayer.trip.CrewRepository;
import travel.opslayer.trip.DayPlan;
import travel.opslayer.trip.DayPlanRepository;
import travel.opslayer.trip.Duty;
import travel.opslayer.trip.TripRepository;

/** What texts about a silent crew may say. */
@Singleton
final class WatchTalk {

  private final TripRepository trips;
  private final DayPlanRepository days;
  private final CrewRepository crew;
  private final Conversations conversations;

  WatchTalk(
      TripRepository trips,
      DayPlanRepository days,
      CrewRepository crew,
      Conversations conversations) {
    this.trips = trips;
    this.days = days;
    this.crew = crew;
    this.conversations = conversations;
  }

  ActionResult about(ActionCall call, ContactWatch it) {
    var guide =
        crew.onTrip(call.sql(), call.tenant(), it.trip()).stream()
            .filter(duty -> duty.role().equals(Duty.LEAD) && duty.isTheirs())
            .map(Duty::person)
            .findFirst();
    var zone =
        trips
            .byCode(call.sql(), call.tenant(), it.trip())
            .map(trip -> trip.zone())
            .orElse(call.desk().tenant().zone());
    var today = call.now().atZone(zone).toLocalDate();
    var plan = days.on(call.sql(), call.tenant(), it.trip(), today);
    var runnerAt = it.runnerAt();
    return ActionResult.about(it.code())
        .with("watch", it.code())
        .with("trip", it.trip())
        .with("guide", guide.flatMap(person -> name(call, person)).orElse(null))
        .with("plan", plan.map(DayPlan::place).orElse(null))
        .with("weak", plan.filter(DayPlan::weakSignal).isPresent() ? "yes" : null)
        .with("since", new Moment(it.heardAt(), zone))
        .with("runnerAt", runnerAt == null ? null : new Moment(runnerAt, zone))
        .with(
            "askAgain",
            call.length("contact_again")
                .map(length -> new Moment(call.now().plus(length), zone))
                .orElse(null))
        .with("wait", call.length("contact_again").map(WatchTalk::hours).orElse(null))
        .with("runner", it.state().equals(ContactWatch.RUNNER_OUT) ? "yes" : null);
  }

  /** As a button has it: 2 h, 90 min. */
  private static String hours(Duration length) {
    var minutes = length.toMinutes();
    return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
  }

  private Optional<String> name(ActionCall call, UUID person) {
    return conversations.byPerson(call.sql(), call.tenant(), List.of(person)).stream()
        .flatMap(it -> Stream.ofNullable(it.person().firstName()))
        .findFirst();
  }
}
