package travel.opslayer.capability.incident;

import java.util.function.BiFunction;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.incident.Incident;

/** A step of the incident that is meant; where none is, the sender is told so. */
record Step(String name, IncidentTalk talk, BiFunction<ActionCall, Incident, ActionResult> what)
    implements ActionHandler {

  /** What is said when an incident is in no state for it, such as one that is closed. */
  static final String NOT_NOW = "refused/not_in_state";

  @Override
  public ActionResult run(ActionCall call) {
    return talk.meant(call)
        .map(it -> what.apply(call, it))
        .orElseGet(() -> ActionResult.about(call.asked().subject()).refusing("incident/none_open"));
  }
}
