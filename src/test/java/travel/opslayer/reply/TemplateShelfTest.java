package travel.opslayer.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.settings.SettingRefused;

class TemplateShelfTest {

  @TempDir Path folder;

  private Texts texts;

  @BeforeEach
  void write() {
    texts = new Texts(folder).with("help/menu.en.txt", "Menu").with("help/menu.es.txt", "Menú");
  }

  @Test
  void a_text_is_found_in_its_language_or_else_in_english() {
    var shelf = texts.shelf();

    assertThat(shelf.find("help/menu", "es").pattern()).isEqualTo("Menú");
    assertThat(shelf.find("help/menu", "ja").pattern()).isEqualTo("Menu");
    assertThat(shelf.names()).containsExactly("help/menu");
    assertThatThrownBy(() -> shelf.find("help/manu", "en"))
        .hasMessageContaining("(help/manu)")
        .hasMessageContaining("help/manu.en.txt");
  }

  @Test
  void a_saved_change_is_taken_at_the_next_look() {
    var shelf = texts.shelf();
    assertThat(shelf.runOnce()).isZero();

    texts.with("help/menu.es.txt", "Carta").with("help/bye.en.txt", "Bye");

    assertThat(shelf.runOnce()).isEqualTo(1);
    assertThat(shelf.find("help/menu", "es").pattern()).isEqualTo("Carta");
    assertThat(shelf.names()).containsExactly("help/bye", "help/menu");
    assertThat(shelf.runOnce()).isZero();
  }

  @Test
  void a_broken_file_leaves_all_texts_as_they_were_and_is_named() {
    var shelf = texts.shelf();
    texts.with("help/menu.en.txt", "Menu {name").with("help/menu.es.txt", "Carta");

    assertThat(shelf.runOnce()).isZero();

    assertThat(shelf.problems()).singleElement().asString().startsWith("help/menu.en.txt: ");
    assertThat(shelf.find("help/menu", "en").pattern()).isEqualTo("Menu");
    assertThat(shelf.find("help/menu", "es").pattern()).isEqualTo("Menú");
  }

  @Test
  void a_text_that_cannot_show_what_nobody_knows_is_told_before_a_customer_meets_it() {
    var shelf = texts.shelf();
    texts.with("help/menu.en.txt", "{free, plural, one {1 seat} other {# seats}}");
    shelf.runOnce();

    assertThat(shelf.problems())
        .singleElement()
        .asString()
        .startsWith("help/menu.en.txt: ")
        .contains("(none)", "{free, select, none {} other {{free, plural");
    texts.with(
        "help/menu.en.txt",
        "{free, select, none {} other {{free, plural, one {1 seat} other {# seats}}}}");
    assertThat(shelf.runOnce()).isEqualTo(1);
  }

  @Test
  void a_mended_file_is_in_force_and_no_problem_is_left() {
    var shelf = texts.shelf();
    texts.with("help/menu.en.txt", "Menu {name");
    shelf.runOnce();

    texts.with("help/menu.en.txt", "Menu for {name}");

    assertThat(shelf.runOnce()).isEqualTo(1);
    assertThat(shelf.problems()).isEmpty();
  }

  @Test
  void a_folder_that_is_again_what_is_in_force_has_no_problem() {
    var shelf = texts.shelf();
    texts.with("help/bye.es.txt", "Adiós");
    shelf.runOnce();
    assertThat(shelf.problems()).isNotEmpty();

    assertThat(folder.resolve("help/bye.es.txt").toFile().delete()).isTrue();
    shelf.runOnce();

    assertThat(shelf.problems()).isEmpty();
  }

  @Test
  void a_text_without_english_and_a_name_without_language_are_told() {
    var shelf = texts.shelf();
    texts.with("help/bye.es.txt", "Adiós").with("help/readme.txt", "Hi");
    shelf.runOnce();

    assertThat(shelf.problems())
        .anyMatch(it -> it.startsWith("help/bye") && it.contains("no English text"))
        .anyMatch(it -> it.startsWith("help/readme.txt") && it.contains("no language"))
        .hasSize(2);
  }

  @Test
  void a_service_with_broken_texts_does_not_start() {
    texts.with("help/menu.en.txt", "Menu {name");

    assertThatThrownBy(texts::shelf)
        .isInstanceOf(SettingRefused.class)
        .hasMessageContaining("help/menu.en.txt");
    assertThatThrownBy(() -> Texts.shelf(folder.resolve("none")))
        .hasMessageContaining("OPSLAYER_TEMPLATES");
  }
}
