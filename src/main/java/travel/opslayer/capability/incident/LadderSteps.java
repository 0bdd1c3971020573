package travel.opslayer.capability.incident;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Moves;
import travel.opslayer.incident.Incident;
import travel.opslayer.incident.IncidentRepository;
import travel.opslayer.incident.ReportRepository;

/** Who has an incident, and who is told when nobody has. */
@Factory
final class LadderSteps {

  @Singleton
  ActionHandler takeIncident(IncidentRepository incidents, IncidentTalk talk) {
    return new Step("take_incident", talk, (call, it) -> taken(call, it, incidents, talk));
  }

  /** Nobody has answered in time. */
  @Singleton
  ActionHandler escalateIncident(IncidentRepository incidents, IncidentTalk talk) {
    return new Step(
        "escalate_incident",
        talk,
        (call, it) ->
            isEarly(call, it, talk)
                ? ActionResult.about(it.code()).refusing(Step.NOT_NOW)
                : climbed(call, it, incidents, talk, "Nobody has answered."));
  }

  /** Whoever was told passes it on. */
  @Singleton
  ActionHandler passIncident(IncidentRepository incidents, IncidentTalk talk) {
    return new Step(
        "pass_incident",
        talk,
        (call, it) ->
            climbed(
                call, it, incidents, talk, "%s passes it on.".formatted(ReportSteps.who(call))));
  }

  @Singleton
  ActionHandler showIncident(IncidentTalk talk, ReportRepository reports) {
    return new Step(
        "show_incident",
        talk,
        (call, it) ->
            talk.about(call, it)
                .with("tasks", talk.tasks(call, it))
                .with(
                    "words",
                    reports.of(call.sql(), call.tenant(), it.id()).stream()
                        .filter(report -> report.note() != null)
                        .map(
                            report ->
                                "%s: %s".formatted(talk.name(call, report.person()), report.note()))
                        .reduce((one, other) -> one + "\n" + other)
                        .orElse(null)));
  }

  private static ActionResult taken(
      ActionCall call, Incident it, IncidentRepository incidents, IncidentTalk talk) {
    var before = it.owner() == null ? null : talk.name(call, it.owner());
    return Moves.to(call, "incident")
        .flatMap(to -> incidents.take(call.sql(), call.tenant(), it, call.person().id(), to))
        .map(
            now ->
                talk.about(call, now)
                    .with("before", call.person().id().equals(it.owner()) ? null : before)
                    .noting("acknowledged", "%s is on it.".formatted(ReportSteps.who(call))))
        .orElseGet(() -> ActionResult.about(it.code()).refusing(Step.NOT_NOW));
  }

  private static ActionResult climbed(
      ActionCall call, Incident it, IncidentRepository incidents, IncidentTalk talk, String line) {
    return incidents
        .climb(call.sql(), call.tenant(), it, call.now())
        .map(
            now ->
                talk.climbing(call, talk.about(call, now).noting("escalated", line), it.severity())
                    .with("rung", now.rung()))
        .orElseGet(() -> ActionResult.about(it.code()).refusing(Step.NOT_NOW));
  }

  /** A timer of a rung that was passed over since. */
  private static boolean isEarly(ActionCall call, Incident it, IncidentTalk talk) {
    var within = talk.within(call, it.severity());
    return within != null && call.now().isBefore(it.alertedAt().plus(within));
  }
}
