package travel.opslayer.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  private static Template of(String text) {
    return Template.of("enquiry/offer", "en", text);
  }

  @Test
  void lines_in_double_brackets_are_choices_and_the_rest_is_words() {
    var template =
        of("Hello {name}!\r\n\r\nShall we?\r\n[[ask_quote | A quote]] [[help | Menu | all]]\r\n");

    assertThat(template.pattern()).isEqualTo("Hello {name}!\n\nShall we?");
    assertThat(template.choices())
        .containsExactly(
            new Template.Line("ask_quote", "", "A quote", ""),
            new Template.Line("help", "", "Menu", "all"));
  }

  @Test
  void brackets_inside_a_sentence_are_words() {
    assertThat(of("Bring a [[warm]] coat").choices()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[[ask_quote]]; cannot be read",
        "[[Ask Quote | A quote]]; cannot be read",
        "[[ask_quote | ]]; cannot be read",
        "[[a | A title of many letters]]; longer than 20",
        "[[a | 1]] [[b | 2]] [[c | 3]] [[d | A title of so many letters]]; longer than 24"
      })
  void what_cannot_be_a_choice_is_told_to_its_author(String line, String problem) {
    assertThatThrownBy(() -> of("Words\n" + line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("Maybe");
  }

  @Test
  void a_title_may_have_twenty_letters_on_a_button_and_more_in_a_menu() {
    var twenty = "12345678901234567890";

    assertThat(of("W\n[[a | %s]]".formatted(twenty)).choices()).hasSize(1);
    assertThatThrownBy(() -> of("W\n[[a | %s1]]".formatted(twenty)));
    assertThat(of("W\n[[a | %s1234]] [[b | 2]] [[c | 3]] [[d | 4]]".formatted(twenty)).choices())
        .hasSize(4);
  }

  @Test
  void letters_are_counted_as_people_see_them_not_as_java_does() {
    assertThat(of("W\n[[a | 😀😀😀😀😀😀😀😀😀😀😀]]").choices()).hasSize(1);
  }

  @Test
  void a_description_has_a_limit_too() {
    var description = "d".repeat(72);

    assertThat(of("W\n[[a | A | %s]]".formatted(description)).choices()).hasSize(1);
    assertThatThrownBy(() -> of("W\n[[a | A | %sd]]".formatted(description)))
        .hasMessageContaining("longer than 72");
  }

  @Test
  void a_text_may_have_more_choices_than_a_menu_shows_but_not_any_number() {
    assertThat(of("W\n" + "[[a | A]]\n".repeat(40)).choices()).hasSize(40);
    assertThatThrownBy(() -> of("W\n" + "[[a | A]]\n".repeat(41)))
        .hasMessageContaining("41 choices");
  }
}
