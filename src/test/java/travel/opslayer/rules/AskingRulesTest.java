package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Verdict;

/** The tables of questions, of seats without a quote, and of documents. */
class AskingRulesTest {

  @ParameterizedTest
  @CsvSource({
    "pickup, EBC, topic/pickup, 0",
    "pickup, PKS, topic/pickup_day, 0",
    "part_payment, EBC, topic/part_payment, 1",
    "visa_letter, EBC, topic/visa_letter, 1",
    "discount, EBC, topic/discount, 1",
    "insurance, EBC, topic/insurance, 0"
  })
  void a_text_answers_and_some_need_a_colleague(
      String topic, String product, String template, int colleagues) {
    var decision = asks(topic, product, "LD-301");

    assertThat(decision.outcome()).isEqualTo(new Outcome.Permitted("ask_topic"));
    assertThat(decision.replies()).containsExactly(template);
    assertThat(decision.notices()).hasSize(colleagues);
  }

  @Test
  void without_a_lead_sales_are_asked() {
    assertThat(asks("discount", "EBC", "LD-301").notices())
        .extracting(Verdict.Notify::audience)
        .containsExactly("owner");
    assertThat(
            Rules.decide("ask_topic", "sender_role", "customer", "topic_name", "discount")
                .notices())
        .extracting(Verdict.Notify::audience)
        .containsExactly("sales");
  }

  @ParameterizedTest
  @CsvSource({"EBC, 20", "PKS, 100"})
  void what_is_paid_at_once_depends_on_the_trip(String product, String deposit) {
    assertThat(asks("part_payment", product, "LD-301").assigned("deposit")).contains(deposit);
  }

  @Test
  void colleagues_and_unknown_topics_are_not_questions() {
    assertThat(topic("pickup", false)).isEqualTo("ask_topic");
    assertThat(topic("pickup", true)).isNotEqualTo("ask_topic");
    assertThat(asks("yeti", "EBC", "LD-301").replies()).containsExactly("topic/nothing_known");
  }

  private static String topic(String name, boolean staff) {
    return wish("topic_name", name, "sender_staff", staff, "message_kind", "text");
  }

  @ParameterizedTest
  @CsvSource({"true, hold_seats", "false, ask_seats"})
  void a_choice_of_seats_counts_while_the_lead_is_as_it_shows(boolean current, String wish) {
    assertThat(wish("tap_action", "hold_seats", "lead_current", current)).isEqualTo(wish);
  }

  @ParameterizedTest
  @CsvSource({
    "assigned, true, true",
    "quoted, true, true",
    "assigned, false, false",
    "won, true, false",
    "lost, true, false"
  })
  void seats_are_held_for_their_own_open_lead(String state, boolean own, boolean permitted) {
    var decision =
        Rules.decide("hold_seats", "sender_role", "customer", "lead_state", state, "lead_own", own);

    assertThat(decision.outcome() instanceof Outcome.Permitted).isEqualTo(permitted);
    assertThat(decision.movesTo("booking")).contains("on_hold");
    assertThat(decision.timers()).extracting(Verdict.Schedule::timer).containsExactly("hold_ends");
  }

  @ParameterizedTest
  @CsvSource({"EBC, 20", "PKL, 100"})
  void the_deposit_of_held_seats_is_by_table(String product, String deposit) {
    var decision =
        Rules.decide("hold_seats", "sender_role", "customer", "departure_product", product);

    assertThat(decision.assigned("deposit")).contains(deposit);
    assertThat(decision.assigned("hold_for")).contains("24 h");
  }

  @Test
  void yes_to_nothing_is_asked_and_yes_to_a_quote_is_yes() {
    assertThat(accepts("lead_code", "LD-301")).isEqualTo("ask_confirm");
    assertThat(accepts("quote_code", "Q-1")).isEqualTo("accept_quote");
    assertThat(accepts("waitlist_code", "WL-1")).isEqualTo("accept_quote");
  }

  private static String accepts(String field, String code) {
    return wish("words_wish", "accept", "message_kind", "text", "sender_staff", false, field, code);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, false, change_party",
    "true, false, false, not_understood",
    "true, true, true, not_understood",
    "false, true, false, not_understood"
  })
  void another_number_alone_changes_the_party(
      boolean silent, boolean changed, boolean staff, String wish) {
    assertThat(
            wish(
                "words_silent",
                silent,
                "message_kind",
                "text",
                "product_known",
                false,
                "lead_code",
                "LD-301",
                "trip_changed",
                changed,
                "sender_staff",
                staff))
        .isEqualTo(wish);
  }

  @Test
  void details_beside_a_question_are_answered_only_when_they_say_something() {
    var beside = new Object[] {"words_silent", true, "words_beside", true, "message_kind", "text"};

    assertThat(wish(and(beside, "product_known", false, "sender_staff", false)))
        .isEqualTo("ignore");
    assertThat(wish(and(beside, "product_known", true, "sender_staff", false)))
        .isEqualTo("enquire");
  }

  @ParameterizedTest
  @CsvSource({
    "id_document, visa_letter, visa_letter, sales/manager",
    "id_document, pickup, permit, operations/manager",
    "health_document, visa_letter, safety, manager"
  })
  void a_document_is_for_something_and_for_some(
      String shown, String topic, String purpose, String roles) {
    var decision =
        Rules.decide(
            "file_media",
            "sender_role",
            "customer",
            "media_shown",
            shown,
            "topic_name",
            topic,
            "trip_another",
            true);

    assertThat(decision.assigned("purpose")).contains(purpose);
    assertThat(decision.assigned("open_for")).contains(roles);
    assertThat(decision.assigned("keep_for")).contains("30 days");
    assertThat(decision.assigned("consent")).contains("asked");
    assertThat(decision.replies()).containsExactly("media/of_another");
  }

  @Test
  void ones_own_document_needs_nobodys_word() {
    var decision =
        Rules.decide(
            "file_media",
            "sender_role",
            "customer",
            "media_shown",
            "id_document",
            "trip_another",
            false);

    assertThat(decision.assigned("consent")).isEmpty();
    assertThat(decision.replies()).containsExactly("media/kept");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void who_showed_it_says_whether_the_other_agrees(boolean own, boolean permitted) {
    for (var action : new String[] {"agree_media", "refuse_media"}) {
      var decision = Rules.decide(action, "sender_role", "customer", "media_own", own);
      assertThat(decision.outcome() instanceof Outcome.Permitted).isEqualTo(permitted);
    }
  }

  /** The first that finds a wish counts, as in a decision. */
  private static String wish(Object... fields) {
    return travel.opslayer.Shipped.release().decide(Rules.situation(fields)).wish();
  }

  private static Object[] and(Object[] fields, Object... more) {
    var all = java.util.Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return all;
  }

  private static Decision asks(String topic, String product, String lead) {
    return Rules.decide(
        "ask_topic",
        "sender_role",
        "customer",
        "topic_name",
        topic,
        "topic_product",
        product,
        "lead_code",
        lead);
  }
}
