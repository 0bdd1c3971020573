package travel.opslayer.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.releases.RuleNodeRepository;
import travel.opslayer.pipeline.LastRules;
import travel.opslayer.pipeline.OtherNodes;

class RulesWorkerTest {

  private final House house = House.sandbox();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void trouble_with_the_folder_does_not_keep_it_from_following_others() {
    house.execute(
        "CREATE FUNCTION fail() RETURNS trigger AS $$ BEGIN RAISE 'no'; END $$"
            + " LANGUAGE plpgsql");
    house.execute("CREATE TRIGGER fail BEFORE INSERT ON rule_changes EXECUTE FUNCTION fail()");
    house.rule("10-classify/words-en.csv", "planning,wish", "plannings,wish");
    var folder = house.bean(RuleFolder.class);
    folder.runOnce();
    var worker = worker();

    assertThatThrownBy(worker::runOnce).isInstanceOf(RuntimeException.class);

    assertThat(house.bean(RuleNodeRepository.class).living(1)).hasSize(1);
  }

  @Test
  void who_has_no_rules_tries_those_before_again() {
    house.rule("20-authorise/permit.csv", "help,not timer,,,\n", "help,custmer,,,\n");
    house.restart();
    var shelf = house.bean(RuleShelf.class);
    assertThat(shelf.isFilled()).isFalse();

    worker().runOnce();

    assertThat(shelf.isFilled()).isTrue();
    assertThat(shelf.problems()).hasSize(1);
  }

  private RulesWorker worker() {
    return new RulesWorker(
        house.bean(RuleFolder.class),
        house.bean(OtherNodes.class),
        house.bean(LastRules.class),
        house.bean(RuleShelf.class));
  }
}
