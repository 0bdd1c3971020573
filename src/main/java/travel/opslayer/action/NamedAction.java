package travel.opslayer.action;

import java.util.function.Function;

/** An action that is one function. */
record NamedAction(String name, Function<ActionCall, ActionResult> work) implements ActionHandler {

  @Override
  public ActionResult run(ActionCall call) {
    return work.apply(call);
  }
}
