package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import java.util.function.Function;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.ActionRunner;
import travel.opslayer.database.Sql;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Situation;
import travel.opslayer.pipeline.Deciding.Decided;
import travel.opslayer.pipeline.HouseRules.House;
import travel.opslayer.reply.Days;
import travel.opslayer.reply.Moment;

/** Has the permitted action done. */
@Singleton
final class Acting {

  private final ActionRunner actions;

  Acting(ActionRunner actions) {
    this.actions = actions;
  }

  /** A turn with what was decided and done. */
  record Acted(Asked asked, Decision decision, ActionResult result, String language) {

    /** Was it permitted, and could it be done? */
    boolean isDone() {
      return decision.outcome() instanceof Outcome.Permitted && result.refused() == null;
    }
  }

  Acted act(Sql sql, Decided decided, House house, Desk desk) {
    return act(sql, decided, house.release()::decide, desk);
  }

  /**
   * @param rules those that have decided, to ask what they would say of something else
   */
  Acted act(Sql sql, Decided decided, Function<Situation, Decision> rules, Desk desk) {
    var call = new ActionCall(sql, decided.asked(), decided.decision(), desk, rules);
    var result = due(actions.run(call), decided.decision(), desk);
    return new Acted(decided.asked(), decided.decision(), result, call.language());
  }

  /**
   * A text may say when a timer of the same decision is due: first_reply_due, first_reply_due_day.
   */
  private static ActionResult due(ActionResult result, Decision decision, Desk desk) {
    var zone = desk.tenant().zone();
    for (var timer : decision.timers()) {
      var at = SetTimers.dueAt(timer.delay(), result, desk);
      if (at.isPresent()) {
        result =
            result
                .with(timer.timer() + "_due", new Moment(at.get(), zone))
                .with(timer.timer() + "_due_day", Days.word(at.get(), desk.now(), zone));
      }
    }
    return result;
  }
}
