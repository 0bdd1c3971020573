package travel.opslayer.capability.broadcast;

import java.util.function.BiFunction;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.broadcast.Broadcast;

/** A step of the broadcast that is meant; where none is, the sender is told so. */
record Step(String name, BroadcastTalk talk, BiFunction<ActionCall, Broadcast, ActionResult> what)
    implements ActionHandler {

  /** What tables of states call it. */
  static final String KIND = "broadcast";

  static final String NOT_NOW = "refused/not_in_state";

  @Override
  public ActionResult run(ActionCall call) {
    return talk.meant(call)
        .map(it -> what.apply(call, it))
        .orElseGet(
            () -> ActionResult.about(call.asked().subject()).refusing("broadcast/not_running"));
  }
}
