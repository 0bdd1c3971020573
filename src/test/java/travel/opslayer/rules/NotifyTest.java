package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Verdict.Notify;

/** The table {@code notify}: who else is told. */
class NotifyTest {

  private static List<Notify> told(String wish, Object... fields) {
    return Rules.decide(wish, fields).notices();
  }

  @Test
  void the_owner_is_told_of_a_new_lead_once_however_many_wait() {
    assertThat(told("enquire", "lead_fresh", true, "product_known", true, "lead_waiting", false))
        .containsExactly(new Notify("owner", "enquiry/new_lead"));
    assertThat(told("enquire", "lead_fresh", true, "product_known", true, "lead_waiting", true))
        .isEmpty();
    assertThat(told("enquire", "lead_fresh", true, "product_known", false, "lead_waiting", false))
        .isEmpty();
    assertThat(told("enquire", "lead_fresh", false, "product_known", true, "lead_waiting", false))
        .isEmpty();
  }

  @Test
  void the_first_request_for_a_quote_rings_while_the_office_is_open() {
    assertThat(told("ask_quote", "lead_quote_asked", false, "office_open", true))
        .containsExactly(new Notify("owner", "enquiry/quote_wanted"));
    assertThat(told("ask_quote", "lead_quote_asked", true, "office_open", true)).isEmpty();
    assertThat(told("ask_quote", "lead_quote_asked", false, "office_open", false)).isEmpty();
  }

  /** No timer runs for it any more, and yet a quote was promised. */
  @Test
  void whoever_was_answered_and_asks_for_a_quote_is_heard_at_any_hour_and_as_often_as_they_ask() {
    var wanted = new Notify("owner", "enquiry/quote_wanted");
    for (var open : List.of(true, false)) {
      assertThat(quoted(true, false, open)).containsExactly(wanted);
      assertThat(quoted(true, true, open)).containsExactly(wanted);
      assertThat(quoted(false, true, open)).isEmpty();
    }
  }

  private static List<Notify> quoted(boolean answered, boolean asked, boolean open) {
    return told(
        "ask_quote", "lead_answered", answered, "lead_quote_asked", asked, "office_open", open);
  }

  @Test
  void who_wants_a_person_reaches_the_owner_or_else_sales() {
    assertThat(told("ask_person", "lead_code", "LD-301", "sender_staff", false))
        .containsExactly(new Notify("owner", "enquiry/person_wanted"));
    assertThat(told("ask_person", "sender_staff", false))
        .containsExactly(new Notify("sales", "enquiry/person_wanted"));
    assertThat(told("ask_person", "sender_staff", true)).isEmpty();
  }

  @Test
  void the_waiting_list_needs_a_lead() {
    assertThat(told("join_waitlist", "lead_code", "LD-301"))
        .containsExactly(new Notify("owner", "waitlist/joined_notice"));
    assertThat(told("join_waitlist")).isEmpty();
  }

  @Test
  void a_picture_of_a_customer_is_looked_at_and_one_of_a_colleague_is_not() {
    assertThat(told("show_media", "lead_code", "LD-301", "sender_staff", false))
        .containsExactly(new Notify("owner", "enquiry/media_came"));
    assertThat(told("show_media", "sender_staff", false))
        .containsExactly(new Notify("sales", "enquiry/media_came"));
    assertThat(told("show_media", "lead_code", "LD-301", "sender_staff", true)).isEmpty();
  }

  @Test
  void nobody_is_reminded_of_what_is_answered() {
    assertThat(told("remind_owner", "lead_answered", false))
        .containsExactly(new Notify("owner", "enquiry/reminder"));
    assertThat(told("remind_owner", "lead_answered", true)).isEmpty();
    assertThat(told("remind_next", "lead_answered", false))
        .containsExactly(new Notify("operations", "enquiry/reminder_next"));
    assertThat(told("remind_next", "lead_answered", true)).isEmpty();
  }

  @Test
  void what_a_colleague_writes_goes_to_the_customer_and_to_nobody_else() {
    assertThat(told("answer_lead", "lead_code", "LD-301", "sender_staff", true))
        .containsExactly(new Notify("customer", "enquiry/relay"));
  }

  @Test
  void small_talk_is_nobody_elses_business() {
    for (var wish :
        List.of("help", "greet", "thank", "ignore", "not_understood", "opt_out", "think")) {
      assertThat(told(wish, "lead_code", "LD-301", "sender_staff", false)).as(wish).isEmpty();
    }
  }
}
