package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Verdict;

/** Silent crews and late news: each rule with a hit and a near miss. */
class LateRulesTest {

  private static String wish(Object... facts) {
    return Shipped.release().decide(Rules.situation(facts)).wish();
  }

  @ParameterizedTest
  @CsvSource({
    "true, health, solved, late_news",
    "false, health,, report_incident",
    "false, vehicle,, report_incident"
  })
  void what_came_at_once_is_one_whatever_it_says(
      boolean news, String reported, String solved, String wish) {
    assertThat(
            wish(
                "sender_role",
                "field",
                "sender_staff",
                true,
                "message_kind",
                "text",
                "message_quotes_us",
                false,
                "late_news",
                news,
                "report_category",
                reported,
                "report_over",
                solved != null,
                "report_trip",
                "TRP118",
                "report_under_way",
                true,
                "report_crew",
                true))
        .isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({"1440, correct_time", "1441, not_understood"})
  void a_claimed_time_can_be_corrected_for_a_day(long minutes, String wish) {
    assertThat(
            wish(
                "sender_role",
                "field",
                "sender_staff",
                true,
                "message_kind",
                "text",
                "message_quotes_us",
                false,
                "late_news",
                false,
                "late_corrects",
                minutes))
        .isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({"480, none, true", "479, none, false", "480, closed, true", "480, open, false"})
  void operations_are_told_after_eight_hours_and_once(long silent, String watch, boolean told) {
    var decision =
        Rules.decide(
            "miss_contact",
            "sender_role",
            "timer",
            "duty_trip_state",
            "in_progress",
            "watch_state",
            watch,
            "watch_silent",
            silent);

    assertThat(decision.outcome() instanceof Outcome.Permitted).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "late_news, open, closed",
    "late_news, runner_sent, runner_out",
    "hear_contact, runner_sent, runner_out",
    "late_news, closed,",
    "send_runner, open, runner_sent",
    "call_runner_back, runner_out, closed",
    "call_runner_back, runner_sent,"
  })
  void a_runner_is_never_called_back_by_itself(String wish, String from, String to) {
    assertThat(Rules.decide(wish, "watch_state", from).movesTo("watch").orElse(null)).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({
    "late_news, none, dropped, dropped, false",
    "late_news, none, asked, asked, true",
    "late_news, none, unclear, considered, false",
    "late_news, asked, cancelled, dropped, false",
    "late_news, none, cancelled,, false",
    "ask_night, considered,, asked, true",
    "ask_night, asked, asked,, true"
  })
  void only_what_is_wanted_in_the_end_is_asked(
      String wish, String from, String said, String to, boolean asks) {
    var decision =
        said == null
            ? Rules.decide(wish, "night_state", from)
            : Rules.decide(wish, "night_state", from, "late_night", said);

    assertThat(decision.movesTo("night").orElse(null)).isEqualTo(to);
    assertThat(decision.notices().stream().anyMatch(it -> it.audience().equals("decider_on_duty")))
        .isEqualTo(asks);
  }

  @ParameterizedTest
  @CsvSource({
    "over, health, medium, false, resolved",
    "open, health, critical, true,",
    "over, accident, high, false, resolved",
    "open, vehicle, medium, false,"
  })
  void a_trouble_is_as_bad_as_it_is_still(
      String trouble, String category, String severity, boolean manager, String state) {
    var decision = Rules.decide("late_news", "late_trouble", trouble, "late_category", category);

    assertThat(decision.assigned("severity")).contains(severity);
    assertThat(decision.movesTo("incident").orElse(null)).isEqualTo(state);
    assertThat(decision.notices().stream().anyMatch(it -> it.audience().equals("manager")))
        .isEqualTo(manager);
    assertThat(decision.timers())
        .extracting(Verdict.Schedule::timer)
        .matches(it -> it.contains("ack_missing") == trouble.equals("open"));
  }

  @ParameterizedTest
  @CsvSource({"1, operations", "2, manager", ", manager"})
  void who_decides_about_a_night_goes_by_how_much_it_is(Long guestNights, String role) {
    var decision =
        guestNights == null
            ? Rules.decide("ask_night", "night_state", "none")
            : Rules.decide("ask_night", "night_state", "none", "night_guest_nights", guestNights);

    assertThat(decision.assigned("decider")).contains(role);
  }
}
