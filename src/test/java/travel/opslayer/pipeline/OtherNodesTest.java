package travel.opslayer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.ReleaseMaker;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.ReleaseRepository;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.releases.Rollback;
import travel.opslayer.decision.releases.RuleChange;
import travel.opslayer.decision.releases.RuleChange.Tried;
import travel.opslayer.decision.releases.RuleChangeRepository;
import travel.opslayer.decision.releases.RuleNode;
import travel.opslayer.decision.releases.RuleNodeRepository;
import travel.opslayer.settings.Settings;

/** Several nodes, each with a folder of its own, run one release. */
class OtherNodesTest {

  private static final String WORDS = "10-classify/words-en.csv";

  private final House house = House.sandbox();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void what_another_node_took_last_is_in_force_here_too() {
    var first = hash();
    save("planning,wish", "plannings,wish");
    theirs(first);

    assertThat(nodes().runOnce()).isEqualTo(1);

    assertThat(hash()).isEqualTo(first);
    assertThat(house.bean(RuleShelf.class).problems())
        .extracting(Problem::sentence)
        .containsExactly("This folder is not in force: another node has newer rules.");
    assertThat(nodes().runOnce()).isZero();
  }

  @Test
  void a_late_copy_that_arrives_is_what_is_in_force_already() {
    var first = hash();
    save("planning,wish", "plannings,wish");
    theirs(first);
    nodes().runOnce();

    save("plannings,wish", "planning,wish");

    assertThat(hash()).isEqualTo(first);
    assertThat(house.bean(RuleShelf.class).problems()).isEmpty();
    assertThat(nodes().runOnce()).isZero();
  }

  @Test
  void a_change_here_counts_again_after_one_elsewhere() {
    var first = hash();
    save("planning,wish", "plannings,wish");
    theirs(first);
    nodes().runOnce();

    save("plannings,wish", "planningz,wish");
    nodes().runOnce();

    assertThat(hash()).isNotEqualTo(first);
    assertThat(changes().newest(1).orElseThrow().hash()).isEqualTo(hash());
  }

  @Test
  void who_starts_with_a_late_copy_while_others_run_does_as_they_do() {
    var first = hash();
    save("planning,wish", "plannings,wish");
    var second = hash();
    theirs(first);
    house.bean(RuleNodeRepository.class).beat(1, "other", first);

    house.restart();

    assertThat(hash()).isEqualTo(first).isNotEqualTo(second);
  }

  @Test
  void who_starts_with_something_new_brings_it_though_others_run() {
    var first = hash();
    house.bean(RuleNodeRepository.class).beat(1, "other", first);
    house.rule(WORDS, "planning,wish", "plannings,wish");

    house.restart();

    assertThat(hash()).isNotEqualTo(first);
    assertThat(changes().newest(1).orElseThrow().hash()).isEqualTo(hash());
  }

  @Test
  void who_starts_alone_takes_the_folder_as_it_is() {
    var first = hash();
    save("planning,wish", "plannings,wish");
    theirs(first);

    house.restart();

    assertThat(hash()).isNotEqualTo(first);
  }

  @Test
  void who_has_left_is_no_other_node_after_the_restart() {
    nodes().runOnce();

    house.restart();

    assertThat(house.bean(RuleNodeRepository.class).living(1)).isEmpty();
  }

  @Test
  void nodes_know_who_runs_what() {
    nodes().runOnce();

    assertThat(house.bean(RuleNodeRepository.class).living(1))
        .singleElement()
        .extracting(RuleNode::hash)
        .isEqualTo(hash());
  }

  @Test
  void who_cannot_follow_for_a_minute_is_not_ready() {
    theirs("rules that nobody kept");
    nodes().runOnce();
    assertThat(nodes().isLeftBehind()).isFalse();

    house.move(Duration.ofSeconds(61));
    nodes().runOnce();
    assertThat(nodes().isLeftBehind()).isTrue();

    theirs(hash());
    nodes().runOnce();
    assertThat(nodes().isLeftBehind()).isFalse();
  }

  @Test
  void a_start_without_a_folder_does_as_the_others_do() throws IOException {
    var first = hash();
    house.bean(RuleNodeRepository.class).beat(1, "other", first);
    FileUtils.deleteDirectory(house.bean(Settings.class).rules().toFile());

    house.restart();
    house.bean(LastRules.class).restore();

    assertThat(hash()).isEqualTo(first);
  }

