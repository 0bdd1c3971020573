package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Verdict;

/** The tables of changes of bookings: what fits, and what only just does not. */
class ChangeRulesTest {

  private static final long EARLY = parameter("P-REFUND-EARLY");
  private static final long LATE = parameter("P-REFUND-LATE");
  private static final long MOVE = parameter("P-MOVE-FREE");

  @Test
  void what_comes_back_depends_on_the_days_before() {
    assertThat(share(EARLY)).contains(text("P-REFUND-EARLY-PART"));
    assertThat(share(EARLY - 1)).contains(text("P-REFUND-LATE-PART"));
    assertThat(share(LATE)).contains(text("P-REFUND-LATE-PART"));
    assertThat(share(LATE - 1)).contains("0");
    assertThat(share(-1)).contains("0");
  }

  @Test
  void moving_costs_nothing_until_a_day_and_is_for_a_colleague_after_it() {
    assertThat(change("show_move", "customer", MOVE).assigned("move_fee")).contains("0");
    assertThat(change("show_move", "customer", MOVE).outcome())
        .isEqualTo(new Outcome.Permitted("show_move"));
    assertThat(change("show_move", "customer", MOVE - 1).outcome())
        .isEqualTo(new Outcome.Refused("show_move", "booking/move_too_late"));
    assertThat(change("show_move", "sales", MOVE - 1).outcome())
        .isEqualTo(new Outcome.Permitted("show_move"));
    assertThat(change("show_move", "customer", MOVE - 1, "change_granted", "move").outcome())
        .isEqualTo(new Outcome.Permitted("show_move"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"show_change", "show_cancel", "move_booking", "cancel_booking"})
  void it_is_for_its_customer_and_those_who_sell(String wish) {
    for (var role : List.of("customer", "sales", "operations", "manager")) {
      assertThat(change(wish, role, EARLY).outcome()).isEqualTo(new Outcome.Permitted(wish));
    }
    assertThat(change(wish, "field", EARLY).outcome()).isInstanceOf(Outcome.Refused.class);
    assertThat(change(wish, "customer", EARLY, "booking_own", false).outcome())
        .isInstanceOf(Outcome.Refused.class);
    for (var state : List.of("cancelled", "expired", "redeemed", "rejected")) {
      assertThat(change(wish, "customer", EARLY, "booking_state", state).outcome())
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "move_booking, open, done",
    "cancel_booking, open, done",
    "keep_booking, open, withdrawn",
    "move_booking, done,",
    "cancel_booking, withdrawn,",
    "keep_booking, over,"
  })
  void it_is_done_once(String wish, String state, String to) {
    var decision = change(wish, "customer", EARLY, "change_state", state);

    if (to == null) {
      assertThat(decision.outcome()).isEqualTo(new Outcome.Refused(wish, "booking/change_over"));
    } else {
      assertThat(decision.outcome()).isEqualTo(new Outcome.Permitted(wish));
      assertThat(decision.movesTo("change")).contains(to);
    }
  }

  @Test
  void only_who_gives_all_seats_up_has_no_booking_any_more() {
    assertThat(change("cancel_booking", "customer", EARLY).movesTo("booking"))
        .contains("cancelled");
    assertThat(change("cancel_booking", "customer", EARLY, "change_part", true).movesTo("booking"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "change_part, true, booking/move_part",
    "change_fits, false, booking/move_full",
    "booking_direct, false, booking/ask_seller"
  })
  void what_cannot_be_moved(String field, boolean value, String reason) {
    assertThat(change("show_move", "customer", EARLY, field, value).outcome())
        .isEqualTo(new Outcome.Refused("show_move", reason));
    assertThat(change("show_move", "customer", EARLY, field, !value).outcome())
        .isEqualTo(new Outcome.Permitted("show_move"));
  }

  @ParameterizedTest
  @CsvSource({
    "20000, USD, operations, 1",
    "20001, USD, manager, 1",
    "50000, USD, manager, 1",
    "50001, USD, manager, 2",
    "100, EUR, manager, 2"
  })
  void who_agrees_to_a_refund_depends_on_its_sum(
      long minor, String currency, String role, String quorum) {
    var decision =
        Rules.decide(
            "ask_refund",
            "sender_role",
            "timer",
            "refund_code",
            "RF-1",
            "refund_amount",
            minor,
            "refund_currency",
            currency);

    assertThat(decision.assigned("refund_role")).contains(role);
    assertThat(decision.assigned("quorum")).contains(quorum);
    assertThat(decision.notices())
        .containsExactly(new Verdict.Notify("refund_role", "approval/refund"));
  }

  @ParameterizedTest
  @CsvSource({
    "cancel, true, confirmed, false, show_change",
    "cancel, false,, false, show_change",
    "move, true, confirmed, false, show_change",
    "move, true, confirmed, true, show_move",
    "move, false,, false, not_understood",
    ", true, confirmed, true, not_understood",
    ", true, confirmed, false, not_understood",
    "why, true, confirmed, false, not_understood"
  })
  void what_is_meant(String words, boolean known, String state, boolean named, String wish) {
    var facts = new ArrayList<Object>(List.of("message_kind", "text", "sender_staff", false));
    facts.addAll(List.of("product_known", false, "booking_open", known ? 1L : 0L));
    if (words != null) {
      facts.addAll(List.of("words_wish", words));
    }
    if (known) {
      facts.addAll(List.of("booking_code", "BK-1", "booking_state", state));
      facts.addAll(List.of("change_named", named));
    }

    assertThat(Shipped.release().decide(Rules.situation(facts.toArray())).wish()).isEqualTo(wish);
  }

  private static Optional<String> share(long days) {
    return change("show_change", "customer", days).assigned("refund_share");
  }

  private static Decision change(String wish, String role, long days, Object... more) {
    var facts =
        new ArrayList<Object>(
            List.of(
                "sender_role",
                role,
                "booking_code",
                "BK-1",
                "booking_state",
                "confirmed",
                "booking_own",
                true,
                "booking_direct",
                true,
                "booking_days_before",
                days,
                "booking_terms_on",
                20261112L));
    facts.addAll(
        List.of(
            "change_code", "CH-1",
            "change_state", "open",
            "change_current", true,
            "change_to", "EBC-0329",
            "change_fits", true,
            "change_part", false,
            "change_granted", "nothing"));
    for (var i = 0; i < more.length; i += 2) {
      var at = facts.indexOf(more[i]);
      facts.set(at + 1, more[i + 1]);
    }
    return Rules.decide(wish, facts.toArray());
  }

  private static String text(String name) {
    return Shipped.release().parameters().text(name).orElseThrow();
  }

  private static long parameter(String name) {
    return Long.parseLong(text(name));
  }
}
