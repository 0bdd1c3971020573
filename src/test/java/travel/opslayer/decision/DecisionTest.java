package travel.opslayer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Verdict.Assign;
import travel.opslayer.decision.Verdict.Forbid;
import travel.opslayer.decision.Verdict.MoveTo;
import travel.opslayer.decision.Verdict.Notify;
import travel.opslayer.decision.Verdict.Permit;
import travel.opslayer.decision.Verdict.Reply;
import travel.opslayer.decision.Verdict.Require;
import travel.opslayer.decision.Verdict.Schedule;
import travel.opslayer.facts.Situation;

class DecisionTest {

  private static Decision decision(Verdict... verdicts) {
    var hits = Stream.of(verdicts).map(it -> new Hit("rule", "file!2", it)).toList();
    return new Decision(Situation.of(), "release", "cancel", hits, 1);
  }

  @Test
  void what_a_rule_permits_may_be_done() {
    assertThat(decision(new Permit("cancel")).outcome()).isEqualTo(new Outcome.Permitted("cancel"));
  }

  @Test
  void what_no_rule_permits_is_refused_by_name() {
    var refused = new Outcome.Refused("cancel", Decision.NOBODY_PERMITS);

    assertThat(decision().outcome()).isEqualTo(refused);
    assertThat(decision(new Permit("confirm")).outcome()).isEqualTo(refused);
  }

  @Test
  void forbid_wins_in_whatever_order_they_fire() {
    var refused = new Outcome.Refused("cancel", "refused/lead_closed");
    var forbid = new Forbid("cancel", "refused/lead_closed");
    var permit = new Permit("cancel");

    assertThat(decision(permit, forbid).outcome()).isEqualTo(refused);
    assertThat(decision(forbid, permit).outcome()).isEqualTo(refused);
    assertThat(decision(permit, forbid).may("cancel")).isFalse();
  }

  @Test
  void to_forbid_another_action_changes_nothing() {
    var decision = decision(new Permit("cancel"), new Forbid("confirm", "refused/lead_closed"));

    assertThat(decision.outcome()).isEqualTo(new Outcome.Permitted("cancel"));
    assertThat(decision.may("confirm")).isFalse();
  }

  @Test
  void what_is_required_first_refuses_until_it_is_there() {
    var decision = decision(new Permit("cancel"), new Require("cancel", "approval"));

    assertThat(decision.outcome()).isEqualTo(new Outcome.Refused("cancel", "refused/approval"));
    assertThat(decision.may("cancel")).isFalse();
    assertThat(decision(new Permit("cancel"), new Require("confirm", "approval")).outcome())
        .isEqualTo(new Outcome.Permitted("cancel"));
  }

  @Test
  void forbid_is_said_before_what_is_required() {
    var decision =
        decision(
            new Require("cancel", "approval"),
            new Forbid("cancel", "refused/lead_closed"),
            new Permit("cancel"));

    assertThat(decision.outcome()).isEqualTo(new Outcome.Refused("cancel", "refused/lead_closed"));
  }

  @Test
  void rules_that_send_one_object_to_two_states_disagree() {
    var decision = decision(new Permit("cancel"), new MoveTo("lost"), new MoveTo("won"));

    assertThat(decision.outcome())
        .isEqualTo(new Outcome.Refused("cancel", Decision.RULES_DISAGREE));
    assertThat(decision.movesTo()).isEmpty();
  }

  @Test
  void rules_that_send_it_to_one_state_twice_agree() {
    var decision = decision(new Permit("cancel"), new MoveTo("lost"), new MoveTo("lost"));

    assertThat(decision.outcome()).isEqualTo(new Outcome.Permitted("cancel"));
    assertThat(decision.movesTo()).contains("lost");
    assertThat(decision(new Permit("cancel")).movesTo()).isEmpty();
  }

  @Test
  void what_several_rules_say_alike_is_said_once_and_in_their_order() {
    var decision =
        decision(
            new Reply("a"),
            new Notify("owner", "b"),
            new Reply("a"),
            new Notify("sales", "b"),
            new Notify("owner", "b"),
            new Schedule("later", "5 min"),
            new Schedule("later", "5 min"));

    assertThat(decision.replies()).containsExactly("a");
    assertThat(decision.notices())
        .containsExactly(new Notify("owner", "b"), new Notify("sales", "b"));
    assertThat(decision.timers()).containsExactly(new Schedule("later", "5 min"));
  }

  @Test
  void of_several_values_of_one_name_the_first_counts() {
    var decision =
        decision(new Assign("x", "1"), new Assign("owner", "ANA"), new Assign("owner", "BOB"));

    assertThat(decision.assigned("owner")).contains("ANA");
    assertThat(decision.assigned("queue")).isEmpty();
  }
}
