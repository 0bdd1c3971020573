package travel.opslayer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.reply.TemplateShelf;
import travel.opslayer.settings.Settings;

class TextProblemsTest {

  private final House house = House.sandbox();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void the_texts_that_ship_are_well() {
    assertThat(house.bean(RuleShelf.class).problems()).isEmpty();
  }

  @Test
  void a_choice_that_nobody_can_do_is_told_with_the_one_that_was_meant() throws IOException {
    write("Shall we?\n[[ask_qoute | I want a quote]] [[think | Not now]]\n");

    assertThat(house.bean(RuleShelf.class).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "templates/enquiry/shall_we.en.txt: A choice names an action (ask_qoute) that there is"
                + " not. Maybe 'ask_quote'?");
  }

  @Test
  void a_text_that_cannot_be_read_is_told() throws IOException {
    write("Hello {name\n");

    assertThat(house.bean(RuleShelf.class).problems())
        .singleElement()
        .extracting(Problem::file)
        .isEqualTo("templates/enquiry/shall_we.en.txt");
  }

  private void write(String text) throws IOException {
    var folder = house.bean(Settings.class).templates();
    Files.writeString(folder.resolve("enquiry/shall_we.en.txt"), text);
    house.bean(TemplateShelf.class).runOnce();
  }
}
