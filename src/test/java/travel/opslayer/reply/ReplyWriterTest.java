package travel.opslayer.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.message.OutboundContent;
import travel.opslayer.message.OutboundContent.Buttons;
import travel.opslayer.message.OutboundContent.Choice;
import travel.opslayer.message.OutboundContent.Menu;

class ReplyWriterTest {

  @TempDir Path folder;

  private Written write(String text, Map<String, Object> values, String language) {
    return write(text, new Reply("a/b", values, "LD-1", null), language);
  }

  private Written write(String text, Reply reply, String language) {
    var shelf =
        new Texts(folder)
            .with("a/b.en.txt", text)
            .with("a/b.es.txt", text)
            .with("a/b.ne.txt", text)
            .shelf();
    return new ReplyWriter(shelf).write(reply, language);
  }

  private OutboundContent content(String text, String subject, @Nullable List<String> offered) {
    return write(text, new Reply("a/b", Map.of(), subject, offered), "en").content();
  }

  @Test
  void placeholders_are_filled_and_what_is_missing_is_none() {
    var text =
        "Hi{name, select, none {} other { {name}}}{free, select, none {} other"
            + " {: {free, plural, one {# seat} other {# seats}}}}";

    assertThat(write(text, Map.of("name", "Ana", "free", 1), "en").content().text())
        .isEqualTo("Hi Ana: 1 seat");
    assertThat(write(text, Map.of("free", 3), "en").content().text()).isEqualTo("Hi: 3 seats");
    assertThat(write(text, Map.of(), "en").content().text()).isEqualTo("Hi");
  }

  @Test
  void a_value_is_no_pattern_and_breaks_nothing() {
    var written = write("For {name}.", Map.of("name", "{free} 'O''Neill' {"), "en");

    assertThat(written.content().text()).isEqualTo("For {free} 'O''Neill' {.");
  }

  @Test
  void up_to_three_choices_are_buttons_and_more_are_a_menu() {
    var three = content("W\n[[a | 1]] [[b | 2]] [[c | 3]]", "LD-1", null);
    var four = content("W\n[[a | 1]] [[b | 2]] [[c | 3]] [[d | 4 | four]]", "LD-1", null);

    assertThat(three)
        .isEqualTo(
            new Buttons(
                "W",
                List.of(
                    Choice.button("a@LD-1", "1"),
                    Choice.button("b@LD-1", "2"),
                    Choice.button("c@LD-1", "3"))));
    assertThat(four).isInstanceOf(Menu.class);
    assertThat(((Menu) four).rows().getLast()).isEqualTo(new Choice("d@LD-1", "4", "four"));
    assertThat(content("W", "LD-1", null)).isEqualTo(new OutboundContent.Text("W"));
  }

  @Test
  void only_what_is_offered_is_shown_and_nothing_at_all_is_plain_text() {
    var text = "W\n[[a | 1]] [[b | 2]] [[c | 3]] [[d | 4]]";

    assertThat(content(text, "", List.of("d", "b", "x")))
        .isEqualTo(new Buttons("W", List.of(Choice.button("b", "2"), Choice.button("d", "4"))));
    assertThat(content(text, "", List.of())).isEqualTo(new OutboundContent.Text("W"));
  }

  @Test
  void a_menu_shows_ten_rows_and_no_more() {
    var text = new StringBuilder("W\n");
    "abcdefghijkl".chars().forEach(it -> text.append("[[").append((char) it).append(" | T]]\n"));

    assertThat(((Menu) content(text.toString(), "", null)).rows()).hasSize(10);
  }

  @Test
  void the_approved_form_has_the_values_in_the_order_of_their_first_place() {
    var written =
        write(
            "{b} and {a}, {b}{c, select, none {} other { {c}}}", Map.of("a", "A", "b", "B"), "es");

    assertThat(written.approved())
        .isEqualTo(
            new OutboundContent.Template("a_b", "es", List.of("B", "A", "none"), "B and A, B"));
    assertThat(written.language()).isEqualTo("es");
    assertThat(write("x", Map.of(), "ja").language()).isEqualTo("en");
  }

  @Test
  void digits_are_those_that_people_type_and_months_go_with_the_letters_of_the_text() {
    var values = Map.<String, Object>of("n", 20, "day", LocalDate.parse("2027-03-15"));
    var text = "{n, select, none {} other {{n, plural, one {1 seat} other {# seat}}}} {n} {day}";

    assertThat(words(text, values, "ne")).contains("20 seat 20").contains("March");
    assertThat(words(text + " सिट", values, "ne")).contains("20 seat 20").contains("मार्च");
    assertThat(words(text, values, "es")).contains("20 seat 20").contains("marzo");
  }

  private String words(String text, Map<String, Object> values, String language) {
    return write(text, values, language).content().text();
  }
}
