package travel.opslayer.decision.analysis;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.analysis.Survey.Said;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Verb;

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
        find(survey, new Index(survey.axes(), table), Overlaps::differ, problems);
      }
    }
    return problems;
  }

  /**
   * Rows of different tables that would move one thing to two states. Nothing moves then, and
   * somebody is alarmed; but the facts may never come together, so this is a note.
   */
  static List<Problem> across(Survey survey) {
    var moves = survey.said(Verb.MOVE_TO).map(Said::area).distinct().toList();
    var problems = new ArrayList<Problem>();
    find(survey, new Index(survey.axes(), moves), Overlaps::moveApart, problems);
    return problems;
  }

  private static boolean differ(Rule rule, Rule other) {
    return !other.then().equals(rule.then());
  }

  private static boolean moveApart(Rule rule, Rule other) {
    return rule.phase() == other.phase()
        && !rule.table().equals(other.table())
        && !states(rule).equals(states(other));
  }

  private static Set<String> states(Rule rule) {
    return rule.then().stream()
        .filter(it -> it.verb() == Verb.MOVE_TO)
        .map(it -> it.arguments().getFirst())
        .collect(toSet());
  }

  private static void find(
      Survey survey, Index table, BiPredicate<Rule, Rule> clash, List<Problem> problems) {
    for (var i = 0; i < table.areas().size(); i++) {
      var above = i;
      var area = table.areas().get(i);
      table.touching(area).stream()
          .takeWhile(it -> it < above)
          .mapToObj(table.areas()::get)
          .filter(it -> clash.test(area.rule(), it.rule()))
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
