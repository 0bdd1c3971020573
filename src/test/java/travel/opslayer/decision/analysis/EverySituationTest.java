package travel.opslayer.decision.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Verb;
import travel.opslayer.decision.rows.Holds;
import travel.opslayer.decision.rows.RowBook;
import travel.opslayer.facts.Situation;

/** What is found without trying, against what is found by trying every situation there is. */
class EverySituationTest {

  private static final int TABLES = 1_500;
  private static final List<Map<String, Object>> ALL = SmallWorld.situations();

  private final SmallWorld world = new SmallWorld(11);

  @Test
  void rows_that_disagree_are_those_that_fire_together_and_say_different_things() {
    var found = 0;
    for (var i = 0; i < TABLES; i++) {
      var rules = world.table(HitPolicy.UNIQUE, Verb.MOVE_TO);
      var fired = fired(rules);
      var expected = rows(rules, row -> disagrees(rules, fired, row));
      var survey = SmallWorld.survey(rules);
      found += same(survey, rows(Overlaps.find(survey), ""), expected);
    }
    assertThat(found).isGreaterThan(TABLES / 2);
  }

  private static boolean disagrees(List<Rule> rules, List<BitSet> fired, int row) {
    return IntStream.range(0, row)
        .anyMatch(
            it ->
                fired.get(it).intersects(fired.get(row))
                    && !rules.get(it).then().equals(rules.get(row).then()));
  }

  @Test
  void rows_that_never_count_are_those_that_the_plain_loop_never_reports() {
    var found = 0;
    for (var i = 0; i < TABLES; i++) {
      var rules = world.table(HitPolicy.FIRST, Verb.MOVE_TO);
      var fired = fired(rules);
      var book = new RowBook(rules);
      var reported = new TreeSet<String>();
      for (var it : ALL) {
        book.ask(Phase.DECIDE, new Situation(it)).forEach(hit -> reported.add(hit.rule()));
      }
      var survey = SmallWorld.survey(rules);
      var notes = IdleRows.find(survey);
      var never = rows(rules, row -> fired.get(row).isEmpty());
      found += same(survey, rows(notes, "This row never fires"), never);
      var expected =
          rows(
              rules, row -> !fired.get(row).isEmpty() && !reported.contains(rules.get(row).name()));
      found += same(survey, rows(notes, "This row never counts"), expected);
    }
    assertThat(found).isGreaterThan(TABLES / 2);
  }

  @Test
  void rows_that_add_nothing_are_those_whose_situations_another_one_has_too() {
    var found = 0;
    for (var i = 0; i < TABLES; i++) {
      var rules = world.table(HitPolicy.COLLECT, Verb.MOVE_TO);
      var fired = fired(rules);
      var expected =
          rows(
              rules,
              row ->
                  !fired.get(row).isEmpty()
                      && IntStream.range(0, rules.size())
                          .anyMatch(it -> it != row && repeats(rules, fired, row, it)));
      var survey = SmallWorld.survey(rules);
      found += same(survey, rows(IdleRows.find(survey), "This row adds nothing"), expected);
    }
    assertThat(found).isGreaterThan(TABLES / 2);
  }

  private static boolean repeats(List<Rule> rules, List<BitSet> fired, int row, int other) {
    return rules.get(row).then().equals(rules.get(other).then())
        && isWithin(fired.get(row), fired.get(other))
        && (other < row || !isWithin(fired.get(other), fired.get(row)));
  }

  @Test
  void permissions_that_never_count_are_those_that_are_refused_in_every_situation() {
    var found = 0;
    for (var i = 0; i < TABLES; i++) {
      var rules = world.table(HitPolicy.COLLECT, Verb.PERMIT, Verb.FORBID);
      var fired = fired(rules);
      var expected =
          rows(
              rules,
              row ->
                  rules.get(row).then().getFirst().verb() == Verb.PERMIT
                      && !fired.get(row).isEmpty()
                      && isWithin(fired.get(row), refused(rules, fired, row)));
      var survey = SmallWorld.survey(rules);
      found += same(survey, rows(Contradictions.find(survey), "This permission"), expected);
    }
    assertThat(found).isGreaterThan(TABLES / 4);
  }

  /**
   * How many were found: exactly those that are there, or when a rule has too many alternatives to
   * be looked at, none that is not there.
   */
  private static int same(Survey survey, List<String> found, List<String> expected) {
    var rules = survey.written().rules();
    if (survey.areas().size() == rules.size()) {
      assertThat(found).as("%s", rules).isEqualTo(expected);
    } else {
      assertThat(expected).as("%s", rules).containsAll(found);
    }
    return found.size();
  }

  private static BitSet refused(List<Rule> rules, List<BitSet> fired, int row) {
    var refused = new BitSet();
    for (var i = 0; i < rules.size(); i++) {
      var call = rules.get(i).then().getFirst();
      var permit = rules.get(row).then().getFirst();
      if (call.verb() == Verb.FORBID
          && call.arguments().getFirst().equals(permit.arguments().getFirst())) {
        refused.or(fired.get(i));
      }
    }
    return refused;
  }

  private static boolean isWithin(BitSet smaller, BitSet larger) {
    var rest = (BitSet) smaller.clone();
    rest.andNot(larger);
    return rest.isEmpty();
  }

  /** By rule, the situations in which all that it asks holds. */
  private static List<BitSet> fired(List<Rule> rules) {
    return rules.stream()
        .map(
            rule -> {
              var fired = new BitSet();
              for (var i = 0; i < ALL.size(); i++) {
                var situation = ALL.get(i);
                fired.set(i, rule.when().stream().allMatch(it -> Holds.of(it, situation)));
              }
              return fired;
            })
        .toList();
  }

  private static List<String> rows(List<Rule> rules, Predicate<Integer> which) {
    return Stream.iterate(0, it -> it + 1)
        .limit(rules.size())
        .filter(which)
        .map(it -> "A" + rules.get(it).origin().number())
        .toList();
  }

  private static List<String> rows(List<Problem> problems, String beginning) {
    return problems.stream()
        .filter(it -> it.sentence().startsWith(beginning))
        .map(it -> String.valueOf(it.cell()))
        .toList();
  }
}
