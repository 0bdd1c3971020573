package travel.opslayer.action;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import travel.opslayer.decision.Decision.Outcome;

/** Does what was permitted. */
@Singleton
public final class ActionRunner {

  private final Map<String, ActionHandler> handlers;
  private final List<Attendant> attendants;

  ActionRunner(List<ActionHandler> handlers, List<Attendant> attendants) {
    this.attendants = List.copyOf(attendants);
    this.handlers =
        handlers.stream().collect(Collectors.toMap(ActionHandler::name, Function.identity()));
  }

  /** What rules may permit, in the order of the alphabet. */
  public List<String> actions() {
    return handlers.keySet().stream().sorted().toList();
  }

  public ActionResult run(ActionCall call) {
    var result =
        switch (call.decision().outcome()) {
          case Outcome.Permitted(var action) -> handler(action).run(call);
          case Outcome.Refused ignored -> ActionResult.about(call.asked().subject());
        };
    for (var it : attendants) {
      result = it.attend(call, result);
    }
    return result;
  }

  private ActionHandler handler(String action) {
    var handler = handlers.get(action);
    if (handler == null) {
      throw new IllegalStateException(
          "The rules permit an action (%s) that nobody can do.".formatted(action));
    }
    return handler;
  }
}
