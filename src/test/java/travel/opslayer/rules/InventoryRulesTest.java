package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;

/** The tables of seats and departures from the phone: what fits, and what only just does not. */
class InventoryRulesTest {

  @ParameterizedTest
  @CsvSource({
    "hold, 1, true, 0, 0, staff_hold",
    "hold, 1, false, 0, 0, ask_hold",
    "hold, 2, true, 0, 0, ask_hold",
    "release, 0, false, 1, 0, release_hold",
    "release, 0, false, 2, 0, ask_release",
    "release, 0, false, 0, 0, ask_release",
    "close, 0, false, 0, 0, close_departure",
    "close, 0, false, 0, 1, ask_close"
  })
  void what_is_commanded(
      String command, long customers, boolean fits, long holds, long atStake, String wish) {
    var facts = new ArrayList<Object>(List.of("message_kind", "text", "inventory_fits", fits));
    facts.addAll(List.of("inventory_command", command, "inventory_departure", "ABC-0320"));
    facts.addAll(List.of("inventory_customers", customers, "inventory_holds", holds));
    facts.addAll(List.of("inventory_at_stake", atStake, "request_open", 0L));

    assertThat(wish(facts)).isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({
    "close, 1, close_departure",
    "close, 2, ask_sure",
    ", 1, ask_sure",
  })
  void yes_is_enough_for_one_question_and_a_mere_yes_closes_nothing(
      String command, long open, String wish) {
    var facts = new ArrayList<Object>(List.of("message_kind", "text", "words_yes", true));
    facts.addAll(List.of("request_open", open, "request_bare", true, "request_chosen", false));
    facts.addAll(List.of("request_state", "open", "request_current", true));
    facts.addAll(List.of("request_action", "close_departure", "request_shown", true));
    if (command != null) {
      facts.addAll(List.of("inventory_command", command));
    }

    assertThat(wish(facts)).isEqualTo(wish);
  }

  @Test
  void where_people_wait_nothing_is_closed_whose_effects_were_not_shown() {
    assertThat(close("operations", "open", 1, false).outcome())
        .isEqualTo(new Outcome.Refused("close_departure", "refused/confirmation"));
    assertThat(close("operations", "open", 1, true).outcome())
        .isEqualTo(new Outcome.Permitted("close_departure"));
    assertThat(close("operations", "open", 0, false).outcome())
        .isEqualTo(new Outcome.Permitted("close_departure"));
  }

  @ParameterizedTest
  @CsvSource({
    "operations, open, ",
    "manager, guaranteed, ",
    "sales, open, inventory/close_who",
    "field, open, refused/nobody_permits",
    "customer, open, refused/nobody_permits",
    "operations, closed, inventory/closed_already",
    "operations, departed, inventory/started"
  })
  void who_may_close_and_what(String role, String state, String reason) {
    assertThat(close(role, state, 0, false).outcome())
        .isEqualTo(
            reason == null
                ? new Outcome.Permitted("close_departure")
                : new Outcome.Refused("close_departure", reason));
  }

  @ParameterizedTest
  @CsvSource({"0, closed", "1, closing"})
  void an_offer_that_runs_is_honoured_first(long runsOn, String state) {
    var decision =
        Rules.decide("close_departure", "inventory_state", "open", "inventory_runs_on", runsOn);

    assertThat(decision.movesTo("departure")).contains(state);
  }

  @Test
  void it_is_opened_again_before_it_starts_and_not_on_the_day() {
    for (var later : Map.of(true, "open", false, "").entrySet()) {
      var decision =
          Rules.decide(
              "reopen_departure",
              "sender_role",
              "operations",
              "inventory_state",
              "closed",
              "inventory_starts_later",
              later.getKey());
      assertThat(decision.movesTo("departure").orElse("")).isEqualTo(later.getValue());
      assertThat(decision.outcome() instanceof Outcome.Permitted).isEqualTo(later.getKey());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "staff_hold, release_hold",
    "release_hold, staff_hold",
    "close_departure, reopen_departure",
    "reopen_departure, close_departure"
  })
  void every_action_has_what_undoes_it(String done, String compensation) {
    assertThat(Rules.decide("undo_request", "request_action", done).assigned("compensation"))
        .contains(compensation);
  }

  @ParameterizedTest
  @CsvSource({
    "open, true, ",
    "open, false, inventory/others",
    "done, true, inventory/done_already"
  })
  void a_question_is_answered_once_by_who_was_asked(String state, boolean own, String reason) {
    var decision =
        Rules.decide(
            "staff_hold",
            "sender_role",
            "sales",
            "inventory_state",
            "open",
            "request_state",
            state,
            "request_own",
            own);

    assertThat(decision.outcome())
        .isEqualTo(
            reason == null
                ? new Outcome.Permitted("staff_hold")
                : new Outcome.Refused("staff_hold", reason));
  }

  private static Decision close(String role, String state, long atStake, boolean shown) {
    return Rules.decide(
        "close_departure",
        "sender_role",
        role,
        "inventory_state",
        state,
        "inventory_at_stake",
        atStake,
        "request_shown",
        shown);
  }

  private static String wish(List<Object> facts) {
    return Shipped.release().decide(Rules.situation(facts.toArray())).wish();
  }
}
