package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Verdict;

/** Who answers a customer: the rules, or a colleague who has taken the conversation. */
class HandoverRulesTest {

  private static final String TAKEN = "taken";

  private static String wished(Object... facts) {
    return Shipped.release().decide(Rules.situation(facts)).wish();
  }

  /** What a customer writes, by who answers them. */
  private static String wish(@Nullable String state, @Nullable String words, Object... more) {
    var facts = new ArrayList<Object>(List.of("sender_role", "customer", "sender_staff", false));
    facts.addAll(List.of("message_kind", "text", "lead_code", "LD-301", "product_known", false));
    if (state != null) {
      facts.addAll(List.of("handover_state", state, "handover_code", "HO-1"));
    }
    if (words != null) {
      facts.addAll(List.of("words_wish", words));
    }
    facts.addAll(List.of(more));
    return wished(facts.toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "taken, think, pass_on",
    "taken, cancel, pass_on",
    "taken, accept, pass_on",
    "taken, opt_out, opt_out",
    "taken, opt_in, opt_in",
    "taken, status, show_status",
    "over, think, think",
    ", think, think"
  })
  void rules_fall_silent_but_for_what_a_table_names(String state, String words, String wish) {
    assertThat(wish(state, words)).isEqualTo(wish);
  }

  @Test
  void money_and_whatever_goes_wrong_are_never_silent() {
    assertThat(wish(TAKEN, "pay_rest", "booking_code", "BK-1")).isEqualTo("pay_rest");
    assertThat(wish(TAKEN, null, "report_category", "vehicle")).isNotEqualTo("pass_on");
    assertThat(wish(TAKEN, null, "incident_code", "INC-1")).isNotEqualTo("pass_on");
    assertThat(wish(TAKEN, null, "guest_trip", "TRP123", "words_silent", true))
        .isEqualTo("guest_answer");
    assertThat(wish(TAKEN, null)).isEqualTo("pass_on");
    assertThat(
            wished("timer_name", "payment_news", "sender_role", "timer", "handover_state", TAKEN))
        .isEqualTo("note_payment");
  }

  @Test
  void a_tap_says_what_it_says_and_a_passport_is_filed() {
    assertThat(wish(TAKEN, null, "message_kind", "button", "tap_action", "accept_quote"))
        .isEqualTo("accept_quote");
    assertThat(wish(TAKEN, null, "message_kind", "image", "media_shown", "id_document"))
        .isEqualTo("file_media");
  }

  private static String colleague(Object... more) {
    var facts = new ArrayList<Object>(List.of("sender_role", "sales", "sender_staff", true));
    facts.addAll(List.of("message_kind", "text", "lead_code", "LD-301"));
    facts.addAll(List.of(more));
    return wished(facts.toArray());
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, 1, false, write_customer",
    "true, false, 0, false, answer_lead",
    "false, true, 1, true, write_customer",
    "false, true, 1, false, not_understood",
    "false, false, 2, true, which_handover",
    "false, false, 0, true, not_understood"
  })
  void what_colleagues_write_goes_to_whom_they_talk_with(
      boolean quotes, boolean mine, long taken, boolean plain, String wish) {
    assertThat(
            colleague(
                "message_quotes_us",
                quotes,
                "handover_mine",
                mine,
                "handover_taken",
                taken,
                "handover_plain",
                plain))
        .isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({"none, take_over", "over, take_over", "taken, show_handover"})
  void whoever_comes_second_hears_who_has_it(String state, String wish) {
    assertThat(colleague("words_wish", "take_over", "handover_state", state)).isEqualTo(wish);
    assertThat(colleague("tap_action", "take_over", "handover_state", state)).isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({
    "take_over, sales, none, false,",
    "take_over, field, none, false, refused/nobody_permits",
    "take_over, sales, , false, handover/which",
    "hand_back, sales, taken, true,",
    "hand_back, manager, taken, false,",
    "hand_back, sales, taken, false, refused/nobody_permits",
    "hand_back, sales, over, false, handover/not_yours",
    "write_customer, sales, taken, true,",
    "write_customer, sales, taken, false, handover/not_yours",
    "write_customer, sales, over, false, handover/not_yours",
    "answer_lead, sales, taken, false, handover/not_yours",
    "answer_lead, sales, over, false,"
  })
  void who_may(String action, String role, String state, boolean mine, String reason) {
    assertThat(decide(action, role, state, mine, true).outcome())
        .isEqualTo(
            reason == null ? new Outcome.Permitted(action) : new Outcome.Refused(action, reason));
  }

  @Test
  void after_a_day_only_a_template_may_be_sent() {
    assertThat(decide("write_customer", "sales", TAKEN, true, false).outcome())
        .isEqualTo(new Outcome.Refused("write_customer", "handover/window_over"));
    assertThat(decide("nudge_customer", "sales", TAKEN, true, false).outcome())
        .isEqualTo(new Outcome.Permitted("nudge_customer"));
  }

  @ParameterizedTest
  @CsvSource({
    "none, take_over, taken",
    "over, take_over, taken",
    "taken, hand_back, over",
    "taken, end_handover, over",
    "taken, take_over,",
    "over, hand_back,"
  })
  void states(String from, String event, String to) {
    assertThat(decide(event, "sales", from, true, true).movesTo("handover").orElse(null))
        .isEqualTo(to);
  }

  @Test
  void the_clock_ends_it_when_nobody_has_written_and_not_before() {
    for (var quiet : List.of(true, false)) {
      var decision =
          Rules.decide(
              "end_handover",
              "sender_role",
              "timer",
              "handover_state",
              TAKEN,
              "handover_quiet",
              quiet);
      assertThat(decision.outcome())
          .isEqualTo(
              quiet
                  ? new Outcome.Permitted("end_handover")
                  : new Outcome.Refused("end_handover", Decision.NOBODY_PERMITS));
    }
  }

  @Test
  void numbers_are_hidden_both_ways_and_it_is_kept_as_long_as_the_parameter_says() {
    for (var role : List.of("customer", "sales")) {
      var decision =
          decide(role.equals("sales") ? "write_customer" : "pass_on", role, TAKEN, true, true);
      assertThat(decision.assigned("hide")).contains("number, address, card");
      assertThat(decision.assigned("keep_for"))
          .isEqualTo(Shipped.release().parameters().text("P-HANDOVER"));
      assertThat(decision.timers())
          .extracting(Verdict.Schedule::timer)
          .containsExactly("handover_quiet");
    }
    assertThat(decide("ask_topic", "customer", "over", false, true).assigned("hide")).isEmpty();
  }

  private static Decision decide(
      String action, String role, @Nullable String state, boolean mine, boolean open) {
    var facts = new ArrayList<Object>(List.of("sender_role", role, "lead_state", "assigned"));
    facts.addAll(List.of("handover_mine", mine, "handover_window_open", open));
    facts.addAll(List.of("handover_stopped", false));
    if (state != null) {
      facts.addAll(List.of("handover_state", state));
    }
    return Rules.decide(action, facts.toArray());
  }
}
