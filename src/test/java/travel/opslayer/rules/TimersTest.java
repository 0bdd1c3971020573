package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Verdict.Schedule;

/** The table {@code timers}: what comes back later, after which time. */
class TimersTest {

  private static List<Schedule> set(boolean fresh, boolean product, boolean waits, boolean open) {
    return Rules.decide(
            "enquire",
            "lead_fresh",
            fresh,
            "product_known",
            product,
            "lead_waiting",
            waits,
            "office_open",
            open)
        .timers();
  }

  @Test
  void a_new_lead_is_to_be_answered_in_five_minutes_or_after_opening() {
    assertThat(set(true, true, false, true)).containsExactly(new Schedule("first_reply", "5 min"));
    assertThat(set(true, true, false, false))
        .containsExactly(new Schedule("first_reply", "15 min after opening"));
  }

  @Test
  void one_timer_is_enough_for_a_customer_who_waits() {
    assertThat(set(true, true, true, true)).isEmpty();
    assertThat(set(false, true, false, true)).isEmpty();
    assertThat(set(true, false, false, true)).isEmpty();
  }

  @Test
  void who_asks_for_a_quote_at_night_is_not_forgotten_in_the_morning() {
    assertThat(asked(false, false))
        .containsExactly(new Schedule("first_reply", "15 min after opening"));
    assertThat(asked(true, false)).isEmpty();
    assertThat(asked(false, true)).isEmpty();
  }

  private static List<Schedule> asked(boolean answered, boolean open) {
    return Rules.decide("ask_quote", "lead_answered", answered, "office_open", open).timers();
  }

  @Test
  void after_the_reminder_comes_the_next_colleague_unless_it_is_answered() {
    assertThat(Rules.decide("remind_owner", "lead_answered", false).timers())
        .containsExactly(new Schedule("first_reply_next", "15 min"));
    assertThat(Rules.decide("remind_owner", "lead_answered", true).timers()).isEmpty();
    assertThat(Rules.decide("remind_next", "lead_answered", false).timers()).isEmpty();
  }
}
