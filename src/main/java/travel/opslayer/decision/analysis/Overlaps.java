package travel.opslayer.decision.analysis;

import java.util.ArrayList;
import java.util.List;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Rule;

/**
 * Rows of a table of which one must fire that fire together and do not say the same: whoever needs
 * the decision would get none.
 */
final class Overlaps {

  private Overlaps() {}

  /** One for each row that disagrees with a row above it, with the uppermost of these. */
  static List<Problem> find(Survey survey) {
    var problems = new ArrayList<Problem>();
    for (var table : survey.tables()) {
      if (table.getFirst().rule().policy() == HitPolicy.UNIQUE) {
        find(survey, new Index(survey.axes(), table), problems);
      }
    }
    return problems;
  }

  private static void find(Survey survey, Index table, List<Problem> problems) {
    for (var i = 0; i < table.areas().size(); i++) {
      var above = i;
      var area = table.areas().get(i);
      table.touching(area).stream()
          .takeWhile(it -> it < above)
          .mapToObj(table.areas()::get)
          .filter(it -> !it.rule().then().equals(area.rule().then()))
          .findFirst()
          .flatMap(other -> area.and(other).map(both -> problem(survey, area, other, both)))
          .ifPresent(problems::add);
    }
  }

  private static Problem problem(Survey survey, Area area, Area other, Box both) {
    var rule = area.rule();
    return rule.origin()
        .problem(
            "This row and %s can fire together, and they say different things (%s and %s), %s."
                .formatted(
                    Wording.row(other.rule(), rule),
                    result(rule),
                    result(other.rule()),
                    survey.wording().example(both, rule)),
            "fill in a cell of one of them, so that only one fits.");
  }

  private static String result(Rule rule) {
    return Wording.list(rule.then().stream().map(Overlaps::result).toList(), " and ");
  }

  private static String result(Call call) {
    return String.join(" ", call.arguments());
  }
}
