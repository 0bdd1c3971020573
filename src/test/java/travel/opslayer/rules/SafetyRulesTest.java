package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Verdict;

/** Lost phones, and what a PIN is needed for. */
class SafetyRulesTest {

  private static String wish(Object... facts) {
    return Shipped.release().decide(Rules.situation(facts)).wish();
  }

  @Test
  void a_lost_phone_gets_one_answer_whatever_it_asks() {
    assertThat(wish("safety_locked", true, "sender_role", "customer", "tap_action", "approve"))
        .isEqualTo("locked_phone");
    assertThat(wish("safety_locked", true, "sender_role", "customer", "words_wish", "opt_out"))
        .isEqualTo("locked_phone");
    assertThat(wish("safety_locked", false, "sender_role", "manager", "tap_action", "approve"))
        .isEqualTo("approve");
    assertThat(
            Rules.decide("locked_phone", "sender_role", "customer", "safety_locked", false)
                .outcome())
        .isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "lock, usable, set, false, lock_phone",
    "lock,, set, false, which_phone",
    "unlock, locked, fresh, false, unlock_phone",
    "unlock, locked, set, true, unlock_phone",
    "unlock, locked, set, false, ask_unlock",
    "unlock,, fresh, false, which_phone"
  })
  void what_colleagues_command(
      String command, String phone, String pin, boolean asked, String wish) {
    assertThat(
            phone == null
                ? wish("safety_command", command, "safety_pin", pin, "safety_asked", asked)
                : wish(
                    "safety_command",
                    command,
                    "safety_phone",
                    phone,
                    "safety_pin",
                    pin,
                    "safety_asked",
                    asked))
        .isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({"true, 0, give_pin", "false, 2, note_wrong_pin", "false, 3, block_pin"})
  void the_third_wrong_one_is_the_last(boolean right, long wrong, String wish) {
    assertThat(wish("safety_command", "pin", "safety_right", right, "safety_wrong", wrong))
        .isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({
    "lock_phone, field, usable, set, false,",
    "lock_phone, customer, usable, set, false, refused/nobody_permits",
    "lock_phone, sales, locked, set, false, safety/locked_already",
    "unlock_phone, manager, locked, fresh, false,",
    "unlock_phone, manager, locked, set, true,",
    "unlock_phone, manager, locked, set, false, refused/nobody_permits",
    "unlock_phone, operations, locked, fresh, true, refused/nobody_permits",
    "unlock_phone, manager, usable, fresh, false, safety/not_locked",
    "ask_unlock, manager, locked, set, false,",
    "give_pin, sales,, none, false, safety/pin_none",
    "give_pin, sales,, blocked, false, safety/pin_blocked",
    "give_pin, sales,, set, false, safety/pin_how"
  })
  void who_may(String action, String role, String phone, String pin, boolean asked, String reason) {
    var decision =
        phone == null
            ? Rules.decide(action, "sender_role", role, "safety_pin", pin)
            : Rules.decide(
                action,
                "sender_role",
                role,
                "safety_phone",
                phone,
                "safety_pin",
                pin,
                "safety_asked",
                asked);
    assertThat(decision.outcome())
        .isEqualTo(
            reason == null ? new Outcome.Permitted(action) : new Outcome.Refused(action, reason));
  }

  @ParameterizedTest
  @CsvSource({
    "refund, 500000, set, true",
    "refund, 500000, none, true",
    "refund, 500000, blocked, true",
    "refund, 500000, fresh, false",
    "refund, 499999, set, false",
    "discount, 900000, set, false"
  })
  void a_large_refund_needs_a_pin(String about, long minor, String pin, boolean needed) {
    var outcome =
        Rules.decide(
                "approve",
                "sender_role",
                "manager",
                "approval_code",
                "AP-1",
                "approval_about",
                about,
                "approval_may",
                true,
                "approval_own",
                false,
                "approval_amount",
                minor,
                "approval_currency",
                "USD",
                "safety_pin",
                pin)
            .outcome();
    assertThat(outcome)
        .isEqualTo(
            needed
                ? new Outcome.Refused("approve", "refused/pin")
                : new Outcome.Permitted("approve"));
  }

  @Test
  void parameters_say_for_how_long() {
    var numbers = Shipped.release().parameters();
    assertThat(given("give_pin", true).assigned("pin_good_for")).isEqualTo(numbers.text("P-PIN"));
    var blocked = given("block_pin", false);
    assertThat(blocked.assigned("pin_block_for")).isEqualTo(numbers.text("P-PINBLOCK"));
    assertThat(blocked.notices()).extracting(Verdict.Notify::audience).containsExactly("manager");
  }

  private static Decision given(String action, boolean right) {
    return Rules.decide(action, "sender_role", "sales", "safety_pin", "set", "safety_right", right);
  }
}
