package travel.opslayer.capability.help;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.decision.Verdict;

/**
 * Lists what the sender may do now: the very permits of the decision that answers them, so that
 * what is offered and what is allowed cannot differ.
 */
@Singleton
final class Help implements ActionHandler {

  @Override
  public String name() {
    return "help";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var decision = call.decision();
    var may =
        decision.hits().stream()
            .map(it -> it.verdict())
            .filter(Verdict.Permit.class::isInstance)
            .map(it -> ((Verdict.Permit) it).action())
            .filter(decision::may)
            .collect(Collectors.toSet());
    return ActionResult.about(call.asked().subject()).offering(List.copyOf(may));
  }
}
