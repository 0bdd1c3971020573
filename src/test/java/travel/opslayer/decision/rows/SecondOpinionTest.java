package travel.opslayer.decision.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.drools.Office;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Written;

class SecondOpinionTest {

  private final Written written = Office.read(Office.files());

  @Test
  void what_is_compiled_says_what_is_written() {
    assertThat(SecondOpinion.differs(Office.release(Office.files()).book(), written)).isEmpty();
  }

  /** A compiler that loses a row or a condition must not come into force. */
  @Test
  void a_book_that_lost_a_rule_or_a_condition_is_found_out() {
    for (var lost : written.rules()) {
      assertThat(SecondOpinion.differs(new RowBook(without(lost)), written))
          .as(lost.name())
          .map(Problem::sentence)
          .hasValueSatisfying(it -> assertThat(it).contains("than the rows"));
    }
  }

  @Test
  void situations_are_what_a_rule_asks_for() {
    var fields = written.lexicon().terms().fields().fields();
    var situations = new Situations(fields, written.rules());
    var random = new SplittableRandom(1);
    for (var rule : written.rules()) {
      var values = situations.of(rule, random).values();
      assertThat(rule.when()).as(rule.name()).allMatch(it -> Holds.of(it, values));
    }
  }

  private List<Rule> without(Rule lost) {
    var rules = new ArrayList<>(written.rules());
    rules.remove(lost);
    return rules;
  }
}
