package travel.opslayer.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.conversation.Contact;
import travel.opslayer.conversation.Talk;
import travel.opslayer.conversation.Turn;
import travel.opslayer.database.Database;
import travel.opslayer.facts.words.Understanding;
import travel.opslayer.inbox.Event;
import travel.opslayer.tenant.Tenant;

class TurnFactsTest {

  private static final Tenant TENANT = new Tenant(1, "t", "T", ZoneOffset.UTC, "en");

  /** Sunday, 05:01. */
  private static Desk desk(String hours) {
    return new Desk(TENANT, Talk.at(60), new Parameters(Map.of("P-OFFICE", hours)));
  }

  private static Understanding words(@Nullable String language, String... wishes) {
    return new Understanding(
        List.of(wishes),
        language,
        null,
        List.of(),
        null,
        null,
        Set.of(),
        Set.of(),
        null,
        false,
        false,
        List.of(),
        3,
        1);
  }

  private static Map<String, Object> seen(Turn turn, Understanding words, boolean quotesUs) {
    var asked = new Asked(turn, words, null, quotesUs);
    return Shipped.bean(Database.class)
        .read(
            1,
            sql -> {
              var sheets = new FactSheets();
              new TurnFacts().look(sql, List.of(asked), desk("Sun-Fri 05:00-06:00"), sheets);
              return sheets.situation(asked).values();
            });
  }

  private static Map<String, Object> seen(Contact contact, Event... events) {
    return seen(Talk.turn(contact, events), words(null), false);
  }

  @Test
  void who_writes_is_known_by_role_and_by_their_own_language() {
    var manager = seen(Talk.contact("ne", "manager", "field"), Talk.text(0, "hi"));
    var customer = seen(Talk.contact("es"), Talk.text(0, "hi"));

    assertThat(manager)
        .containsEntry("sender_role", "manager")
        .containsEntry("sender_staff", true)
        .containsEntry("sender_language", "ne")
        .containsEntry("sender_known", true);
    assertThat(customer)
        .containsEntry("sender_role", "customer")
        .containsEntry("sender_staff", false);
  }

  @Test
  void the_language_they_write_in_counts_until_another_was_learnt() {
    var turn = Talk.turn(Talk.contact(null), Talk.text(0, "hola"));
    var known = Talk.turn(Talk.contact("en"), Talk.text(0, "hola"));

    assertThat(seen(turn, words("es"), false)).containsEntry("sender_language", "es");
    assertThat(seen(known, words("es"), false)).containsEntry("sender_language", "en");
    assertThat(seen(turn, words(null), false)).doesNotContainKey("sender_language");
  }

  @Test
  void a_greeting_in_front_of_a_wish_is_politeness() {
    var turn = Talk.turn(Talk.contact(null), Talk.text(0, "hola"));

    assertThat(seen(turn, words("es", "greet", "ask_quote"), false))
        .containsEntry("words_wish", "ask_quote");
    assertThat(seen(turn, words("es", "greet"), false)).containsEntry("words_wish", "greet");
    assertThat(seen(turn, words("es"), false)).doesNotContainKey("words_wish");
  }

  @Test
  void words_are_counted_and_never_kept() {
    var facts = seen(Talk.contact(null), Talk.text(0, "mi pasaporte"));

    assertThat(facts).containsEntry("words_count", 3L).containsEntry("words_unknown", 1L);
    assertThat(facts.values()).noneMatch(it -> String.valueOf(it).contains("pasaporte"));
  }

  @Test
  void of_a_burst_the_kind_of_its_first_text_counts() {
    var contact = Talk.contact(null);

    assertThat(seen(contact, Talk.picture(0), Talk.text(1, "aqui")))
        .containsEntry("message_kind", "text")
        .containsEntry("message_bubbles", 2L);
    assertThat(seen(contact, Talk.picture(0))).containsEntry("message_kind", "image");
  }

  @Test
  void a_tap_names_its_action_with_or_without_an_object() {
    var contact = Talk.contact(null);

    assertThat(seen(contact, Talk.tap(0, "ask_quote@LD-301")))
        .containsEntry("tap_action", "ask_quote")
        .containsEntry("message_kind", "button");
    assertThat(seen(contact, Talk.tap(0, "help"))).containsEntry("tap_action", "help");
    assertThat(seen(contact, Talk.text(0, "help"))).doesNotContainKey("tap_action");
  }

  @Test
  void a_timer_is_nobody_and_brings_no_message() {
    var facts = seen(Talk.contact("es"), Talk.due(0, "first_reply", "LD-301"));

    assertThat(facts)
        .containsEntry("timer_name", "first_reply")
        .containsEntry("sender_role", "timer")
        .containsEntry("sender_staff", false)
        .containsEntry("sender_language", "es")
        .doesNotContainKeys("message_kind", "words_count", "tap_action");
  }

  @Test
  void the_office_and_the_window_are_as_they_are_now() {
    var facts = seen(Talk.contact("es"), Talk.text(0, "hola"));

    assertThat(facts).containsEntry("office_open", true).containsEntry("sender_window_open", true);
    assertThat(desk("Sun-Fri 09:00-19:00").office().isOpen(Talk.at(60))).isFalse();
  }
}
