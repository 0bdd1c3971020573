package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Verdict;

/** Who has seats held longer, how often, and who hears of it. */
class ExtendRulesTest {

  @ParameterizedTest
  @CsvSource({
    "customer, BK-1, on_hold, 1, false, extend_hold",
    "customer, BK-1, expired, 0, false, extend_hold",
    "customer, BK-1, confirmed, 1, false, show_status",
    "customer,, , 2, false, extend_hold",
    "customer,, , 0, false, not_understood",
    "sales, BK-1, on_hold, 0, false, extend_hold",
    "operations,, , 0, false, extend_hold",
    "sales, BK-1, on_hold, 0, true, answer_lead",
    "field, BK-1, on_hold, 0, false, not_understood"
  })
  void what_words_for_more_time_mean(
      String role, String booking, String state, long open, boolean quotes, String wish) {
    var facts = new ArrayList<Object>(List.of("sender_role", role, "booking_open", open));
    facts.addAll(List.of("sender_staff", !role.equals("customer"), "message_kind", "text"));
    facts.addAll(List.of("words_wish", "extend_hold", "message_quotes_us", quotes));
    facts.addAll(List.of("status_code_alone", false, "lead_code", "LD-301"));
    if (booking != null) {
      facts.addAll(List.of("booking_code", booking, "booking_state", state));
    }

    assertThat(Shipped.release().decide(Rules.situation(facts.toArray())).wish()).isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({
    "customer, 0, false,",
    "customer, 1, false, booking/extend_most",
    "customer, 0, true, booking/extend_others",
    "sales, 2, true,",
    "operations, 2, false,",
    "manager, 3, false, booking/extend_most_staff",
    "field, 0, false, refused/nobody_permits"
  })
  void how_often_and_while_others_wait(String role, long extended, boolean waited, String reason) {
    var decision = extend(role, "on_hold", extended, waited, true);

    assertThat(decision.outcome())
        .isEqualTo(
            reason == null
                ? new Outcome.Permitted("extend_hold")
                : new Outcome.Refused("extend_hold", reason));
  }

  @Test
  void a_customer_only_for_their_own() {
    assertThat(extend("customer", "on_hold", 0, false, false).outcome())
        .isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"on_hold, on_hold", "confirmed,", "expired,", "cancelled,"})
  void only_what_is_on_hold_stays_so(String from, String to) {
    assertThat(extend("sales", from, 0, false, true).movesTo("booking").orElse(null)).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({"customer, P-EXTEND", "sales, P-EXTEND-STAFF"})
  void the_tables_say_how_much_longer(String role, String parameter) {
    var decision = extend(role, "on_hold", 0, false, true);
    var numbers = Shipped.release().parameters();

    assertThat(decision.assigned("extend_for")).isEqualTo(numbers.text(parameter));
    assertThat(decision.assigned("extend_in_all")).isEqualTo(numbers.text("P-EXTEND-IN-ALL"));
    assertThat(decision.timers()).extracting(Verdict.Schedule::timer).containsExactly("hold_ends");
  }

  @ParameterizedTest
  @CsvSource({"customer, true, owner", "sales, true, customer", "sales, false, customer owner"})
  void the_other_side_is_told(String role, boolean own, String who) {
    assertThat(extend(role, "on_hold", 0, false, own).notices())
        .extracting(Verdict.Notify::audience)
        .containsExactly(who.split(" "));
  }

  private static Decision extend(
      String role, String state, long extended, boolean waited, boolean own) {
    return Rules.decide(
        "extend_hold",
        "sender_role",
        role,
        "sender_staff",
        !role.equals("customer"),
        "booking_code",
        "BK-1",
        "booking_state",
        state,
        "booking_own",
        own,
        "booking_extended",
        extended,
        "booking_waited_for",
        waited);
  }
}
