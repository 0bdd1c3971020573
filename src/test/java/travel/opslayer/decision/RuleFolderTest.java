package travel.opslayer.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static travel.opslayer.decision.drools.Office.situation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.decision.Verdict.Permit;
import travel.opslayer.decision.drools.DroolsReleaseMaker;
import travel.opslayer.decision.drools.Office;

class RuleFolderTest {

  private static final String PERMIT = "20-authorise/permit.csv";

  private final RuleShelf shelf = new RuleShelf();
  private final AtomicReference<Terms> terms = new AtomicReference<>(Office.TERMS);
  private final List<Release> accepted = new ArrayList<>();
  private final AtomicReference<Instant> now = new AtomicReference<>(Office.NOON);
  private Path rules;
  private RuleFolder folder;

  @BeforeEach
  void copy(@TempDir Path empty) throws IOException {
    rules = empty.resolve("rules");
    for (var it : Office.files()) {
      write(it.name(), it.bytes());
    }
    folder = folder((release, files) -> accepted.add(release));
  }

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
        .hasMessageContaining("Maybe run `rules check`");
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
    look(2);

    assertThat(shelf.problems())
        .extracting(Problem::file)
        .containsExactlyInAnyOrder("20-authorise/extra.XLSX", "more/deals.csv", "old.xls");
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
                + " one of: lead/new, lead/waiting, price/open, office/closed,"
                + " refused/lead_closed, refused/not_yours.");

    terms.set(Office.TERMS);
    look(2);

    assertThat(shelf.problems()).isEmpty();
    assertThat(shelf.isFilled()).isTrue();
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
    new RuleFolder(other, maker, () -> Office.TERMS, copy, () -> Office.NOON, (it, files) -> {})
        .load();
    assertThat(copy.inForce().hash()).isEqualTo(shelf.inForce().hash()).hasSize(64);

    var before = shelf.inForce().hash();
    write(PERMIT, text(PERMIT) + "ask_price,manager,,,\n");
    look(2);

    assertThat(shelf.inForce().hash()).isNotEqualTo(before);
  }

  private void look(int times) {
    for (var i = 0; i < times; i++) {
      folder.runOnce();
    }
  }

  private RuleFolder folder(BiConsumer<Release, List<RuleFile>> listener) {
    var maker = new DroolsReleaseMaker();
    return new RuleFolder(rules, maker, terms::get, shelf, now::get, listener);
  }

  private boolean guideMayAskForPrices() {
    return shelf.inForce().book().ask(Phase.DECIDE, situation("sender_role", "guide")).stream()
        .anyMatch(it -> it.verdict().equals(new Permit("ask_price")));
  }

  private static Terms without(String template) {
    var it = Office.TERMS;
    var templates = it.templates().stream().filter(one -> !one.equals(template)).toList();
    return new Terms(
        it.fields(), it.actions(), templates, it.timers(), it.audiences(), it.states(), it.names());
  }

  private String text(String name) throws IOException {
    return Files.readString(rules.resolve(name));
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(UTF_8));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.createDirectories(rules.resolve(name).getParent());
    Files.write(rules.resolve(name), bytes);
  }
}
