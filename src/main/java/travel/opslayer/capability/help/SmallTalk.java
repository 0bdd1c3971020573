package travel.opslayer.capability.help;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;

/** What needs an answer and changes nothing. */
@Factory
final class SmallTalk {

  @Singleton
  ActionHandler greet() {
    return saying("greet");
  }

  @Singleton
  ActionHandler thank() {
    return saying("thank");
  }

  @Singleton
  ActionHandler notUnderstood() {
    return saying("not_understood");
  }

  /** For what brings no wish: reactions, edits, taps on choices of long ago. */
  @Singleton
  ActionHandler ignore() {
    return saying("ignore");
  }

  /** A command with a slip of the finger: nothing is done, and what was meant is asked. */
  @Singleton
  ActionHandler didYouMean() {
    return ActionHandler.of(
        "did_you_mean",
        call ->
            ActionResult.about(call.asked().subject())
                .with("command", call.fact("words_slip").orElse(null)));
  }

  private static ActionHandler saying(String name) {
    return ActionHandler.of(
        name,
        call -> ActionResult.about(call.asked().subject()).with("name", call.person().firstName()));
  }
}