  @Test
  void a_late_copy_is_no_news_though_the_others_cannot_be_followed() {
    var first = hash();
    save("planning,wish", "plannings,wish");
    save("plannings,wish", "planning,wish");
    assertThat(hash()).isEqualTo(first);
    theirs("rules that nobody kept");
    house.bean(RuleNodeRepository.class).beat(1, "other", first);

    house.restart();

    assertThat(hash()).isEqualTo(first);
    assertThat(changes().newest(1).orElseThrow().node()).isEqualTo("other");
    nodes().runOnce();
    house.move(Duration.ofSeconds(61));
    assertThat(nodes().isLeftBehind()).isTrue();
  }

  @Test
  void a_late_copy_is_known_by_its_files_though_an_older_version_took_them() {
    var first = hash();
    save("planning,wish", "plannings,wish");
    var second = hash();
    house.execute("UPDATE rule_releases SET hash = 'older' WHERE hash = '" + second + "'");
    house.execute("UPDATE rule_changes SET hash = 'older' WHERE hash = '" + second + "'");
    theirs(first);
    house.bean(RuleNodeRepository.class).beat(1, "other", first);

    house.restart();

    assertThat(hash()).isEqualTo(first);
  }

  @Test
  void rules_that_wait_still_do_after_a_restart_with_another_version() {
    olderVersion();
    house.rule("release.csv", "", "From,Hour,Who,Why\n1 Dec 2030,,SARITA,later\n");

    house.restart();
    house.bean(LastRules.class).restore();
    nodes().runOnce();

    assertThat(house.bean(RuleShelf.class).planned()).isPresent();
    assertThat(house.bean(RuleShelf.class).problems()).isEmpty();
    assertThat(nodes().isLeftBehind()).isFalse();
  }

  @Test
  void what_this_version_makes_of_the_rules_of_another_is_kept() {
    var first = hash();
    olderVersion();
    house.rule("release.csv", "", "From,Hour,Who,Why\n1 Dec 2030,,SARITA,later\n");

    house.restart();
    house.bean(LastRules.class).restore();

    assertThat(hash()).isEqualTo(first);
    assertThat(house.bean(ReleaseRepository.class).files(1, first)).isPresent();
  }

  @Test
  void who_went_back_here_while_another_change_was_followed_has_gone_back() {
    var first = hash();
    save("planning,wish", "plannings,wish");
    var second = hash();
    house.bean(Rollback.class).to(1, first, "api", "no");
    // What another node had put into force before, and was still being compiled then.
    var files = house.bean(ReleaseRepository.class).files(1, second).orElseThrow();
    var maker = house.bean(ReleaseMaker.class);
    var made = (Made) maker.make(files, house.bean(RuleTerms.class).words(), house.now());
    house.bean(RuleFolder.class).follow(made.release(), files, "Theirs.");
    assertThat(hash()).isEqualTo(second);

    nodes().runOnce();

    assertThat(hash()).isEqualTo(first);
  }

  @Test
  void who_cannot_note_that_they_went_back_have_not() {
    var first = hash();
    save("planning,wish", "plannings,wish");
    var second = hash();
    house.execute(
        "ALTER TABLE rule_changes ADD CONSTRAINT no CHECK (kind <> 'rollback') NOT VALID");

    assertThatThrownBy(() -> house.bean(Rollback.class).to(1, first, "api", "no"))
        .isInstanceOf(RuntimeException.class);

    assertThat(hash()).isEqualTo(second);
    assertThat(house.bean(RuleShelf.class).problems()).isEmpty();
  }

  @Test
  void who_lives_is_heard_of_though_the_clock_is_put_back() {
    nodes().runOnce();
    house.execute("DELETE FROM rule_nodes");

    house.move(Duration.ofHours(-2));
    nodes().runOnce();

    assertThat(house.bean(RuleNodeRepository.class).living(1)).hasSize(1);
  }

  /** All that was in force was put there by a version that gave it another hash. */
  private void olderVersion() {
    house.execute("UPDATE rule_releases SET hash = 'older'");
    house.execute("UPDATE rule_changes SET hash = 'older'");
  }

  private OtherNodes nodes() {
    return house.bean(OtherNodes.class);
  }

  private RuleChangeRepository changes() {
    return house.bean(RuleChangeRepository.class);
  }

  private String hash() {
    return house.bean(RuleShelf.class).inForce().hash();
  }

  private void theirs(String hash) {
    var change =
        new RuleChange(
            house.now(), "other", hash, RuleChange.FOLDER, "folder", null, null, Tried.NOTHING);
    changes().add(1, change);
  }

  private void save(String what, String with) {
    house.rule(WORDS, what, with);
    house.bean(RuleFolder.class).runOnce();
    house.bean(RuleFolder.class).runOnce();
  }
}
