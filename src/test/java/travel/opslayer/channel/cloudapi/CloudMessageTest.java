package travel.opslayer.channel.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import travel.opslayer.channel.SendResult.Rejected;
import travel.opslayer.channel.cloudapi.CloudMessage.Ready;
import travel.opslayer.channel.cloudapi.CloudMessage.TooMuch;
import travel.opslayer.message.Alias;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.OutboundContent.Buttons;
import travel.opslayer.message.OutboundContent.Choice;
import travel.opslayer.message.OutboundContent.Menu;
import travel.opslayer.message.OutboundContent.Template;
import travel.opslayer.message.OutboundContent.Text;
import travel.opslayer.message.OutboundMessage;

class CloudMessageTest {
  private static final UUID ID = UUID.fromString("0192e1c0-0000-7000-8000-000000000001");
  private static final String HEAD =
      "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\","
          + "\"to\":\"9779812345601\",";
  private static final String TAIL =
      ",\"biz_opaque_callback_data\":\"0192e1c0-0000-7000-8000-000000000001\"}";

  private static CloudMessage of(OutboundContent content) {
    return CloudMessage.of(new OutboundMessage(ID, Alias.phone("+977 981-2345601"), content));
  }

  private static String json(OutboundContent content) {
    var json = ((Ready) of(content)).json();
    assertThat(json).startsWith(HEAD).endsWith(TAIL);
    return json.substring(HEAD.length(), json.length() - TAIL.length());
  }

  private static String broken(OutboundContent content) {
    var result = ((TooMuch) of(content)).result();
    assertThat(result).isEqualTo(new Rejected("limit", result.reason()));
    return result.reason();
  }

  private static List<Choice> choices(int count) {
    return IntStream.range(0, count).mapToObj(it -> Choice.button("id" + it, "T" + it)).toList();
  }

  @Test
  void a_text_has_no_preview() {
    assertThat(json(new Text("Namaste \"you\"\n✓")))
        .isEqualTo(
            "\"type\":\"text\",\"text\":{\"body\":\"Namaste \\\"you\\\"\\n"
                + "✓\",\"preview_url\":false}");
  }

  @Test
  void a_business_scoped_id_is_a_recipient_and_not_a_phone_number() {
    var message = new OutboundMessage(ID, Alias.bsuid("NP.81x"), new Text("hi"));

    assertThat(((Ready) CloudMessage.of(message)).json())
        .contains("\"recipient\":\"NP.81x\"")
        .doesNotContain("\"to\"");
  }

  @Test
  void buttons() {
    assertThat(
            json(
                new Buttons("Move?", List.of(Choice.button("a", "Yes"), Choice.button("b", "No")))))
        .isEqualTo(
            """
            "type":"interactive","interactive":{"type":"button","body":{"text":"Move?"},\
            "action":{"buttons":[{"type":"reply","reply":{"id":"a","title":"Yes"}},\
            {"type":"reply","reply":{"id":"b","title":"No"}}]}}\
            """);
  }

  @Test
  void a_menu() {
    var rows = List.of(new Choice("r1", "Mardi", "5 days"), new Choice("r2", "EBC", ""));
    assertThat(json(new Menu("Which?", "Treks", rows)))
        .isEqualTo(
            """
            "type":"interactive","interactive":{"type":"list","body":{"text":"Which?"},\
            "action":{"button":"Treks","sections":[{"rows":[\
            {"id":"r1","title":"Mardi","description":"5 days"},{"id":"r2","title":"EBC"}]}]}}\
            """);
  }

  @Test
  void a_template_has_its_values_in_order_and_on_one_line() {
    var values = List.of("Lucía\n  Gómez\t", "a\u200Bb    c", "नेपाल\u200Dी");
    assertThat(json(new Template("deposit", "en_US", values, "…")))
        .isEqualTo(
            """
            "type":"template","template":{"name":"deposit","language":{"code":"en_US"},\
            "components":[{"type":"body","parameters":[\
            {"type":"text","text":"Lucía Gómez"},{"type":"text","text":"ab c"},\
            {"type":"text","text":"नेपाल\u200Dी"}]}]}\
            """);
  }

  @Test
  void a_template_without_values_has_no_components() {
    assertThat(json(new Template("hello", "en", List.of(), "…")))
        .isEqualTo(
            "\"type\":\"template\",\"template\":{\"name\":\"hello\","
                + "\"language\":{\"code\":\"en\"}}");
  }

  @Test
  void a_value_that_is_empty_when_cleaned_is_refused() {
    assertThat(broken(new Template("deposit", "en", List.of("a", " \n\u200B"), "…")))
        .isEqualTo("Value 2 of the template is empty.");
  }

