package travel.opslayer.capability.insight;

import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;

/** Why what? Nothing is guessed: they are told how to ask of a message, or of a code. */
@Singleton
final class AskWhichMessage implements ActionHandler {

  @Override
  public String name() {
    return "ask_which_message";
  }

  @Override
  public ActionResult run(ActionCall call) {
    return ActionResult.NOTHING;
  }
}
