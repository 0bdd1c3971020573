package travel.opslayer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.releases.Rollback;
import travel.opslayer.decision.releases.RuleChange;
import travel.opslayer.decision.releases.RuleChange.Tried;
import travel.opslayer.decision.releases.RuleChangeRepository;
import travel.opslayer.scenario.Phones;

/** Who changed the rules and why, and how far the change would have reached of late. */
class RuleLedgerTest {

  private static final String TOM = "+447700900103";
  private static final String NOW = "2026-11-08T10:00:00";
  private static final String LABEL = "release.csv";
  private static final String TITLES = "From,Hour,Who,Why\n";

  private final House house = House.sandbox();
  private final Phones phones = new Phones(house);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_change_names_who_made_it_and_why() {
    house.rule(LABEL, "", TITLES + ",,SARITA,the Spaniards say it so\n");
    save("planning,wish", "plannings,wish");

    assertThat(newest())
        .returns("SARITA", RuleChange::actor)
        .returns("the Spaniards say it so", RuleChange::why)
        .returns(RuleChange.FOLDER, RuleChange::kind);
  }

  @Test
  void what_was_said_of_one_change_is_not_said_of_the_next() {
    house.rule(LABEL, "", TITLES + ",,SARITA,the Spaniards say it so\n");
    save("planning,wish", "plannings,wish");
    save("plannings,wish", "planningz,wish");

    assertThat(newest()).returns("folder", RuleChange::actor).returns(null, RuleChange::why);
  }

  @Test
  void a_change_tells_how_many_of_the_newest_decisions_it_would_have_changed() {
    write("a", "?");
    write("b", "bill of fare");
    write("c", "?");

    save("Phrase,Sort,Means\n", "Phrase,Sort,Means\nbill of sale,wish,help\n");
    assertThat(newest().tried()).isEqualTo(new Tried(3, 0));

    house.rule("20-authorise/permit.csv", "help,not timer,,,\n", "");
    look();
    assertThat(newest().tried()).isEqualTo(new Tried(3, 2));
  }

  @Test
  void going_back_is_tried_on_the_newest_decisions_too() {
    var first = house.bean(RuleShelf.class).inForce().hash();
    house.rule("20-authorise/permit.csv", "help,not timer,,,\n", "");
    look();
    write("a", "?");

    house.bean(Rollback.class).to(1, first, "api", "nobody can ask for help");

    assertThat(newest())
        .returns(RuleChange.ROLLBACK, RuleChange::kind)
        .returns("nobody can ask for help", RuleChange::why)
        .returns(new Tried(1, 1), RuleChange::tried);
  }

  private RuleChange newest() {
    return house.bean(RuleChangeRepository.class).newest(1).orElseThrow();
  }

  private void save(String what, String with) {
    house.rule("10-classify/words-en.csv", what, with);
    look();
  }

  private void look() {
    house.bean(RuleFolder.class).runOnce();
    house.bean(RuleFolder.class).runOnce();
  }

  private void write(String id, String text) {
    phones.at(NOW);
    phones.writes(TOM, id, NOW, text);
    house.settle();
  }
}