  @Test
  void the_longest_text_goes_and_one_character_more_does_not() {
    assertThat(of(new Text("🙏".repeat(4096)))).isInstanceOf(Ready.class);
    assertThat(broken(new Text("🙏".repeat(4097))))
        .isEqualTo("The text has 4097 characters, and the provider takes 4096.");
    assertThat(broken(new Text(" \n"))).isEqualTo("The text is empty.");
  }

  @Test
  void the_text_above_choices_is_shorter() {
    assertThat(of(new Buttons("a".repeat(1024), choices(3)))).isInstanceOf(Ready.class);
    assertThat(broken(new Buttons("a".repeat(1025), choices(3)))).contains("1024");
    assertThat(of(new Menu("a".repeat(1024), "Open", choices(10)))).isInstanceOf(Ready.class);
    assertThat(broken(new Menu("a".repeat(1025), "Open", choices(10)))).contains("1024");
  }

  @Test
  void three_buttons_and_ten_rows_go_and_one_more_does_not() {
    assertThat(broken(new Buttons("?", choices(4)))).contains("There are 4 buttons");
    assertThat(broken(new Buttons("?", List.of()))).contains("There are 0 buttons");
    assertThat(broken(new Menu("?", "Open", choices(11)))).contains("There are 11 rows");
    assertThat(broken(new Menu("?", "", choices(1))))
        .isEqualTo("The word that opens the menu is empty.");
  }

  @Test
  void a_long_title_is_cut_where_people_see_a_character_end() {
    var flag = "🇳🇵";
    assertThat(
            json(new Buttons("?", List.of(Choice.button("a", "eighteen letters x" + flag + "!")))))
        .contains("\"title\":\"eighteen letters x…\"");
    assertThat(json(new Buttons("?", List.of(Choice.button("a", "exactly twenty chars")))))
        .contains("\"title\":\"exactly twenty chars\"");
    assertThat(
            json(
                new Menu(
                    "?",
                    "a word that opens too much",
                    List.of(new Choice("a", "x".repeat(25), "y".repeat(73))))))
        .contains("\"title\":\"" + "x".repeat(23) + "…\"")
        .contains("\"description\":\"" + "y".repeat(71) + "…\"")
        .contains("\"button\":\"a word that opens t…\"");
  }

  @Test
  void titles_that_become_the_same_are_refused() {
    var first = Choice.button("a", "Everest Base Camp in March");
    var second = Choice.button("b", "Everest Base Camp in April");
    var third = Choice.button("c", "Mardi Himal in spring or autumn");

    assertThat(of(new Buttons("?", List.of(first, third)))).isInstanceOf(Ready.class);
    assertThat(broken(new Buttons("?", List.of(first, second))))
        .isEqualTo("Two titles are the same when cut to 20 characters.");
    assertThat(of(new Menu("?", "Open", List.of(first, second)))).isInstanceOf(Ready.class);
    var fourth = Choice.button("d", "Everest Base Camp in March again");
    var fifth = Choice.button("e", "Everest Base Camp in Marvellous May");
    assertThat(broken(new Menu("?", "Open", List.of(fourth, fifth))))
        .isEqualTo("Two titles are the same when cut to 24 characters.");
  }

  @Test
  void two_rows_may_be_called_the_same_but_two_buttons_may_not() {
    var twins = List.of(Choice.button("a", "Tom"), Choice.button("b", " Tom "));

    assertThat(of(new Menu("?", "Open", twins))).isInstanceOf(Ready.class);
    assertThat(broken(new Buttons("?", twins))).isEqualTo("Two buttons have the same title.");
  }

  @Test
  void ids_are_there_short_enough_and_different() {
    assertThat(broken(new Buttons("?", List.of(Choice.button("", "A")))))
        .contains("id of a choice is empty");
    assertThat(of(new Buttons("?", List.of(Choice.button("i".repeat(256), "A")))))
        .isInstanceOf(Ready.class);
    assertThat(broken(new Menu("?", "Open", List.of(Choice.button("i".repeat(201), "A")))))
        .contains("200");
    assertThat(
            broken(
                new Menu("?", "Open", List.of(Choice.button("a", "A"), Choice.button("a", "B")))))
        .isEqualTo("Two choices have the same id.");
    assertThat(broken(new Menu("?", "Open", List.of(Choice.button("a", " ")))))
        .isEqualTo("The title of a choice is empty.");
  }

  @Test
  void half_a_surrogate_pair_does_not_break_the_call() {
    assertThat(json(new Text("a\ud83d\0b"))).contains("\"body\":\"a\uFFFDb\"");
  }

  @Test
  void what_may_be_logged_holds_no_words() {
    assertThat(of(new Text("secret words")).toString()).doesNotContain("secret");
  }
}
