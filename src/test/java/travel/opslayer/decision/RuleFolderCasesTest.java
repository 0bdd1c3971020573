package travel.opslayer.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Rules that an example contradicts do not come into force. */
class RuleFolderCasesTest extends RulesOnDisk {

  private static final String CASES = "cases/price.csv";
  private static final String FULL =
      "Case,Sender role,Departure state,Product code,Wish action,Expect reply\n"
          + "Full,customer,full,EBC,ask_price,price/full\n";
  private static final String REPLY = "50-reply/reply.csv";

  @Test
  void a_failing_case_keeps_the_last_good_release_and_says_which_row_says_otherwise()
      throws IOException {
    write(CASES, FULL);
    folder.load();
    var before = shelf.inForce();

    write(REPLY, text(REPLY).replace("full,,,,price/full", "full,,,,price/open"));
    look(2);

    assertThat(shelf.inForce()).isSameAs(before);
    assertThat(shelf.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "cases/price.csv:F2: Expect reply (price/full): the rules say price/open, by reply.csv"
                + " row 2. Maybe mend the rules, or write 'price/open' here if they are right.");
    assertThat(accepted).hasSize(1);
  }

  @Test
  void rules_and_case_changed_together_come_into_force() throws IOException {
    write(CASES, FULL);
    folder.load();

    write(REPLY, text(REPLY).replace("full,,,,price/full", "full,,,,price/open"));
    look(2);
    write(CASES, FULL.replace("price/full", "price/open"));
    look(2);

    assertThat(shelf.problems()).isEmpty();
    assertThat(accepted).hasSize(2);
  }

  @Test
  void a_new_case_that_the_rules_contradict_is_a_problem_until_it_is_taken_back()
      throws IOException {
    folder.load();
    var before = shelf.inForce();

    write(CASES, FULL.replace("price/full", "price/open"));
    look(2);
    assertThat(shelf.inForce()).isSameAs(before);
    assertThat(shelf.problems()).singleElement().extracting(Problem::file).isEqualTo(CASES);

    Files.delete(rules.resolve(CASES));
    look(2);
    assertThat(shelf.problems()).isEmpty();
  }

  @Test
  void a_saved_file_is_in_force_like_any_other_and_nothing_is_left_beside_it() throws IOException {
    folder.load();
    var none = new RuleFile(CASES, new byte[0]);

    folder.save(none, new RuleFile(CASES, FULL.getBytes(UTF_8)));
    look(2);

    assertThat(shelf.inForce().files()).contains(CASES);
    try (var all = Files.list(rules.resolve("cases"))) {
      assertThat(all).containsExactly(rules.resolve(CASES));
    }
  }

  @Test
  void what_somebody_else_has_saved_meanwhile_is_not_overwritten() throws IOException {
    write(CASES, FULL);
    var read = new RuleFile(CASES, Files.readAllBytes(rules.resolve(CASES)));
    write(CASES, FULL + "Mine,customer,full,EBC,ask_price,price/full\n");

    assertThatThrownBy(() -> folder.save(read, read))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Somebody else has saved it meanwhile.");
    assertThat(text(CASES)).contains("Mine");
    try (var all = Files.list(rules.resolve("cases"))) {
      assertThat(all).hasSize(1);
    }
  }
}
