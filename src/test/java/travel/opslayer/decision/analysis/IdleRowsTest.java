package travel.opslayer.decision.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.analysis.Looked.lead;
import static travel.opslayer.decision.analysis.Looked.notes;
import static travel.opslayer.decision.analysis.Looked.permit;
import static travel.opslayer.decision.analysis.Looked.reply;
import static travel.opslayer.decision.analysis.Looked.text;

import org.junit.jupiter.api.Test;

class IdleRowsTest {

  @Test
  void a_row_below_one_that_takes_all_it_asks_for_never_counts() {
    assertThat(notes(reply("ask_price,,,,,,price/open\nask_price,sales,,,,,price/full\n")))
        .containsExactly(
            "50-reply/reply.csv:A3: This row never counts: row 2 comes first in every situation"
                + " that fits it. Maybe move it up or delete it.");
  }

  @Test
  void a_row_above_it_counts() {
    assertThat(notes(reply("ask_price,sales,,,,,price/full\nask_price,,,,,,price/open\n")))
        .isEmpty();
  }

  @Test
  void several_rows_together_take_all_and_only_those_are_named() {
    assertThat(
            notes(
                reply(
                    """
                    ask_price,customer,,,,,price/open
                    ask_price,guide,,,,,price/open
                    ask_price,"guide, sales, manager",,yes,,,price/open
                    ask_price,"sales, manager",,,,,price/open
                    ask_price,not guide,full,,,,price/full
                    """)))
        .singleElement()
        .asString()
        .contains(":A6: This row never counts: row 2 and row 5 come first");
  }

  @Test
  void yes_and_no_are_not_all_there_is() {
    var both = "ask_price,,,yes,,,price/open\nask_price,,,no,,,price/full\n";

    assertThat(notes(reply(both + "ask_price,,,,,,office/closed\n"))).isEmpty();
  }

  @Test
  void a_word_that_nobody_lists_may_come() {
    assertThat(notes(reply("ask_price,,full,,,,price/full\nask_price,,,,,,price/open\n")))
        .isEmpty();
  }

  @Test
  void a_row_that_says_the_same_in_fewer_situations_adds_nothing() {
    assertThat(notes(permit("ask_price,\"guide, sales\",,,,\nask_price,sales,,yes,,\n")))
        .containsExactly(
            "20-authorise/permit.csv:A3: This row adds nothing: row 2 says the same in every"
                + " situation that fits it. Maybe delete it or change what it asks.");
    assertThat(notes(permit("ask_price,sales,,yes,,\nask_price,\"guide, sales\",,,,\n")))
        .singleElement()
        .asString()
        .contains(":A2: This row adds nothing: row 3 says the same");
  }

  @Test
  void a_row_that_says_something_else_or_asks_for_more_adds_something() {
    assertThat(notes(permit("ask_price,\"guide, sales\",,,,\nask_quote,sales,,yes,,\n"))).isEmpty();
    assertThat(notes(permit("ask_price,\"guide, sales\",,yes,,\nask_price,sales,,,,\n"))).isEmpty();
  }

  @Test
  void of_two_rows_that_ask_the_same_the_lower_one_is_named() {
    assertThat(notes(permit("ask_price,\"guide, sales\",,,,\nask_price,\"sales, guide\",,,,\n")))
        .singleElement()
        .asString()
        .contains(":A3: This row adds nothing: row 2 says the same");
  }

  @Test
  void a_transition_that_another_row_makes_too_adds_nothing() {
    assertThat(notes(lead("\"new, open\",ask_quote,quoted\nopen,ask_quote,quoted\n")))
        .anyMatch(it -> it.contains(":A3: This row adds nothing: row 2 says the same"));
  }

  @Test
  void a_rule_that_contradicts_itself_is_named_and_one_that_does_not_is_not() {
    assertThat(notes(text(rule("party_size > 5, party_size < 5"))))
        .containsExactly(
            "20-authorise/special.drl:1: This rule never fires: what it asks contradicts"
                + " itself. Maybe change it or delete it.");
    assertThat(notes(text(rule("party_size >= 5, party_size < 6")))).isEmpty();
    assertThat(notes(text(rule("sender_role == null, sender_role != \"sales\"")))).hasSize(1);
    assertThat(notes(text(rule("sender_role != null && sender_role != \"sales\"")))).isEmpty();
  }

  @Test
  void brackets_and_strokes_are_understood() {
    var wide = rule("sender_role == \"guide\" || (lead_own == true && party_size > 3)");

    assertThat(notes(text(wide + rule2("lead_own == true, party_size == 4"))))
        .singleElement()
        .asString()
        .contains(":6: This rule adds nothing: line 1 says the same");
    assertThat(notes(text(wide + rule2("lead_own == true, party_size == 3")))).isEmpty();
  }

  private static String rule(String when) {
    return "rule \"one\"\nwhen\n  Situation(%s)\nthen decision.permit(\"ask_price\"); end\n\n"
        .formatted(when);
  }

  private static String rule2(String when) {
    return rule(when).replace("one", "two");
  }
}
