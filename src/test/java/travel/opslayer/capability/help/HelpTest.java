package travel.opslayer.capability.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.Phone;
import travel.opslayer.Phone.Shown;

class HelpTest {

  private static final House HOUSE = House.sandbox();

  @AfterAll
  static void close() {
    HOUSE.close();
  }

  private static Shown answer(List<Shown> shown) {
    assertThat(shown).hasSize(1);
    return shown.getFirst();
  }

  private static List<String> offered(Shown menu) {
    return menu.choices().stream().map(it -> it.replaceFirst("@.*", "")).toList();
  }

  /** What the decision of that menu permits. */
  private static List<String> permitted(Shown menu) {
    return HOUSE.column(
        """
        SELECT DISTINCT p->>'action' FROM decisions d, json_array_elements(d.permits) p
        JOIN whatsapp_messages m ON m.id = ?::uuid WHERE d.id = m.decision_id
        """,
        menu.id());
  }

  @Test
  void a_stranger_sees_what_a_stranger_may_do() {
    var menu = answer(Phone.british(HOUSE).says("?"));

    assertThat(menu.template()).isEqualTo("help/menu");
    assertThat(offered(menu)).containsExactly("enquire", "ask_person", "opt_out", "opt_in");
    assertThat(permitted(menu)).containsAll(offered(menu)).doesNotContain("ask_quote");
  }

  @Test
  void a_customer_with_an_open_lead_sees_what_can_be_done_with_it() {
    var phone = Phone.british(HOUSE);
    phone.says("EBC for 2");
    var menu = answer(phone.says("?"));

    assertThat(offered(menu))
        .containsExactly("enquire", "ask_quote", "other_dates", "ask_person", "opt_out", "opt_in");
    assertThat(permitted(menu)).containsAll(offered(menu));
  }

  @Test
  void a_customer_whose_lead_is_closed_is_a_stranger_again() {
    var phone = Phone.british(HOUSE);
    phone.says("EBC for 2");
    HOUSE.execute("UPDATE core.leads SET state = 'won'");

    assertThat(offered(answer(phone.says("?"))))
        .containsExactly("enquire", "ask_person", "opt_out", "opt_in");
  }

  @Test
  void a_colleague_sees_the_choices_of_colleagues_only() {
    var menu = answer(Phone.bikram(HOUSE).says("?"));

    assertThat(menu.template()).isEqualTo("help/menu_staff");
    assertThat(offered(menu))
        .contains("close_departure", "opt_out", "opt_in")
        .doesNotContain("enquire", "ask_person");
  }

  @Test
  void what_is_offered_and_tapped_is_done() {
    var phone = Phone.spanish(HOUSE);
    var menu = answer(phone.says("?"));

    assertThat(menu.language()).isEqualTo("es");
    for (var choice : menu.choices()) {
      var told = answer(phone.sends(Map.of("list", choice)));
      assertThat(told.template()).as(choice).doesNotStartWith("refused");
    }
  }

  @Test
  void a_customer_who_types_a_word_of_colleagues_is_answered_as_a_customer() {
    for (var words :
        List.of("quote ebc0315 x2", "approve AP-31", "assign Pemba to TRP123", "menu_staff")) {
      var told = answer(Phone.british(HOUSE).says(words));
      assertThat(told.template()).as(words).doesNotContain("staff");
      assertThat(told.words())
          .as(words)
          .doesNotContainIgnoringCase("colleagues only")
          .doesNotContainIgnoringCase("permission")
          .doesNotContainIgnoringCase("role")
          .doesNotContainIgnoringCase("staff");
    }
  }

  @Test
  void thanks_are_met_with_silence_and_riddles_are_not() {
    var phone = Phone.british(HOUSE);

    assertThat(phone.says("thank you!! 🙏")).isEmpty();
    assertThat(answer(phone.says("qwertz uiop")).template()).isEqualTo("help/not_understood");
    assertThat(answer(phone.says("hello")).template()).isEqualTo("help/greeting");
  }

  @Test
  void a_picture_is_kept_and_somebody_is_told() {
    var sarita = Phone.sarita(HOUSE);
    sarita.news();
    var told = Phone.british(HOUSE).sends(Map.of("media", Map.of("kind", "image")));

    assertThat(answer(told).template()).isEqualTo("help/media_kept");
    assertThat(answer(sarita.news()).template()).isEqualTo("enquiry/media_came");
  }

  @Test
  void a_reaction_is_left_alone() {
    var phone = Phone.british(HOUSE);
    var hello = answer(phone.says("hello"));

    assertThat(phone.sends(Map.of("reaction", "👍", "replyTo", hello.id()))).isEmpty();
  }
}
