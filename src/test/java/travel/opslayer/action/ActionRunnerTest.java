package travel.opslayer.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Shipped;
import travel.opslayer.conversation.Talk;
import travel.opslayer.database.Database;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Verdict;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.Desk;
import travel.opslayer.facts.Parameters;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.words.Understanding;
import travel.opslayer.tenant.Tenant;

class ActionRunnerTest {

  private final List<String> done = new ArrayList<>();

  private record Noting(String name, List<String> done) implements ActionHandler {

    @Override
    public ActionResult run(ActionCall call) {
      done.add(name + " of tenant " + call.tenant());
      return ActionResult.about("LD-1");
    }
  }

  private final ActionRunner runner =
      new ActionRunner(List.of(new Noting("wave", done), new Noting("bow", done)), List.of());

  private static Decision decision(String wish, Verdict... verdicts) {
    var hits = List.of(verdicts).stream().map(it -> new Hit("rule", "file!1", it)).toList();
    return new Decision(Situation.of(), "release", wish, hits, 1);
  }

  private ActionResult run(Decision decision) {
    return Shipped.bean(Database.class)
        .read(
            7,
            sql ->
                runner.run(
                    new ActionCall(sql, asked(null, null), decision, desk(), it -> decision)));
  }

  private static Desk desk() {
    return new Desk(
        new Tenant(7, "t", "T", ZoneOffset.UTC, "ne"), Talk.at(0), new Parameters(Map.of()));
  }

  private static Asked asked(@Nullable String known, @Nullable String spoken) {
    var words =
        new Understanding(
            List.of(), spoken, null, List.of(), null, null, Set.of(), Set.of(), null, false, false,
            List.of(), 0, 0);
    return new Asked(Talk.turn(Talk.contact(known), Talk.text(0, "hola")), words, "LD-9", false);
  }

  @Test
  void what_is_permitted_is_done() {
    var result = run(decision("wave", new Verdict.Permit("wave")));

    assertThat(result.subject()).isEqualTo("LD-1");
    assertThat(done).containsExactly("wave of tenant 7");
  }

  /** What staff write in a cell for terms can be anything: a turn must not fail of it. */
  @ParameterizedTest
  @CsvSource({"20, 2000, 2", "7.5 %, 750, 2", "100, 10000, 2", "3, 300, 3", "101,, 2", "a lot,, 2"})
  void a_term_that_is_no_number_is_as_if_it_were_not_there(
      String typed, @Nullable Integer share, int quorum) {
    var decision =
        decision("wave", new Verdict.Assign("deposit", typed), new Verdict.Assign("quorum", typed));
    Shipped.bean(Database.class)
        .read(
            7,
            sql -> {
              var call = new ActionCall(sql, asked(null, null), decision, desk(), it -> decision);
              assertThat(call.share("deposit").orElse(null)).isEqualTo(share);
              assertThat(call.quorum()).isEqualTo(quorum);
              return call;
            });
  }

  @Test
  void what_is_refused_is_not_done_and_is_still_about_something() {
    var result = run(decision("wave", new Verdict.Permit("bow")));

    assertThat(result.subject()).isEqualTo("LD-9");
    assertThat(done).isEmpty();
  }

  @Test
  void what_nobody_can_do_is_a_mistake_that_names_it() {
    var decision = decision("fly", new Verdict.Permit("fly"));

    assertThatThrownBy(() -> run(decision)).hasMessageContaining("(fly)");
  }

  @Test
  void what_can_be_done_is_listed_by_the_alphabet_and_each_has_one_hand() {
    assertThat(runner.actions()).containsExactly("bow", "wave");
    assertThatThrownBy(
            () ->
                new ActionRunner(
                    List.of(new Noting("bow", done), new Noting("bow", done)), List.of()))
        .hasMessageContaining("bow");
  }

  @Test
  void the_answer_is_in_the_language_known_else_spoken_else_of_the_house() {
    assertThat(language("es", "en")).isEqualTo("es");
    assertThat(language(null, "en")).isEqualTo("en");
    assertThat(language(null, null)).isEqualTo("ne");
  }

  private static String language(@Nullable String known, @Nullable String spoken) {
    var decision = decision("wave");
    return Shipped.bean(Database.class)
        .read(
            7,
            sql ->
                new ActionCall(sql, asked(known, spoken), decision, desk(), it -> decision)
                    .language());
  }
}
