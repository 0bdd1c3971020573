package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The table {@code wish}: what somebody wants, by what they wrote, tapped or quoted. */
class WishTest {

  private static Object[] words(String wish, boolean product, boolean lead, boolean staff) {
    var known =
        new Object[] {
          "message_kind",
          "text",
          "message_quotes_us",
          false,
          "words_only_courtesy",
          false,
          "product_known",
          product,
          "sender_staff",
          staff,
          lead ? "lead_code" : "ignored",
          "LD-301",
          wish.isEmpty() ? "ignored" : "words_wish",
          wish
        };
    return known;
  }

  private static String said(String wish, boolean product, boolean lead) {
    return Rules.wish(words(wish, product, lead, false));
  }

  @Test
  void a_timer_reminds_the_owner_and_the_next_timer_the_next() {
    assertThat(Rules.wish("timer_name", "first_reply")).isEqualTo("remind_owner");
    assertThat(Rules.wish("timer_name", "first_reply_next")).isEqualTo("remind_next");
    assertThat(Rules.wish("timer_name", "second_reply")).isEqualTo("not_understood");
  }

  @Test
  void a_tap_says_what_it_says_whatever_else_is_known() {
    assertThat(
            Rules.wish(
                "tap_action", "ask_quote",
                "message_kind", "button",
                "message_quotes_us", true,
                "sender_staff", true,
                "lead_code", "LD-301"))
        .isEqualTo("ask_quote");
    assertThat(Rules.wish("tap_action", "book_now", "message_kind", "button"))
        .isEqualTo("not_understood");
  }

  @Test
  void thanks_need_no_answer_but_thanks_with_a_wish_do() {
    assertThat(Rules.wish("words_only_courtesy", true, "message_kind", "text")).isEqualTo("thank");
    assertThat(said("ask_person", false, false)).isEqualTo("ask_person");
  }

  @Test
  void who_asks_for_a_quote_before_there_is_a_lead_gets_a_lead() {
    assertThat(said("ask_quote", true, false)).isEqualTo("enquire");
    assertThat(said("ask_quote", false, false)).isEqualTo("enquire");
    assertThat(said("ask_quote", false, true)).isEqualTo("ask_quote");
    assertThat(said("ask_quote", true, true)).isEqualTo("ask_quote");
  }

  @Test
  void whoever_names_a_trip_wants_to_travel_unless_they_work_here() {
    assertThat(said("", true, false)).isEqualTo("enquire");
    assertThat(said("greet", true, false)).isEqualTo("enquire");
    assertThat(said("other_dates", true, true)).isEqualTo("enquire");
    assertThat(Rules.wish(words("", true, false, true))).isEqualTo("not_understood");
  }

  @Test
  void dates_waiting_list_and_thinking_need_a_lead() {
    assertThat(said("other_dates", false, true)).isEqualTo("other_dates");
    assertThat(said("waitlist", false, true)).isEqualTo("join_waitlist");
    assertThat(said("think", false, true)).isEqualTo("think");
    assertThat(said("other_dates", false, false)).isEqualTo("not_understood");
    assertThat(said("waitlist", false, false)).isEqualTo("not_understood");
    assertThat(said("think", false, false)).isEqualTo("not_understood");
  }

  @Test
  void stop_and_start_and_help_come_before_everything_that_is_said() {
    assertThat(said("opt_out", true, true)).isEqualTo("opt_out");
    assertThat(said("opt_in", true, true)).isEqualTo("opt_in");
    assertThat(said("help", true, true)).isEqualTo("help");
  }

  @Test
  void what_a_colleague_writes_quoting_a_notice_goes_to_its_customer() {
    assertThat(colleague("text", true, true)).isEqualTo("answer_lead");
    assertThat(colleague("text", false, true)).isEqualTo("not_understood");
    assertThat(colleague("text", true, false)).isEqualTo("not_understood");
    assertThat(colleague("image", true, true)).isEqualTo("show_media");
    assertThat(
            Rules.wish(
                "sender_staff",
                false,
                "message_kind",
                "text",
                "message_quotes_us",
                true,
                "lead_code",
                "LD-301"))
        .isEqualTo("not_understood");
  }

  private static String colleague(String kind, boolean quotes, boolean lead) {
    return Rules.wish(
        "sender_staff",
        true,
        "message_kind",
        kind,
        "message_quotes_us",
        quotes,
        lead ? "lead_code" : "ignored",
        "LD-301");
  }

  @Test
  void what_is_not_text_is_shown_to_a_colleague_and_what_says_nothing_is_left_alone() {
    for (var kind : new String[] {"image", "video", "audio", "document", "location", "contacts"}) {
      assertThat(Rules.wish("message_kind", kind)).as(kind).isEqualTo("show_media");
    }
    for (var kind :
        new String[] {"sticker", "reaction", "system", "edit", "revoke", "order", "interactive"}) {
      assertThat(Rules.wish("message_kind", kind)).as(kind).isEqualTo("ignore");
    }
    assertThat(Rules.wish("message_kind", "unsupported")).startsWith("ask_resend");
    assertThat(Rules.wish("message_kind", "text")).isEqualTo("not_understood");
  }

  @Test
  void a_caption_that_names_a_trip_is_more_than_a_picture() {
    assertThat(Rules.wish("message_kind", "image", "product_known", true, "sender_staff", false))
        .isEqualTo("enquire");
  }
}
