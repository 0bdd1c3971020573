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

/** How a booking stands, what is still to be paid, and news of pages that are paid in parts. */
class StatusRulesTest {

  @ParameterizedTest
  @CsvSource({
    "pay_rest, false, BK-1, false, pay_rest",
    "pay_rest, false,, false, show_status",
    "pay_rest, true, BK-1, false, not_understood",
    "status, false,, false, show_status",
    "status, true, BK-1, false, show_status",
    ", false, BK-1, true, show_status",
    ", false, BK-1, false, not_understood",
    "greet, false, BK-1, false, greet"
  })
  void what_words_about_a_booking_mean(
      String words, boolean staff, String booking, boolean alone, String wish) {
    var facts = new ArrayList<Object>(List.of("sender_staff", staff, "message_kind", "text"));
    facts.addAll(List.of("status_code_alone", alone, "message_quotes_us", false));
    if (words != null) {
      facts.addAll(List.of("words_wish", words));
    }
    if (booking != null) {
      facts.addAll(List.of("booking_code", booking));
    }

    assertThat(decide(facts).wish()).isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({"true, answer_lead", "false, show_status"})
  void what_a_colleague_writes_quoting_a_notice_goes_to_its_customer(boolean staff, String wish) {
    var decision =
        decide(
            List.of(
                "sender_staff",
                staff,
                "message_kind",
                "text",
                "message_quotes_us",
                true,
                "lead_code",
                "LD-301",
                "words_wish",
                "status"));

    assertThat(decision.wish()).isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({
    "balance_reminder, remind_balance",
    "balance_missed, miss_balance",
    "payment_news, note_payment"
  })
  void what_timers_mean(String timer, String wish) {
    assertThat(decide(List.of("timer_name", timer)).wish()).isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({
    "remind_balance, confirmed, false, payment/rest_reminder",
    "remind_balance, confirmed, true,",
    "remind_balance, cancelled, false,",
    "miss_balance, confirmed, false, payment/rest_missed",
    "miss_balance, confirmed, true,",
    "miss_balance, expired, false,"
  })
  void only_who_has_a_booking_that_is_not_paid_is_reminded(
      String wish, String state, boolean paid, String template) {
    var decision =
        Rules.decide(
            wish,
            "sender_role",
            "timer",
            "booking_code",
            "BK-1",
            "booking_state",
            state,
            "booking_paid_in_full",
            paid);

    assertThat(decision.outcome() instanceof Outcome.Permitted).isEqualTo(template != null);
    if (template != null) {
      assertThat(decision.notices()).extracting(Verdict.Notify::template).containsExactly(template);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "on_hold, false, payment/deposit_link",
    "confirmed, false, payment/rest_link",
    "confirmed, true, payment/all_paid",
    "pending, false, payment/rest_link",
    "expired, false, payment/nothing_due",
    "cancelled, true, payment/nothing_due"
  })
  void whoever_asks_how_to_pay_hears_what_is_due(String state, boolean paid, String template) {
    var decision = pays("customer", true, state, paid);

    assertThat(decision.outcome()).isEqualTo(new Outcome.Permitted("pay_rest"));
    assertThat(decision.replies()).containsExactly(template);
  }

  @Test
  void nobody_pays_for_a_booking_of_somebody_else() {
    assertThat(pays("customer", false, "confirmed", false).outcome())
        .isInstanceOf(Outcome.Refused.class);
    assertThat(pays("sales", true, "confirmed", false).outcome())
        .isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "customer, false, BK-1, 1, booking/status",
    "customer, false,, 2, booking/status",
    "customer, false,, 0, booking/status_none",
    "sales, true, BK-1, 0, booking/status_staff",
    "operations, true, BK-1, 0, booking/status_staff",
    "manager, true,, 0, booking/status_which"
  })
  void who_hears_how_it_stands(
      String role, boolean staff, String booking, long bookings, String template) {
    var facts =
        new ArrayList<Object>(
            List.of("sender_role", role, "sender_staff", staff, "booking_open", bookings));
    if (booking != null) {
      facts.addAll(List.of("booking_code", booking));
    }
    var decision = Rules.decide("show_status", facts.toArray());

    assertThat(decision.outcome()).isEqualTo(new Outcome.Permitted("show_status"));
    assertThat(decision.replies()).containsExactly(template);
  }

  @Test
  void field_staff_hear_nothing_of_bookings() {
    assertThat(Rules.decide("show_status", "sender_role", "field").outcome())
        .isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "paid, confirmed, true, false, take_twice",
    "paid, confirmed, false, false, take_part",
    "paid, on_hold, true, false, take_deposit",
    "partially_paid, on_hold, false, false, take_deposit",
    "partially_paid, confirmed, false, false, take_part",
    "partially_paid, expired, false, false, take_part",
    "partially_paid, pending, false, false, note_payment",
    "refunded, confirmed, false, true, note_outside",
    "refunded, confirmed, false, false, note_payment"
  })
  void what_sums_on_a_page_mean(
      String news, String booking, boolean tooMuch, boolean outside, String wish) {
    var decision =
        decide(
            List.of(
                "timer_name",
                "payment_news",
                "payment_news",
                news,
                "payment_currency_fits",
                true,
                "payment_again",
                false,
                "payment_booking_state",
                booking,
                "payment_covers",
                true,
                "payment_too_much",
                tooMuch,
                "payment_outside",
                outside));

    assertThat(decision.wish()).isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({
    "take_deposit, paid, link_sent, paid",
    "take_twice, paid, link_sent, paid",
    "take_twice, paid, paid,",
    "take_part, partially_paid, link_sent,",
    "note_outside, refunded, paid,"
  })
  void a_payment_is_paid_when_its_page_is(String wish, String news, String from, String to) {
    var decision =
        Rules.decide(wish, "sender_role", "timer", "payment_news", news, "payment_state", from);

    assertThat(decision.movesTo("payment").orElse(null)).isEqualTo(to);
  }

  @Test
  void confirmed_bookings_wait_for_the_rest_and_approvals_for_an_end() {
    for (var wish : List.of("take_deposit", "take_late")) {
      assertThat(timers(wish)).contains("balance_reminder", "balance_missed");
    }
    assertThat(timers("take_part")).isEmpty();
    assertThat(timers("ask_refund")).containsExactly("approval_deputies", "approval_ends");
    for (var wish : List.of("take_twice", "take_late", "note_payment")) {
      assertThat(timers(wish)).doesNotContain("approval_ends");
    }
  }

  @Test
  void the_tables_say_when_the_rest_is_due_and_how_long_its_link_is_good() {
    for (var wish : List.of("take_deposit", "remind_balance", "show_status")) {
      assertThat(Rules.decide(wish, "sender_role", "timer").assigned("balance_before"))
          .isEqualTo(Shipped.release().parameters().text("P-BALANCE"));
    }
    assertThat(Rules.decide("remind_balance", "sender_role", "timer").assigned("link_for"))
        .contains("14 days");
  }

  private static List<String> timers(String wish) {
    return Rules.decide(wish, "sender_role", "timer").timers().stream()
        .map(Verdict.Schedule::timer)
        .toList();
  }

  private static Decision pays(String role, boolean own, String state, boolean paid) {
    return Rules.decide(
        "pay_rest",
        "sender_role",
        role,
        "booking_own",
        own,
        "booking_code",
        "BK-1",
        "booking_state",
        state,
        "booking_paid_in_full",
        paid);
  }

  private static Decision decide(List<?> facts) {
    return Shipped.release().decide(Rules.situation(facts.toArray()));
  }
}
