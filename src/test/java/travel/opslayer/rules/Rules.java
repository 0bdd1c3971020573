package travel.opslayer.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import travel.opslayer.Shipped;
import travel.opslayer.action.ActionRunner;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Verdict;
import travel.opslayer.facts.Situation;

/** Asks the rules that ship. */
final class Rules {

  private Rules() {}

  static List<String> actions() {
    return Shipped.bean(ActionRunner.class).actions();
  }

  /** The wish that a situation is classified as, given as field, value, field, value. */
  static String wish(Object... fields) {
    return Shipped.release().book().ask(Phase.CLASSIFY, situation(fields)).stream()
        .map(Hit::verdict)
        .map(it -> ((Verdict.Assign) it).value())
        .reduce((first, second) -> first + " and " + second)
        .orElse(Decision.NO_WISH);
  }

  static Decision decide(String wish, Object... fields) {
    var values = new HashMap<>(situation(fields).values());
    values.put("wish_action", wish);
    var situation = new Situation(values);
    var release = Shipped.release();
    return new Decision(
        situation, release.hash(), wish, release.book().ask(Phase.DECIDE, situation), 0);
  }

  static Situation situation(Object... fields) {
    var values = new HashMap<String, Object>();
    for (var i = 0; i < fields.length; i += 2) {
      values.put((String) fields[i], fields[i + 1]);
    }
    return new Situation(values);
  }

  static Situation situation(Map<String, Object> values) {
    return new Situation(values);
  }
}
