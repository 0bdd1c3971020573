package travel.opslayer.capability.help;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.List;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.Attendant;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.RuleShelf;

/**
 * Says who could do what a colleague was refused: the rules are asked the same once more for each
 * role. Customers hear nothing of roles.
 */
@Singleton
final class Roles implements Attendant {

  /** Filled with rules that know all actions. */
  private final BeanProvider<RuleShelf> shelf;

  Roles(BeanProvider<RuleShelf> shelf) {
    this.shelf = shelf;
  }

  @Override
  public ActionResult attend(ActionCall call, ActionResult result) {
    var decision = call.decision();
    if (decision.outcome() instanceof Outcome.Permitted
        || decision.wish().equals(Decision.NO_WISH)
        || call.asked().turn().timer().isPresent()
        || !call.person().isStaff()) {
      return result;
    }
    var could =
        others(call).stream()
            .filter(it -> Candidates.asRole(call, decision.situation(), it).may(decision.wish()))
            .toList();
    return could.isEmpty()
        ? result
        : result
            .with("could", String.join(", ", could))
            .with("action", decision.wish().replace('_', ' '));
  }

  /** The roles of colleagues, without those that the sender has. */
  List<String> others(ActionCall call) {
    return shelf.get().inForce().vocabulary().fields().stream()
        .filter(it -> it.name().equals("sender_role"))
        .flatMap(it -> it.words().stream())
        .filter(it -> !List.of("customer", "timer").contains(it))
        .filter(it -> !call.person().roles().contains(it))
        .toList();
  }
}
