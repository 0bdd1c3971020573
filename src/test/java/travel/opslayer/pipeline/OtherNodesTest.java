package travel.opslayer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.releases.RuleChange;
import travel.opslayer.decision.releases.RuleChange.Tried;
import travel.opslayer.decision.releases.RuleChangeRepository;
import travel.opslayer.decision.releases.RuleNode;
import travel.opslayer.decision.releases.RuleNodeRepository;

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
