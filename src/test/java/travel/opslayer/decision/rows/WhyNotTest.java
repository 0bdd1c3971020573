package travel.opslayer.decision.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.drools.Office.situation;

import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.drools.Office;
import travel.opslayer.decision.language.Rule;

class WhyNotTest {

  private final List<Rule> rules = Office.written(Office.files()).rules();

  private Decision decide(Object... facts) {
    return Office.release(Office.files()).decide(situation(facts));
  }

  private List<Nearby> nearest(Object... facts) {
    return WhyNot.of(rules, decide(facts), 3);
  }

  @Test
  void what_a_refused_wish_lacked_is_told_by_the_nearest_permission() {
    var nearest =
        nearest("wish_action", "ask_quote", "sender_role", "customer", "lead_state", "new");

    assertThat(nearest.getFirst().rule().name()).isEqualTo("permit.csv row 3");
    assertThat(nearest.getFirst().missing())
        .singleElement()
        .extracting(Sentences::of)
        .isEqualTo("lead_own is yes");
    assertThat(nearest).extracting(it -> it.missing().size()).isSortedAccordingTo(Integer::compare);
  }

  @Test
  void what_is_permitted_lacks_nothing_and_other_answers_are_near() {
    var nearest =
        nearest(
            "wish_action",
            "ask_price",
            "sender_role",
            "customer",
            "departure_state",
            "full",
            "product_code",
            "EBC");

    assertThat(nearest).extracting(it -> it.rule().name()).contains("reply.csv row 3");
    assertThat(nearest.getFirst().missing()).isEmpty(); // row 2 was above it
    assertThat(nearest).noneMatch(it -> it.rule().name().equals("reply.csv row 2"));
  }

  @Test
  void where_no_wish_was_found_the_rows_that_find_one_are_told() {
    var nearest = nearest("message_kind", "text", "words_only_courtesy", false);

    assertThat(nearest)
        .extracting(it -> it.rule().origin().file())
        .containsOnly("10-classify/wish.csv");
    assertThat(nearest).hasSize(3);
  }
}
