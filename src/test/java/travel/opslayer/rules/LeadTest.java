package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code lead}: which state a lead goes to. */
class LeadTest {

  @Test
  void a_new_lead_is_assigned_and_a_known_one_stays() {
    assertThat(Rules.decide("enquire", "lead_fresh", true, "product_known", true).movesTo())
        .contains("assigned");
    assertThat(Rules.decide("enquire", "lead_fresh", true).movesTo()).isEmpty();
    assertThat(Rules.decide("enquire", "lead_fresh", false, "lead_state", "quoted").movesTo())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"new,qualified", "assigned,qualified", "qualified,", "quoted,", "won,", "reopened,"})
  void the_first_answer_of_a_colleague_qualifies_it(String from, String to) {
    var moved =
        Rules.decide("answer_lead", "lead_fresh", false, "lead_state", from).movesTo().orElse(null);

    assertThat(moved).isEqualTo(to);
  }

  @Test
  void nothing_else_moves_a_lead() {
    for (var action : Rules.actions()) {
      if (!action.equals("enquire") && !action.equals("answer_lead")) {
        assertThat(Rules.decide(action, "lead_fresh", true, "lead_state", "new").movesTo())
            .as(action)
            .isEmpty();
      }
    }
  }
}
