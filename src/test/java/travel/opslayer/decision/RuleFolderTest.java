package travel.opslayer.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.decision.drools.DroolsReleaseMaker;
import travel.opslayer.decision.drools.Office;

class RuleFolderTest extends RulesOnDisk {

  @Test
  void at_the_start_the_folder_is_taken_at_once() {
    folder.load();

    assertThat(shelf.inForce().since()).isEqualTo(Office.NOON);
    assertThat(shelf.inForce().files()).contains(PERMIT, "_schema/permit.yaml");
    assertThat(accepted).containsExactly(shelf.inForce());
  }

  @Test
  void before_the_start_the_shelf_says_what_is_missing() {
    assertThat(shelf.isFilled()).isFalse();
    assertThatThrownBy(shelf::inForce)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("No rules are in force")
        .hasMessageContaining("POST /api/v1/rules/check");
  }

  @Test
  void a_saved_change_is_in_force_after_two_looks_that_see_the_same() throws IOException {
    folder.load();
    assertThat(guideMayAskForPrices()).isFalse();

    write(PERMIT, text(PERMIT).replace("ask_price,customer", "ask_price,customer/guide"));
    now.set(Office.NOON.plusSeconds(60));

    assertThat(folder.runOnce()).isZero();
    assertThat(guideMayAskForPrices()).isFalse();
    assertThat(folder.runOnce()).isEqualTo(1);
    assertThat(guideMayAskForPrices()).isTrue();
    assertThat(shelf.inForce().since()).isEqualTo(now.get());
    assertThat(accepted).hasSize(2);
    assertThat(folder.runOnce()).isZero();
  }

  @Test
  void while_somebody_is_still_saving_nothing_is_taken() throws IOException {
    folder.load();
    var whole = text(PERMIT).replace("ask_price,customer", "ask_price,customer/guide");

    write(PERMIT, whole.substring(0, 60));
    assertThat(folder.runOnce()).isZero();
    write(PERMIT, whole.substring(0, 90));
    assertThat(folder.runOnce()).isZero();
    write(PERMIT, whole);
    assertThat(folder.runOnce()).isZero();

    assertThat(shelf.problems()).isEmpty();
    assertThat(folder.runOnce()).isEqualTo(1);
    assertThat(guideMayAskForPrices()).isTrue();
  }

  @Test
  void a_broken_table_keeps_the_last_good_and_names_file_and_cell() throws IOException {
    folder.load();
    var before = shelf.inForce();

    write(PERMIT, text(PERMIT).replace("ask_price,customer", "ask_price,custmer"));
    look(2);

    assertThat(shelf.inForce()).isSameAs(before);
    assertThat(shelf.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "20-authorise/permit.csv:B2: Role (custmer) is not a word that rules know."
                + " Maybe 'customer'?");
  }

  @Test
  void a_folder_that_has_lost_many_rules_waits_until_somebody_confirms_it() throws IOException {
    folder.load();
    var before = shelf.inForce();
    cut(PERMIT);
    look(2);
    assertThat(shelf.inForce()).isNotSameAs(before); // a few rows are a change like any other

    var most = shelf.inForce();
    cut("10-classify/wish.csv");
    cut("50-reply/reply.csv");
    look(2);

    assertThat(shelf.inForce()).isSameAs(most);
    assertThat(shelf.problems())
        .singleElement()
        .asString()
        .contains("Of %d rules in force".formatted(most.book().size()), "rules/confirm");
    folder.confirm();
    look(2);
    assertThat(shelf.problems()).isEmpty();
    assertThat(shelf.inForce().book().size()).isLessThan(most.book().size());
  }

  /** All rows but the first. */
  private void cut(String file) throws IOException {
    write(file, String.join("\n", text(file).lines().limit(2).toList()) + "\n");
  }

  @Test
  void a_check_tells_problems_or_else_notes_and_changes_nothing() throws IOException {
    write(PERMIT, text(PERMIT) + "ask_price,customer,open,,,\n");
    var odd = folder.check();
    write(PERMIT, text(PERMIT).replace("ask_price,customer,,", "ask_price,custmer,,"));
    var broken = folder.check();

    assertThat(odd.problems()).isEmpty();
    assertThat(odd.notes())
        .extracting(Problem::toString)
        .anyMatch(it -> it.startsWith(PERMIT + ":A6: This row adds nothing: row 2 says the same"));
    assertThat(broken.problems()).hasSize(1);
    assertThat(broken.notes()).isEmpty();
    assertThat(shelf.isFilled()).isFalse();
  }

  @Test
  void when_the_folder_is_again_what_is_in_force_its_problems_are_gone() throws IOException {
    folder.load();
    var before = shelf.inForce();
    var good = text(PERMIT);

    write(PERMIT, good.replace("ask_price,customer", "ask_price,custmer"));
    look(2);
    assertThat(shelf.problems()).isNotEmpty();
    write(PERMIT, good);
    look(2);

    assertThat(shelf.problems()).isEmpty();
    assertThat(shelf.inForce()).isSameAs(before);
    assertThat(accepted).hasSize(1);
  }

  @Test
  void a_broken_start_is_mended_without_a_restart() throws IOException {
    var good = text(PERMIT);
    write(PERMIT, good.replace("ask_price,customer", "ask_price,custmer"));
    folder.load();
    assertThatThrownBy(shelf::inForce).hasMessageContaining("permit.csv:B2");

    write(PERMIT, good);
    look(2);

    assertThat(shelf.inForce().files()).contains(PERMIT);
  }

  @Test
  void the_same_content_has_the_same_hash_in_another_folder_and_a_change_has_another(
      @TempDir Path other) throws IOException {
    folder.load();
    for (var it : Office.files()) {
      Files.createDirectories(other.resolve(it.name()).getParent());
      Files.write(other.resolve(it.name()), it.bytes());
    }
    var copy = new RuleShelf();
    var maker = new DroolsReleaseMaker();
    new RuleFolder(
            other,
            maker,
            () -> Office.TERMS,
            copy,
            () -> Office.NOON,
            () -> ZoneOffset.UTC,
            (it, files) -> {})
        .load();
    assertThat(copy.inForce().hash()).isEqualTo(shelf.inForce().hash()).hasSize(64);

    var before = shelf.inForce().hash();
    write(PERMIT, text(PERMIT) + "ask_price,manager,,,\n");
    look(2);

    assertThat(shelf.inForce().hash()).isNotEqualTo(before);
  }
}
