package travel.opslayer.pipeline;

import jakarta.inject.Singleton;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;
import travel.opslayer.action.ActionRunner;
import travel.opslayer.database.Sql;
import travel.opslayer.decision.Decision;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.pipeline.Deciding.Decided;

/** Has the permitted action done. */
@Singleton
final class Acting {

  private final ActionRunner actions;

  Acting(ActionRunner actions) {
    this.actions = actions;
  }

  /** A turn with what was decided and done. */
  record Acted(Asked asked, Decision decision, ActionResult result, String language) {}

  Acted act(Sql sql, Decided decided, Desk desk) {
    var call = new ActionCall(sql, decided.asked(), decided.decision(), desk);
    return new Acted(decided.asked(), decided.decision(), actions.run(call), call.language());
  }
}
