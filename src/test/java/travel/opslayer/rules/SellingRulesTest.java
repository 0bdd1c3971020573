package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;

/** The tables of quotes, approvals, bookings and payments. */
class SellingRulesTest {

  @ParameterizedTest
  @CsvSource({
    "sales, 5, sent, quote/sent_notice",
    "sales, 6, draft, quote/over_limit",
    "manager, 15, sent, quote/sent_notice",
    "manager, 16, draft, quote/over_limit"
  })
  void so_much_discount_may_they_give(String role, long discount, String state, String reply) {
    var decision = offers(role, discount, "assigned");

    assertThat(decision.outcome()).isEqualTo(new Outcome.Permitted("send_quote"));
    assertThat(decision.movesTo("quote")).contains(state);
    assertThat(decision.replies()).containsExactly(reply);
    assertThat(decision.movesTo("lead").isPresent()).isEqualTo(state.equals("sent"));
    assertThat(decision.notices().isEmpty()).isEqualTo(state.equals("draft"));
  }

  @Test
  void nobody_else_offers_and_nothing_is_offered_for_a_closed_lead() {
    for (var role : List.of("customer", "field", "operations", "timer")) {
      assertThat(offers(role, 0, "assigned").outcome()).isInstanceOf(Outcome.Refused.class);
    }
    assertThat(offers("sales", 0, "won").outcome()).isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"15, 1", "16, 2"})
  void above_what_one_manager_may_give_two_agree(long discount, String quorum) {
    var decision =
        Rules.decide(
            "ask_approval",
            "sender_role",
            "sales",
            "quote_code",
            "Q-1",
            "quote_state",
            "draft",
            "quote_discount",
            discount);

    assertThat(decision.assigned("quorum")).contains(quorum);
    assertThat(decision.movesTo("quote")).contains("pending_approval");
  }

  @ParameterizedTest
  @CsvSource({
    "sent, true, accepted",
    "sent, false,",
    "draft, true,",
    "superseded, true,",
    "accepted, true,",
    "expired, true,"
  })
  void only_what_was_sent_to_them_can_they_say_yes_to(String state, boolean own, String to) {
    var decision =
        Rules.decide(
            "accept_quote",
            "sender_role",
            "customer",
            "quote_code",
            "Q-1",
            "quote_state",
            state,
            "quote_own",
            own);
    var permitted = decision.outcome() instanceof Outcome.Permitted;

    assertThat(permitted).isEqualTo(to != null);
    if (permitted) {
      assertThat(decision.movesTo("quote")).contains(to);
      assertThat(decision.movesTo("booking")).contains("on_hold");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "paid, true, false, on_hold, true, take_deposit",
    "paid, true, false, on_hold, false, take_part",
    "paid, true, false, confirmed, true, take_part",
    "paid, true, true, confirmed, true, take_twice",
    "paid, true, false, expired, true, take_late",
    "paid, true, false, cancelled, true, take_twice",
    "paid, false, false, on_hold, false, take_wrong",
    "processing, false, false, on_hold, false, note_payment",
    "failed, false, false, on_hold, false, note_payment"
  })
  void what_news_of_a_payment_mean(
      String news, boolean fits, boolean again, String booking, boolean covers, String wish) {
    var situation =
        Rules.situation(
            "timer_name",
            "payment_news",
            "payment_news",
            news,
            "payment_currency_fits",
            fits,
            "payment_again",
            again,
            "payment_booking_state",
            booking,
            "payment_covers",
            covers);
    var decision = Shipped.release().decide(situation);

    assertThat(decision.wish()).isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({"asked, withdrawn", "approved,", "pending,", "done,", "withdrawn,"})
  void a_refund_is_kept_only_while_it_is_asked_for(String state, String to) {
    var decision =
        Rules.decide(
            "keep_credit",
            "sender_role",
            "customer",
            "refund_code",
            "RF-1",
            "refund_state",
            state,
            "refund_own",
            true);

    assertThat(decision.movesTo("refund").orElse(null)).isEqualTo(to);
  }

  @Test
  void no_person_plays_a_provider_of_payments() {
    for (var role : List.of("customer", "sales", "manager")) {
      for (var action : List.of("take_deposit", "take_late", "note_refund", "expire_booking")) {
        assertThat(Rules.decide(action, "sender_role", role).outcome())
            .isInstanceOf(Outcome.Refused.class);
      }
    }
  }

  private static Decision offers(String role, long discount, String lead) {
    return Rules.decide(
        "send_quote",
        "sender_role",
        role,
        "lead_code",
        "LD-301",
        "lead_state",
        lead,
        "offer_departure",
        "EBC-0315",
        "offer_party",
        2L,
        "offer_possible",
        true,
        "offer_discount",
        discount);
  }
}
