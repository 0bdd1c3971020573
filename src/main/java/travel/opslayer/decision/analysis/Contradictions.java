package travel.opslayer.decision.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.analysis.Survey.Said;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Verb;

/**
 * Permissions that can never count, because what they permit is refused in each of their
 * situations. That some of them are refused is what refusals are for.
 */
final class Contradictions {

  private Contradictions() {}

  static List<Problem> find(Survey survey) {
    var notes = new ArrayList<Problem>();
    var refusals = new HashMap<String, Index>();
    survey
        .said(Verb.PERMIT)
        .forEach(
            it -> {
              var phase = it.rule().phase();
              var against =
                  refusals.computeIfAbsent(
                      phase + " " + it.first(), key -> survey.refusals(it.first(), phase));
              var rules =
                  against.covering(it.area(), against.touching(it.area())).stream()
                      .map(Area::rule)
                      .toList();
              if (!rules.isEmpty()) {
                notes.add(problem(it, rules));
              }
            });
    return notes;
  }

  private static Problem problem(Said permit, List<Rule> refusals) {
    var rule = permit.rule();
    return rule.origin()
        .problem(
            "This permission (%s) never counts: %s refuse%s it in every situation that fits it."
                .formatted(
                    permit.first(), Wording.rows(refusals, rule), refusals.size() == 1 ? "s" : ""),
            "delete it or narrow what refuses it.");
  }
}
