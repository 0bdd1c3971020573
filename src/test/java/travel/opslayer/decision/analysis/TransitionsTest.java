package travel.opslayer.decision.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.analysis.Looked.forbid;
import static travel.opslayer.decision.analysis.Looked.lead;
import static travel.opslayer.decision.analysis.Looked.notes;
import static travel.opslayer.decision.analysis.Looked.permit;
import static travel.opslayer.decision.analysis.Looked.text;

import org.junit.jupiter.api.Test;
import travel.opslayer.decision.RuleFile;

class TransitionsTest {

  private static final RuleFile ALL_STATES =
      lead(
          """
          "new, open, closed",ask_quote,open
          quoted,ask_quote,new
          open,send_quote,quoted
          quoted,send_quote,closed
          """);

  @Test
  void states_in_which_a_permitted_event_changes_nothing_are_listed() {
    assertThat(notes(ALL_STATES, permit("ask_quote,customer,,,,\nsend_quote,sales,,,,\n")))
        .containsExactly(
            "30-transition/lead.csv:A4: No row for: From new, closed; Event send_quote. There the"
                + " state stays as it is. Maybe add a row, if the state should change.");
  }

  @Test
  void where_nobody_may_no_row_is_missing() {
    var ask = "ask_quote,customer,,,,\n";

    assertThat(notes(ALL_STATES, permit(ask))).isEmpty();
    assertThat(notes(ALL_STATES, permit(ask + "send_quote,sales,\"open, quoted\",,,\n"))).isEmpty();
    assertThat(
            notes(
                ALL_STATES,
                permit(ask + "send_quote,sales,not closed,,,\n"),
                forbid("send_quote,,new,refused/lead_closed\n")))
        .isEmpty();
    assertThat(
            notes(
                ALL_STATES,
                permit(ask + "send_quote,sales,not closed,,,\n"),
                forbid("send_quote,guide,new,refused/lead_closed\n")))
        .singleElement()
        .asString()
        .contains("No row for: From new; Event send_quote.");
  }

  @Test
  void a_rule_by_hand_fills_a_gap() {
    var rule =
        """
        rule "the rest"
        when
          Situation(wish_action == "send_quote" && lead_state in ("new", "closed"))
        then
          decision.moveTo("quoted");
        end
        """;
    assertThat(notes(ALL_STATES, text(rule), permit("send_quote,sales,,,,\n"))).isEmpty();
  }

  @Test
  void states_that_no_row_leads_to_are_listed() {
    assertThat(notes(lead("new,ask_quote,open\n")))
        .containsExactly(
            "30-transition/lead.csv:A2: No row leads to the states (new, quoted, closed). Maybe"
                + " nothing is missing, if the service or a person sets them; add a row"
                + " otherwise.");
    assertThat(notes(lead("new,ask_quote,open\nopen,ask_quote,quoted\nquoted,ask_quote,closed\n")))
        .singleElement()
        .asString()
        .contains("No row leads to the state (new).");
  }

  @Test
  void every_state_has_a_row_that_leads_to_it_or_nothing_moves() {
    assertThat(notes(ALL_STATES)).isEmpty();
    assertThat(notes(permit("ask_quote,customer,,,,\n"))).isEmpty();
  }
}
