package travel.opslayer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.releases.Rollback;
import travel.opslayer.decision.releases.RuleChange;
import travel.opslayer.decision.releases.RuleChange.Tried;
import travel.opslayer.decision.releases.RuleChangeRepository;
import travel.opslayer.reply.TemplateShelf;
import travel.opslayer.scenario.Phones;
import travel.opslayer.settings.Settings;

/** Staff save a file, and what is said changes; or it is wrong, and nothing does. */
class RulesInForceTest {

  private static final String TOM = "+447700900103";
  private static final String NOW = "2026-11-08T10:00:00";

  private final House house = House.sandbox();
  private final Phones phones = new Phones(house);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void a_new_word_is_understood_without_a_restart() {
    assertThat(answerTo("a", "bill of fare")).isEqualTo("help/not_understood");

    house.rule(
        "10-classify/words-en.csv",
        "Phrase,Sort,Means\n",
        "Phrase,Sort,Means\nbill of fare,wish,help\n");
    look();

    assertThat(answerTo("b", "bill of fare")).isEqualTo("help/menu");
  }

  @Test
  void a_permission_that_is_taken_away_is_refused_in_words() {
    assertThat(answerTo("a", "?")).isEqualTo("help/menu");

    house.rule("20-authorise/permit.csv", "help,not timer,,,\n", "");
    look();

    assertThat(answerTo("b", "?")).isEqualTo("refused/nobody_permits");
    assertThat(house.column("SELECT outcome FROM decisions ORDER BY at, wish"))
        .contains("permitted", "refused");
  }

  @Test
  void a_mistake_is_told_with_file_and_cell_and_the_old_rules_go_on() {
    var before = house.bean(RuleShelf.class).inForce().hash();
    house.rule("20-authorise/permit.csv", "help,not timer,,,\n", "help,custmer,,,\n");
    look();

    assertThat(house.bean(RuleShelf.class).problems())
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.toString())
                    .startsWith("20-authorise/permit.csv:B")
                    .contains("custmer", "Maybe", "customer"));
    assertThat(house.bean(RuleShelf.class).inForce().hash()).isEqualTo(before);
    assertThat(answerTo("a", "?")).isEqualTo("help/menu");
  }

  @Test
  void a_mistake_in_a_text_is_told_where_those_in_rules_are_until_it_is_mended()
      throws IOException {
    var text = house.bean(Settings.class).templates().resolve("help/menu.en.txt");
    var good = Files.readString(text);
    Files.writeString(text, "Menu {name\n");
    house.bean(TemplateShelf.class).runOnce();

    assertThat(house.bean(RuleShelf.class).problems())
        .containsExactly(
            new Problem(
                "templates/help/menu.en.txt",
                null,
                null,
                null,
                "A placeholder near (Menu {name) cannot be read.",
                "write it as {name}, with a } for each {."));

    Files.writeString(text, good);
    house.bean(TemplateShelf.class).runOnce();
    assertThat(house.bean(RuleShelf.class).problems()).isEmpty();
  }

  @Test
  void a_folder_that_has_lost_its_words_waits_until_somebody_confirms_it() throws IOException {
    var before = house.bean(RuleShelf.class).inForce();
    for (var file :
        List.of(
            "words-filler-en.csv",
            "words-filler-es.csv",
            "words-filler-hi.csv",
            "words-filler-ne.csv")) {
      Files.delete(house.bean(Settings.class).rules().resolve("10-classify").resolve(file));
    }
    look();

    assertThat(house.bean(RuleShelf.class).inForce()).isSameAs(before);
    assertThat(house.bean(RuleShelf.class).problems())
        .singleElement()
        .asString()
        .contains("Of %d phrases in force".formatted(before.phrases().size()), "rules/confirm");
    house.bean(RuleFolder.class).confirm();
    look();
    assertThat(house.bean(RuleShelf.class).problems()).isEmpty();
  }

  @Test
  void a_restart_with_a_broken_folder_goes_on_with_the_last_good_rules() {
    house.rule("20-authorise/permit.csv", "help,not timer,,,\n", "help,custmer,,,\n");
    house.restart();
    assertThat(house.bean(RuleShelf.class).isFilled()).isFalse();

    house.bean(LastRules.class).restore();

    assertThat(house.bean(RuleShelf.class).problems()).hasSize(1);
    assertThat(answerTo("a", "?")).isEqualTo("help/menu");
  }

  @Test
  void who_went_back_to_earlier_rules_has_them_after_a_restart_too() {
    var good = house.bean(RuleShelf.class).inForce().hash();
    house.rule("20-authorise/permit.csv", "help,not timer,,,\n", "");
    look();
    house.bean(Rollback.class).to(1, good, "api", "nobody can ask for help");
    assertThat(house.bean(RuleShelf.class).inForce().hash()).isEqualTo(good);

    house.restart();
    house.bean(LastRules.class).restore();

    assertThat(house.bean(RuleShelf.class).inForce().hash()).isEqualTo(good);
    look();
    assertThat(house.bean(RuleShelf.class).inForce().hash()).isEqualTo(good);
  }

  @Test
  void who_went_back_on_another_node_has_gone_back_here_until_the_folder_changes() {
    var shelf = house.bean(RuleShelf.class);
    var good = shelf.inForce().hash();
    house.rule("10-classify/words-en.csv", "planning,wish", "plannings,wish");
    look();
    house.bean(OtherNodes.class).runOnce();
    assertThat(shelf.inForce().hash()).isNotEqualTo(good);

    house.bean(RuleChangeRepository.class).add(1, theirs(good, RuleChange.ROLLBACK));
    house.bean(OtherNodes.class).runOnce();
    assertThat(shelf.inForce().hash()).isEqualTo(good);
    look();
    house.bean(OtherNodes.class).runOnce();
    assertThat(shelf.inForce().hash()).isEqualTo(good);

    house.rule("10-classify/words-en.csv", "plannings,wish", "planningz,wish");
    look();
    house.bean(OtherNodes.class).runOnce();
    assertThat(shelf.inForce().hash()).isNotEqualTo(good);
  }

  private RuleChange theirs(String hash, String kind) {
    return new RuleChange(house.now(), "other", hash, kind, "api", null, null, Tried.NOTHING);
  }

  /** Quiet time is two looks: the first sees that something has changed, the second takes it. */
  private void look() {
    house.bean(RuleFolder.class).runOnce();
    house.bean(RuleFolder.class).runOnce();
  }

  private String answerTo(String id, String text) {
    phones.at(NOW);
    phones.writes(TOM, id, NOW, text);
    house.settle();
    return phones.of(TOM).getLast().template();
  }
}
