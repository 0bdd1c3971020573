package travel.opslayer.capability.insight;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.Optional;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionHandler;
import travel.opslayer.action.ActionResult;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;

/**
 * Says which rules are in force, which wait for their day, and where they are changed: by message
 * nobody changes them.
 */
@Singleton
final class TellRules implements ActionHandler {

  private static final int HASH = 8;

  /** Filled with rules that know this action. */
  private final BeanProvider<RuleShelf> shelf;

  TellRules(BeanProvider<RuleShelf> shelf) {
    this.shelf = shelf;
  }

  @Override
  public String name() {
    return "tell_rules";
  }

  @Override
  public ActionResult run(ActionCall call) {
    var zone = call.desk().tenant().zone();
    var rules = shelf.get().inForce();
    var planned = shelf.get().planned();
    return ActionResult.about(call.asked().subject())
        .with("rules", rules.hash().substring(0, HASH))
        .with("since", new Moment(rules.since(), zone))
        .with("sinceDay", Days.word(rules.since(), call.now(), zone))
        .with("planned", planned.map(it -> it.release().hash().substring(0, HASH)).orElse(null))
        .with("from", planned.map(it -> new Moment(it.from(), zone)).orElse(null))
        .with("fromDay", planned.map(it -> Days.word(it.from(), call.now(), zone)).orElse(null))
        .with(
            "why",
            planned.flatMap(it -> Optional.ofNullable(it.release().label().why())).orElse(null));
  }
}
