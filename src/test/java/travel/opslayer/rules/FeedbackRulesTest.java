package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Verdict;

/** The tables of feedback: a hit and a near miss. */
class FeedbackRulesTest {

  private static Decision rated(long score, Object... more) {
    var facts = new java.util.ArrayList<Object>(java.util.List.of(more));
    facts.addAll(
        java.util.List.of(
            "sender_role", "customer", "feedback_state", "requested", "feedback_own", true));
    facts.addAll(java.util.List.of("feedback_says", score));
    return Rules.decide("rate_trip", facts.toArray());
  }

  @Test
  void two_alarms_and_three_does_not() {
    assertThat(rated(2).notices())
        .extracting(Verdict.Notify::audience)
        .containsExactlyInAnyOrder("operations", "manager");
    assertThat(rated(3).notices()).isEmpty();
    assertThat(rated(2).movesTo("feedback")).contains("escalated");
    assertThat(rated(3).movesTo("feedback")).contains("received");
  }

  @Test
  void who_was_bad_before_alarms_nobody_again() {
    assertThat(rated(1, "feedback_score", 2L).notices()).isEmpty();
    assertThat(rated(1, "feedback_score", 3L).notices()).hasSize(2);
  }

  @Test
  void four_is_good_and_three_is_noted() {
    assertThat(rated(4).replies()).containsExactly("feedback/thanks");
    assertThat(rated(3).replies()).containsExactly("feedback/noted");
    assertThat(rated(2).replies()).containsExactly("feedback/sorry");
  }

  @ParameterizedTest
  @CsvSource({
    "feedback_refuses, skip_feedback",
    "feedback_absent, skip_feedback",
    "feedback_aborted, skip_feedback",
    "feedback_own, ask_feedback"
  })
  void who_is_asked(String fact, String wish) {
    assertThat(Rules.wish("timer_name", "feedback_due", fact, true)).startsWith(wish);
  }

  @Test
  void nobody_rates_for_another_and_nobody_is_asked_twice() {
    var other =
        Rules.decide(
            "rate_trip",
            "sender_role",
            "customer",
            "feedback_state",
            "requested",
            "feedback_own",
            false);
    assertThat(other.outcome())
        .isEqualTo(new Outcome.Refused("rate_trip", Decision.NOBODY_PERMITS));
    var again = Rules.decide("ask_feedback", "sender_role", "timer", "feedback_state", "requested");
    assertThat(again.outcome()).isInstanceOf(Outcome.Refused.class);
    var once = Rules.decide("ask_feedback", "sender_role", "timer", "feedback_state", "waiting");
    assertThat(once.movesTo("feedback")).contains("requested");
  }

  @Test
  void they_are_asked_after_the_parameter() {
    var planned = Rules.decide("plan_feedback", "sender_role", "timer");
    assertThat(planned.assigned("ask_after"))
        .isEqualTo(Shipped.release().parameters().text("P-FEEDBACK"));
  }
}
