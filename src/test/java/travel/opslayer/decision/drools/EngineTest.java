package travel.opslayer.decision.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.drools.Office.file;
import static travel.opslayer.decision.drools.Office.situation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.ReleaseMaker.Refused;
import travel.opslayer.decision.Terms;
import travel.opslayer.decision.Verdict.Assign;

class EngineTest {

  @Test
  void the_hash_names_the_engine_of_the_build() throws IOException {
    var pom = Files.readString(Path.of("pom.xml"));
    var version = DroolsReleaseMaker.ENGINE.substring("Drools ".length());

    assertThat(pom).contains("<drools.version>" + version + "</drools.version>");
  }

  @Test
  void every_sign_that_a_word_may_have_arrives_as_it_was_typed() {
    var owner = "Lucía O'Hara & किशोर: 50% @ 9/11, why? yes! a+b_c-d.e";
    var table = "Language,Product,Owner\nes,,\"%s\"\n".formatted(owner);
    var book = Office.release(Office.bareWith(file("40-actions/assign.csv", table))).book();

    assertThat(book.ask(Phase.DECIDE, situation("sender_language", "es")))
        .extracting(Hit::verdict)
        .containsExactly(new Assign("lead_owner", owner));
  }

  @Test
  void words_that_the_engine_has_a_use_for_are_only_words() {
    for (var word :
        new String[] {"null", "true", "modify", "update", "drools", "kcontext", "end"}) {
      var table = "Language,Product,Owner\n%s,%s,%s\n".formatted(word, word, word);
      var book = Office.release(Office.bareWith(file("40-actions/assign.csv", table))).book();

      assertThat(book.ask(Phase.DECIDE, situation("sender_language", word, "product_code", word)))
          .extracting(Hit::verdict)
          .containsExactly(new Assign("lead_owner", word));
    }
  }

  @Test
  void a_template_whose_name_would_end_its_quotes_cannot_be_said() {
    var it = Office.TERMS;
    var name = "lead/\"); System.exit(1); (\"";
    var terms =
        new Terms(
            it.fields(),
            it.actions(),
            List.of(name),
            it.timers(),
            it.audiences(),
            it.states(),
            it.names());
    var table =
        "Wish,Role,Departure,Office open,Lead answered,New lead,Template\n"
            + "ask_price,,,,,,\""
            + name.replace("\"", "\"\"")
            + "\"\n";
    var files = Office.bareWith(file("50-reply/reply.csv", table));

    assertThat(new DroolsReleaseMaker().make(files, terms, Office.NOON))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::sentence)
                    .containsExactly("Template (" + name + ") has a sign that no rule can have."));
  }

  @Test
  void the_order_of_the_files_makes_no_difference() {
    var files = new ArrayList<>(Office.files());
    var forward = Office.release(files).hash();
    Collections.reverse(files);

    assertThat(Office.release(files).hash()).isEqualTo(forward);
  }
}
