package travel.opslayer.capability.help;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;

/** What needs an answer and changes nothing. */
@Factory
final class SmallTalk {

  @Singleton
  ActionHandler greet() {
    return new Saying("greet");
  }

  @Singleton
  ActionHandler thank() {
    return new Saying("thank");
  }

  @Singleton
  ActionHandler notUnderstood() {
    return new Saying("not_understood");
  }

  /** For what brings no wish: reactions, edits, taps on choices of long ago. */
  @Singleton
  ActionHandler ignore() {
    return new Saying("ignore");
  }

  private record Saying(String name) implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      return ActionResult.about(call.asked().subject()).with("name", first(call.person().name()));
    }

    private static @org.jspecify.annotations.Nullable String first(
        @org.jspecify.annotations.Nullable String name) {
      return name == null || name.isBlank() ? null : name.strip().split("\\s+")[0];
    }
  }
}
