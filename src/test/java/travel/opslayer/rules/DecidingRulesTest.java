package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Verdict;

/** The tables of several requests at once, of goodwill, and of messages that are changed. */
class DecidingRulesTest {

  @ParameterizedTest
  @CsvSource({
    "discount, 50000, 1, approve",
    "discount, 50001, 1, show_approval",
    "refund, 50000, 1, approve",
    "refund, 50000, 2, show_approval",
    "exception, 100, 1, show_approval"
  })
  void all_at_once_are_the_small_ones_that_one_decides(
      String about, long worth, long needed, String wish) {
    assertThat(
            says(
                "words_wish", "approve_all",
                "approval_code", "AP-1",
                "approval_state", "pending",
                "approval_about", about,
                "approval_amount", worth,
                "approval_currency", "USD",
                "approval_needed", needed))
        .isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({"true, approve", "false, unclear_vote"})
  void a_yes_that_says_more_is_none(boolean plain, String wish) {
    assertThat(
            says(
                "words_yes",
                true,
                "words_no",
                false,
                "message_quotes_us",
                true,
                "approval_code",
                "AP-1",
                "approval_state",
                "pending",
                "approval_about",
                "refund",
                "vote_plain",
                plain))
        .isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({"1, which_approval", "0, thank"})
  void a_bare_yes_is_asked_about_when_something_waits(long waiting, String wish) {
    assertThat(
            says(
                "words_yes", true,
                "words_no", false,
                "words_only_courtesy", true,
                "message_quotes_us", false,
                "words_count", 1L,
                "vote_waiting", waiting))
        .isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({"expired, show_ended", "pending, approve"})
  void what_is_over_is_told_and_not_decided(String state, String wish) {
    assertThat(first("tap_action", "approve", "approval_code", "AP-1", "approval_state", state))
        .isEqualTo(wish);
  }

  @Test
  void only_whoever_asked_takes_it_back() {
    assertThat(withdraws(true)).isEqualTo(new Outcome.Permitted("withdraw_approval"));
    assertThat(withdraws(false))
        .isEqualTo(new Outcome.Refused("withdraw_approval", "approval/not_asked_by_you"));
  }

  private static Outcome withdraws(boolean own) {
    return Rules.decide(
            "withdraw_approval",
            "sender_role",
            "manager",
            "approval_code",
            "AP-1",
            "approval_own",
            own)
        .outcome();
  }

  @Test
  void the_second_and_the_first_of_two_are_told() {
    assertThat(told(2)).contains(new Verdict.Notify("second", "approval/second"));
    assertThat(told(1)).contains(new Verdict.Notify("first", "approval/complete"));
  }

  private static List<Verdict.Notify> told(long needed) {
    return Rules.decide("approve", "approval_needed", needed, "approval_quorum", 2L).notices();
  }

  @Test
  void goodwill_is_for_another_manager_whatever_the_sum() {
    var decision = Rules.decide("ask_goodwill", "sender_role", "manager");

    assertThat(decision.assigned("refund_role")).contains("manager");
    assertThat(decision.assigned("quorum")).contains("1");
    assertThat(Rules.decide("ask_goodwill", "sender_role", "field").outcome())
        .isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "edit, true, send_quote, 15,, tell_done",
    "edit, true, send_quote, 16,, note_late",
    "edit, true, hold_seats, 1, fewer, ask_fewer",
    "edit, true, hold_seats, 1, more, tell_more",
    "edit, true, hold_seats, 1, same, tell_done",
    "edit, true, enquire, 1,, enquire",
    "edit, true, approve, 1,, change_vote",
    "edit, false, not_understood, 1,, enquire",
    "revoke, true, hold_seats, 1,, tell_kept",
    "revoke, true, enquire, 1,, ignore",
    "revoke, false, not_understood, 1,, ignore"
  })
  void a_changed_message_is_not_done_a_second_time(
      String change, boolean acted, String did, long age, String seats, String wish) {
    var facts =
        new ArrayList<Object>(
            List.of(
                "amend_change",
                change,
                "amend_known",
                true,
                "amend_acted",
                acted,
                "amend_did",
                did,
                "amend_age",
                age,
                "message_kind",
                change.equals("edit") ? "text" : "revoke",
                "sender_staff",
                false,
                "product_known",
                true));
    if (seats != null) {
      facts.addAll(List.of("amend_seats", seats));
    }
    assertThat(first(facts.toArray())).isEqualTo(wish);
  }

  @Test
  void a_document_that_is_deleted_is_erased() {
    assertThat(first("amend_change", "revoke", "amend_shown", true)).isEqualTo("erase_media");
  }

  /** Tables that are read first count. */
  private static String first(Object... facts) {
    return Rules.wish(facts).split(" and ")[0];
  }

  private static String says(Object... facts) {
    var all = new ArrayList<Object>(List.of("message_kind", "text", "sender_staff", true));
    all.addAll(List.of(facts));
    return first(all.toArray());
  }
}
