package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Verdict;

/** The end of a day in the field: each rule with a hit and a near miss. */
class DutyRulesTest {

  private static Object[] facts(@Nullable Object... all) {
    var known = new ArrayList<>();
    for (var i = 0; i < all.length; i += 2) {
      if (all[i + 1] != null) {
        known.add(Objects.requireNonNull(all[i]));
        known.add(Objects.requireNonNull(all[i + 1]));
      }
    }
    return known.toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "field, TRP127,, longer,, offer_longer",
    "field, TRP127,, longer, road, offer_longer",
    "field, TRP127, extend_hold,,, offer_longer",
    "field,, extend_hold,,, not_understood",
    "operations,, extend_hold,,, extend_hold",
    "field, TRP127,, check_out,, check_out",
    "field, TRP127,, dropped,, not_understood"
  })
  void extend_is_the_day_in_the_field_and_a_hold_in_the_office(
      String role, String trip, String words, String says, String reported, String wish) {
    assertThat(
            wish(
                facts(
                    "sender_role", role,
                    "sender_staff", true,
                    "message_kind", "text",
                    "message_quotes_us", false,
                    "shift_trip", trip,
                    "shift_says", says,
                    "shift_leaving", false,
                    "words_wish", words,
                    "report_category", reported)))
        .isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({"accident, false", "vehicle, false", "road, true"})
  void what_needs_help_is_no_longer_day(String reported, boolean longer) {
    var wish =
        wish(
            "sender_role", "field",
            "sender_staff", true,
            "message_kind", "text",
            "shift_trip", "TRP127",
            "shift_says", "longer",
            "report_category", reported,
            "report_trip", "TRP127",
            "report_under_way", true,
            "report_crew", true);

    assertThat(wish).isEqualTo(longer ? "offer_longer" : "report_incident");
  }

  @ParameterizedTest
  @CsvSource({"120, operations", "121, manager", "180, manager"})
  void operations_allow_two_hours_in_all_and_managers_more(long minutes, String who) {
    var decision =
        Rules.decide(
            "ask_longer",
            "sender_role",
            "field",
            "shift_trip",
            "TRP127",
            "overtime_state",
            "considered",
            "overtime_minutes",
            minutes);

    assertThat(decision.assigned("decider")).contains(who);
    assertThat(decision.movesTo("overtime")).contains("asked");
    assertThat(decision.timers()).extracting(Verdict.Schedule::timer).contains("approval_ends");
  }

  @Test
  void what_waits_already_is_not_asked_again() {
    assertThat(
            Rules.decide(
                    "ask_longer",
                    "sender_role",
                    "field",
                    "shift_trip",
                    "TRP127",
                    "overtime_state",
                    "asked")
                .outcome())
        .isEqualTo(new Outcome.Refused("ask_longer", "duty/longer_waits"));
  }

  @ParameterizedTest
  @CsvSource({
    "file_receipt,, fuel, 500000, accepted",
    "file_receipt,, fuel, 500001, pending",
    "file_receipt,, tea, 300000, accepted",
    "file_receipt,, tea, 300001, pending",
    "file_receipt,, tea,, noted",
    "correct_receipt, pending, fuel, 560000, pending",
    "correct_receipt, pending, fuel, 460000, accepted",
    "correct_receipt, approved, fuel, 560000,",
    "approve, pending, fuel, 560000, approved",
    "reject, pending, fuel, 560000, rejected",
    "approve, accepted, fuel, 460000,"
  })
  void the_limit_is_run_for_each_sum(
      String wish, String from, String kind, Long amount, String to) {
    var decision =
        Rules.decide(
            wish,
            facts(
                "sender_role",
                "field",
                "shift_trip",
                "TRP127",
                "expense_state",
                from,
                "expense_kind",
                kind,
                "expense_amount",
                amount,
                "expense_currency",
                amount == null ? null : "NPR"));

    assertThat(decision.movesTo("expense").orElse(null)).isEqualTo(to);
    if (to != null) {
      assertThat(
              decision.notices().stream().anyMatch(it -> it.audience().equals("decider_on_duty")))
          .isEqualTo(to.equals("pending"));
    }
  }

  @ParameterizedTest
  @CsvSource({"AP-1, 1, hear_vote", ", 2, which_approval", ", 0, show_media"})
  void a_voice_decides_nothing_by_itself(String request, long waiting, String wish) {
    assertThat(
            wish(
                facts(
                    "sender_role",
                    "operations",
                    "sender_staff",
                    true,
                    "message_kind",
                    "audio",
                    "words_yes",
                    true,
                    "words_no",
                    false,
                    "words_only_courtesy",
                    false,
                    "plea_code",
                    request,
                    "plea_waiting",
                    waiting)))
        .isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({
    "overtime, true, false, true, approve_tell",
    "overtime, true, false, false, approve",
    "expense, true, false, true, approve",
    "overtime, true, true, true, reject",
    "overtime, false, false, true,"
  })
  void what_was_heard_is_what_one_tap_does(
      String about, boolean yes, boolean no, boolean tells, String heard) {
    var decision =
        Rules.decide(
            "hear_vote",
            "plea_code",
            "AP-1",
            "plea_about",
            about,
            "plea_tells",
            tells,
            "words_yes",
            yes,
            "words_no",
            no);

    assertThat(decision.assigned("heard").orElse(null)).isEqualTo(heard);
  }

  private static String wish(Object... facts) {
    return Shipped.release().decide(Rules.situation(facts)).wish();
  }
}
