package travel.opslayer.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.drools.Office;

class RuleFolderTroubleTest extends RulesOnDisk {

  @Test
  void what_editors_leave_lying_about_does_not_count() throws IOException {
    folder.load();
    for (var name :
        List.of(
            "~$permit.xlsx",
            ".~lock.permit.xlsx#",
            "lu8342.tmp",
            ".permit.csv.swp",
            "permit.csv~",
            "4913",
            "permit.csv___jb_tmp___",
            "permit.xlsx.crdownload",
            ".hidden.csv",
            "permit (Anita's conflicted copy 2026-11-08).csv",
            "notes.md",
            "plan.yaml")) {
      write("20-authorise/" + name, "broken");
    }
    write(".git/table.csv", "broken");
    look(3);

    assertThat(shelf.problems()).isEmpty();
    assertThat(accepted).hasSize(1);
  }

  @Test
  void a_table_that_no_schema_knows_is_a_problem_and_not_overlooked() throws IOException {
    folder.load();
    write("20-authorise/extra.XLSX", "PK");
    write("more/deals.csv", "a,b");
    write("old.xls", "x");
    write("20-authorise/permit.csv.txt", "x");
    write("20-authorise/permit.tsv", "x");
    write("20-authorise/a/b/c/d/e/permit.csv", "x");
    look(2);

    assertThat(shelf.problems())
        .extracting(Problem::file)
        .containsExactlyInAnyOrder(
            "20-authorise/a/b/c/d/e/permit.csv",
            "20-authorise/extra.XLSX",
            "20-authorise/permit.csv.txt",
            "20-authorise/permit.tsv",
            "more/deals.csv",
            "old.xls");
  }

  @Test
  void earlier_rules_come_back_even_when_the_folder_is_gone() throws IOException {
    folder.load();
    var earlier = shelf.inForce();
    FileUtils.deleteDirectory(rules.toFile());

    folder.putBack(earlier, "Not taken.", held -> {});
    look(2);

    assertThat(shelf.inForce()).isSameAs(earlier);
  }

  @Test
  void a_folder_that_was_away_and_is_there_again_as_it_was_is_no_change() throws IOException {
    folder.load();
    var other = shelf.inForce();
    var away = rules.resolveSibling("away");
    Files.move(rules, away);
    folder.follow(other, List.of(), "Not taken.");

    Files.createDirectory(rules);
    look(3);
    Files.delete(rules);
    Files.move(away, rules);
    look(3);

    assertThat(accepted).hasSize(1);
    assertThat(shelf.problems()).extracting(Problem::sentence).containsExactly("Not taken.");
  }

  @Test
  void a_mistake_that_is_undone_in_a_folder_held_back_is_no_other_change() throws IOException {
    folder.load();
    var good = text(PERMIT);
    folder.putBack(shelf.inForce(), "Not taken.", held -> {});

    for (var i = 0; i < 2; i++) {
      write(PERMIT, good.replace("ask_price,customer", "ask_price,custmer"));
      look(2);
      assertThat(shelf.problems()).extracting(Problem::cell).containsExactly("B2");
      write(PERMIT, good);
      look(2);
      assertThat(shelf.problems()).extracting(Problem::sentence).containsExactly("Not taken.");
    }
    assertThat(accepted).hasSize(1);
  }

  @Test
  void a_file_that_goes_and_comes_back_between_looks_changes_nothing() throws IOException {
    folder.load();
    var good = Files.readAllBytes(rules.resolve(PERMIT));

    Files.delete(rules.resolve(PERMIT));
    look(1);
    write(PERMIT, good);
    look(3);

    assertThat(shelf.problems()).isEmpty();
    assertThat(accepted).hasSize(1);
  }

  @Test
  void a_file_that_is_deleted_for_good_takes_its_rules_along() throws IOException {
    folder.load();
    Files.delete(rules.resolve(PERMIT));
    look(2);

    assertThat(shelf.inForce().files()).doesNotContain(PERMIT);
  }

  @Test
  void a_change_that_keeps_size_and_time_is_found_within_some_looks() throws IOException {
    folder.load();
    var path = rules.resolve(PERMIT);
    var time = Files.getLastModifiedTime(path);
    write(PERMIT, text(PERMIT).replace("send_quote,sales/manager", "send_quote,guide/manager"));
    Files.setLastModifiedTime(path, FileTime.from(time.toInstant()));
    look(12);

    assertThat(accepted).hasSize(2);
  }

  @Test
  void a_new_template_cures_a_folder_that_did_not_change() {
    terms.set(without("price/full"));
    folder.load();
    assertThat(shelf.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "50-reply/reply.csv:G2: Template (price/full) is not a word that rules know. Maybe"
                + " write its text first, templates/price/full.en.txt.");

    terms.set(Office.TERMS);
    look(2);

    assertThat(shelf.problems()).isEmpty();
    assertThat(shelf.isFilled()).isTrue();
  }

  @Test
  void a_template_more_leaves_the_release_as_it_is() {
    terms.set(Office.TERMS);
    folder.load();
    var before = shelf.inForce();
    var templates = new ArrayList<>(Office.TERMS.templates());
    templates.add("lead/newer");
    terms.set(withTemplates(templates));
    look(3);

    assertThat(shelf.inForce().hash()).isEqualTo(before.hash());
    assertThat(shelf.inForce().since()).isEqualTo(before.since());
    assertThat(accepted).hasSize(1);
  }

  @Test
  void a_template_that_is_taken_away_is_a_problem_of_the_rules_that_say_it() {
    folder.load();
    terms.set(without("price/full"));
    look(2);

    assertThat(shelf.problems()).hasSize(1);
    assertThat(shelf.isFilled()).isTrue();
  }

  @Test
  void a_release_that_cannot_be_stored_is_not_in_force_and_is_tried_again() {
    var full = new AtomicBoolean(true);
    folder =
        folder(
            (release, files) -> {
              assertThat(files).hasSameSizeAs(release.files());
              if (full.get()) {
                throw new IllegalStateException("The disk is full.");
              }
              accepted.add(release);
            });
    assertThatThrownBy(folder::load).hasMessage("The disk is full.");
    assertThat(shelf.isFilled()).isFalse();

    full.set(false);
    look(1);

    assertThat(accepted).hasSize(1);
    assertThat(shelf.isFilled()).isTrue();
  }

  @Test
  void a_folder_that_is_not_there_is_a_problem_until_it_comes_back() throws IOException {
    folder.load();
    var elsewhere = rules.resolveSibling("elsewhere");
    Files.move(rules, elsewhere);
    look(1);
    assertThat(shelf.problems())
        .extracting(Problem::sentence)
        .containsExactly("There is no folder (%s).".formatted(rules));
    Files.move(elsewhere, rules);
    look(2);

    assertThat(shelf.problems()).isEmpty();
    assertThat(accepted).hasSize(1);
  }
}
