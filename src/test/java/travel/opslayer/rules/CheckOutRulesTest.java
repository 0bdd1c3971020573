package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;

/** Who may check out, what has to be told first, and what is closed by it. */
class CheckOutRulesTest {

  @ParameterizedTest
  @CsvSource({
    "driver, false, false, 0, open_dropped open_km",
    "driver, true, false, 0, open_km",
    "driver, true, true, 1,",
    "lead, false, false, 1, open_bills",
    "lead, false, false, 0,",
    "assistant, false, false, 1,"
  })
  void what_has_to_be_told_depends_on_the_work(
      String as, boolean dropped, boolean km, long bills, String open) {
    var decision = checkOut(as, dropped, km, bills, 0, 10, false);

    assertThat(
            List.of("open_dropped", "open_km", "open_bills").stream()
                .filter(it -> decision.assigned(it).isPresent())
                .toList())
        .isEqualTo(open == null ? List.of() : List.of(open.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false"})
  void nobody_checks_out_while_an_incident_goes_on(long incidents, boolean permitted) {
    assertThat(checkOut("driver", true, true, 0, incidents, 10, false).outcome())
        .isEqualTo(
            permitted
                ? new Outcome.Permitted("check_out")
                : new Outcome.Refused("check_out", "duty/incident_open"));
  }

  @ParameterizedTest
  @CsvSource({"120, false, false", "121, false, true", "121, true, false"})
  void who_checks_out_late_says_when_they_were_done(long late, boolean claims, boolean asked) {
    assertThat(checkOut("driver", true, true, 0, 0, late, claims).assigned("ask_when").isPresent())
        .isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({"true, completed", "false,"})
  void the_last_one_closes_the_trip(boolean last, String state) {
    var decision =
        Rules.decide(
            "check_out",
            "sender_role",
            "field",
            "shift_trip",
            "TRP127",
            "shift_state",
            "checked_in",
            "shift_trip_state",
            "in_progress",
            "shift_last",
            last);

    assertThat(decision.movesTo("crew")).contains("checked_out");
    assertThat(decision.movesTo("trip").orElse(null)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 10, true", "0, 1, 10, true", "0, 0, 10, false", "1, 0, -10, false"})
  void whoever_is_open_is_reminded_after_the_end(
      long open, long left, long late, boolean permitted) {
    var decision =
        Rules.decide(
            "remind_open",
            "sender_role",
            "timer",
            "shift_trip",
            "TRP123",
            "shift_open",
            open,
            "shift_left",
            left,
            "shift_late",
            late);

    assertThat(decision.outcome() instanceof Outcome.Permitted).isEqualTo(permitted);
    assertThat(decision.timers().isEmpty()).isEqualTo(open == 0);
  }

  private static Decision checkOut(
      String as,
      boolean dropped,
      boolean km,
      long bills,
      long incidents,
      long late,
      boolean claims) {
    return Rules.decide(
        "check_out",
        "sender_role",
        "field",
        "shift_trip",
        "TRP127",
        "shift_role",
        as,
        "shift_dropped",
        dropped,
        "shift_km",
        km,
        "shift_bills",
        bills,
        "shift_incidents",
        incidents,
        "shift_late",
        late,
        "shift_claims",
        claims);
  }
}
