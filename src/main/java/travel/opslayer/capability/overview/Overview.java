package travel.opslayer.capability.overview;

import java.util.function.Function;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;

/** Something to look at: it changes nothing. */
record Overview(String name, Function<ActionCall, ActionResult> look) implements ActionHandler {

  @Override
  public ActionResult run(ActionCall call) {
    return look.apply(call);
  }
}
