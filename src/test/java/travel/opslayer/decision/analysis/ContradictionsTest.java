package travel.opslayer.decision.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.analysis.Looked.forbid;
import static travel.opslayer.decision.analysis.Looked.notes;
import static travel.opslayer.decision.analysis.Looked.permit;
import static travel.opslayer.decision.analysis.Looked.text;

import org.junit.jupiter.api.Test;

class ContradictionsTest {

  @Test
  void a_permission_that_is_refused_always_never_counts() {
    assertThat(
            notes(
                permit("send_quote,guide,open,,,\n"),
                forbid("send_quote,guide,,refused/not_yours\n")))
        .containsExactly(
            "20-authorise/permit.csv:A2: This permission (send_quote) never counts: row 2 of"
                + " 20-authorise/forbid.csv refuses it in every situation that fits it. Maybe"
                + " delete it or narrow what refuses it.");
  }

  @Test
  void a_permission_that_is_refused_sometimes_counts() {
    assertThat(
            notes(
                permit("send_quote,\"guide, sales\",open,,,\n"),
                forbid("send_quote,guide,,refused/not_yours\n")))
        .isEmpty();
  }

  @Test
  void a_refusal_of_something_else_is_none() {
    assertThat(
            notes(
                permit("send_quote,guide,open,,,\n"),
                forbid("ask_quote,guide,,refused/not_yours\n")))
        .isEmpty();
  }

  @Test
  void several_refusals_together_refuse_all() {
    var permit = permit("send_quote,\"guide, sales\",open,,,\n");
    var guide = "send_quote,guide,,refused/not_yours\n";
    var sales = "send_quote,sales,%s,refused/lead_closed\n";

    assertThat(notes(permit, forbid(guide + sales.formatted("\"open, closed\""))))
        .singleElement()
        .asString()
        .contains(
            "row 2 of 20-authorise/forbid.csv and row 3 of 20-authorise/forbid.csv refuse it");
    assertThat(notes(permit, forbid(guide + sales.formatted("closed")))).isEmpty();
  }

  @Test
  void rules_by_hand_refuse_too() {
    var rule =
        """
        rule "who has no lead or is a guide"
        when
          Situation(lead_state == null || sender_role == "guide")
        then
          decision.forbid("send_quote", "refused/not_yours");
        end
        """;
    assertThat(notes(permit("send_quote,guide,open,,,\n"), text(rule)))
        .singleElement()
        .asString()
        .contains("line 1 of 20-authorise/special.drl refuses it");
    assertThat(notes(permit("send_quote,sales,open,,,\n"), text(rule))).isEmpty();
  }
}
