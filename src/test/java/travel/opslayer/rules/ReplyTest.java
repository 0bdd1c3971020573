package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table {@code reply}: what the sender is told. */
class ReplyTest {

  /** They are answered by silence, or by a notice to somebody else. */
  private static final Object[] EVERYDAY = {
    "sender_staff", false, "message_kind", "text", "lead_quote_asked", false, "product_known", true
  };

  private static final Set<String> SILENT =
      Set.of(
          "thank",
          "close_open",
          "remind_open",
          "tell_longer",
          "ask_deputies",
          "show_ended",
          "ignore",
          "add_report",
          "hold_photo",
          "ask_report",
          "escalate_incident",
          "tell_crew",
          "tell_guest",
          "tell_over",
          "miss_promise",
          "ask_ending",
          "remind_owner",
          "remind_next",
          "expire_quote",
          "delete_media",
          "ask_document",
          "block_photo",
          "expire_booking",
          "expire_approval",
          "offer_seats",
          "lapse_offer",
          "take_deposit",
          "take_part",
          "take_twice",
          "take_late",
          "take_wrong",
          "note_payment",
          "note_outside",
          "send_kit",
          "ask_refund",
          "remind_balance",
          "miss_balance",
          "note_refund",
          "watch_trip",
          "watch_contact",
          "miss_contact",
          "remind_contact",
          "hear_contact",
          "miss_check_in",
          "miss_check_in_again",
          "end_wait",
          "lapse_job",
          "next_job",
          "job_unfilled",
          "note_overfull",
          "ask_next",
          "finish_closing",
          "end_staff_hold",
          "tell_released",
          "tell_restored",
          "tell_closed",
          "tell_reopened",
          "tell_taken",
          "tell_given",
          "pass_on",
          "end_handover",
          "plan_feedback",
          "ask_feedback",
          "skip_feedback",
          "tell_recipient",
          "skip_recipient",
          "finish_broadcast");

  private static List<String> told(String wish, Object... fields) {
    return Rules.decide(wish, fields).replies();
  }

  @Test
  void an_enquiry_is_answered_by_what_can_be_sold() {
    assertThat(told("enquire", "product_known", true, "departure_state", "open"))
        .containsExactly("enquiry/offer");
    assertThat(told("enquire", "product_known", true, "departure_state", "full"))
        .containsExactly("enquiry/full");
    assertThat(told("enquire", "product_known", true, "departure_state", "closed"))
        .containsExactly("enquiry/no_departure");
    assertThat(told("enquire", "product_known", true)).containsExactly("enquiry/no_departure");
  }

  @Test
  void without_a_product_it_is_added_to_the_lead_or_asked_for() {
    assertThat(told("enquire", "product_known", false, "lead_code", "LD-301"))
        .containsExactly("enquiry/noted");
    assertThat(told("enquire", "product_known", false)).containsExactly("enquiry/which_product");
  }

  @Test
  void the_second_tap_on_a_quote_is_silent_and_the_second_text_is_not() {
    assertThat(told("ask_quote", "lead_quote_asked", false, "message_kind", "button"))
        .containsExactly("enquiry/quote_promised");
    assertThat(told("ask_quote", "lead_quote_asked", true, "message_kind", "button")).isEmpty();
    assertThat(told("ask_quote", "lead_quote_asked", true, "message_kind", "text"))
        .containsExactly("enquiry/quote_promised");
  }

  @Test
  void colleagues_have_a_menu_of_their_own() {
    assertThat(told("help", "sender_staff", true)).containsExactly("help/menu_staff");
    assertThat(told("help", "sender_staff", false)).containsExactly("help/menu");
  }

  @Test
  void a_colleague_who_forgot_to_quote_is_told_that_nothing_was_sent() {
    for (var wish : List.of("greet", "not_understood")) {
      assertThat(told(wish, "sender_staff", true)).containsExactly("help/nobody_meant");
      assertThat(told(wish, "sender_staff", false)).doesNotContain("help/nobody_meant").hasSize(1);
    }
  }

  @Test
  void every_wish_but_the_silent_ones_is_answered_once() {
    var answered =
        Rules.actions().stream()
            .collect(Collectors.toMap(action -> action, action -> told(action, EVERYDAY).size()));
    var asMeant =
        Rules.actions().stream()
            .collect(Collectors.toMap(action -> action, it -> SILENT.contains(it) ? 0 : 1));

    assertThat(answered).isEqualTo(asMeant);
  }
}
