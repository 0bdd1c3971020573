package travel.opslayer.capability.incident;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.IncidentRepository;
import travel.opslayer.trip.TripRepository;

/** It is over, says one; the other says so too; and if not, it begins again. */
@Factory
final class EndSteps {

  @Singleton
  ActionHandler resolveIncident(
      IncidentRepository incidents, TripRepository trips, IncidentTalk talk) {
    return new Step(
        "resolve_incident", talk, (call, it) -> resolved(call, it, incidents, trips, talk));
  }

  /** Several go on: which one? */
  @Singleton
  ActionHandler askIncident(IncidentRepository incidents) {
    return new Which(incidents);
  }

  /** Help is there. */
  @Singleton
  ActionHandler noteArrived(IncidentRepository incidents, IncidentTalk talk, Reports reports) {
    return new Step(
        "note_arrived",
        talk,
        (call, it) -> {
          reports.keep(call, it.id(), it.trip());
          incidents.arrived(call.sql(), call.tenant(), it, call.person().id());
          return talk.about(call, it)
              .noting("arrived", "%s says that help is there.".formatted(ReportSteps.who(call)));
        });
  }

  /** So many guests are there; whoever looks after it is asked whether to close it. */
  @Singleton
  ActionHandler confirmCount(IncidentRepository incidents, IncidentTalk talk) {
    return new Step(
        "confirm_count",
        talk,
        (call, it) -> {
          var count = call.fact("report_count").map(Integer::valueOf).orElse(0);
          incidents.count(call.sql(), call.tenant(), it, count);
          return ending(call, it, talk, count)
              .noting("counted", "%s counts %d guests.".formatted(ReportSteps.who(call), count));
        });
  }

  /** Nobody has counted: they are asked all the same. */
  @Singleton
  ActionHandler askClose(IncidentTalk talk) {
    return new Step(
        "ask_ending",
        talk,
        (call, it) ->
            it.counted() == null
                ? ending(call, it, talk, null)
                : ActionResult.about(it.code()).refusing(Step.NOT_NOW));
  }

  @Singleton
  ActionHandler closeIncident(IncidentRepository incidents, IncidentTalk talk) {
    return new Step(
        "close_incident",
        talk,
        (call, it) ->
            Moves.to(call, "incident")
                .flatMap(to -> incidents.close(call.sql(), call.tenant(), it, to, call.now()))
                .map(
                    now ->
                        talk.over(call, now, ending(call, now, talk, now.counted()))
                            .noting("closed", "%s closes it.".formatted(ReportSteps.who(call))))
                .orElseGet(() -> ActionResult.about(it.code()).refusing(Step.NOT_NOW)));
  }

  @Singleton
  ActionHandler keepIncident(IncidentTalk talk) {
    return new Step(
        "keep_incident", talk, (call, it) -> talk.about(call, it).noting("kept", "It stays open."));
  }

  @Singleton
  ActionHandler reopenIncident(IncidentRepository incidents, IncidentTalk talk, Reports reports) {
    return new Step(
        "reopen_incident",
        talk,
        (call, it) -> {
          reports.keep(call, it.id(), it.trip());
          return Moves.to(call, "incident")
              .flatMap(to -> incidents.reopen(call.sql(), call.tenant(), it, to, call.now()))
              .map(now -> again(call, now, talk))
              .orElseGet(() -> ActionResult.about(it.code()).refusing(Step.NOT_NOW));
        });
  }

  private static ActionResult again(ActionCall call, Incident now, IncidentTalk talk) {
    var line = "%s says that it is not over.".formatted(ReportSteps.who(call));
    return talk.climbing(
        call,
        talk.about(call, now)
            .with(
                "again",
                Objects.requireNonNullElse(call.person().firstName(), ReportSteps.who(call)))
            .noting("reopened", line),
        now.severity());
  }

  private static ActionResult resolved(
      ActionCall call,
      Incident it,
      IncidentRepository incidents,
      TripRepository trips,
      IncidentTalk talk) {
    var by = call.person().id();
    var done =
        Moves.to(call, "incident")
            .flatMap(to -> incidents.resolve(call.sql(), call.tenant(), it, by, to, call.now()));
    if (done.isEmpty()) {
      return ActionResult.about(it.code()).refusing(Step.NOT_NOW);
    }
    var stood = (int) Duration.between(it.openedAt(), call.now()).toMinutes();
    talk.trip(call, it)
        .filter(trip -> trip.delayMinutes() < stood)
        .ifPresent(trip -> trips.delay(call.sql(), call.tenant(), trip.code(), stood));
    talk.leave(call, it);
    var line = "%s says that it is over, after %d minutes.";
    var result =
        talk.about(call, done.get())
            .with("now", talk.moment(call, call.now()))
            .noting("resolved", line.formatted(ReportSteps.who(call), stood));
    return talk.over(call, done.get(), result);
  }

  /** What whoever closes it has to know. */
  private static ActionResult ending(
      ActionCall call, Incident it, IncidentTalk talk, @Nullable Integer count) {
    var guests = talk.trip(call, it).map(trip -> trip.guests()).orElse(0);
    var arrived = it.arrivedBy() == null ? null : talk.name(call, it.arrivedBy());
    return talk.about(call, it)
        .with("resolver", it.resolvedBy() == null ? null : talk.name(call, it.resolvedBy()))
        .with(
            "other",
            it.arrivedBy() == null || it.arrivedBy().equals(it.resolvedBy()) ? null : arrived)
        .with("count", count)
        .with("missing", count == null || count >= guests ? null : guests - count)
        .with("tasks", talk.tasks(call, it));
  }

  private record Which(IncidentRepository incidents) implements ActionHandler {

    @Override
    public String name() {
      return "ask_incident";
    }

    @Override
    public ActionResult run(ActionCall call) {
      var subject = call.asked().subject();
      var result = ActionResult.about(subject);
      var trip = subject != null && subject.startsWith("TRP") ? subject : null;
      var open = 0;
      for (var it : incidents.current(call.sql(), call.tenant(), call.now())) {
        if (it.isGoingOn() && (trip == null || trip.equals(it.trip()))) {
          open++;
          var what = IncidentTalk.spoken(it.category());
          result =
              result.choosing(
                  "resolve_incident",
                  it.code(),
                  it.code() + " " + it.category(),
                  "%s %s".formatted(it.trip() == null ? "" : it.trip(), what).strip());
        }
      }
      return open == 0
          ? result.refusing("incident/none_open")
          : result.with("count", open == 1 ? null : open);
    }
  }
}
