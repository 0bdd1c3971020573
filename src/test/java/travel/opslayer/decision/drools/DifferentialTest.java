package travel.opslayer.decision.drools;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.drools.Verbs.Said;
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.rows.RowBook;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Situation;

/**
 * The network that is built, the plain loop over the rows and what Drools compiles of the same
 * rules as text must agree, whatever is known and what is not.
 */
class DifferentialTest {

  private static final Random RANDOM = new Random(42);

  @Test
  void drools_fires_exactly_the_rules_whose_conditions_hold() {
    var rows = new RowBook(new FolderReader().read(Office.files(), Office.TERMS).rules());
    var book = Office.release(Office.files()).book();
    var fired = 0;
    for (var i = 0; i < 3_000; i++) {
      var situation = situation();
      for (var phase : Phase.values()) {
        var expected = rows.ask(phase, situation);
        assertThat(book.ask(phase, situation)).as("%s", situation.values()).isEqualTo(expected);
        fired += expected.size();
      }
    }
    assertThat(fired).isGreaterThan(3_000);
  }

  @Test
  void what_is_built_says_what_drools_makes_of_the_same_rules_as_text() {
    var rules = new FolderReader().read(Office.files(), Office.TERMS).rules();
    var book = Office.release(Office.files()).book();
    var type = new SituationType(Office.VOCABULARY);
    var spoken = 0;
    for (var phase : Phase.values()) {
      var ofPhase = rules.stream().filter(it -> it.phase() == phase).toList();
      var compiled = RuleCompiler.compile(RulePrinter.print(ofPhase), type.loader());
      var firstOnly =
          ofPhase.stream()
              .filter(it -> it.policy() == HitPolicy.FIRST)
              .map(Rule::name)
              .collect(toSet());
      for (var i = 0; i < 1_000; i++) {
        var situation = situation();
        var said = Verbs.said(compiled, type.instance(situation));
        var hits = book.ask(phase, situation);
        // Of tables where one row counts, Drools fires all that fit: the book picks the uppermost.
        assertThat(hits)
            .as("%s", situation.values())
            .allMatch(it -> said.contains(new Said(it.rule(), it.verdict())));
        assertThat(hits.stream().filter(it -> !firstOnly.contains(it.rule())))
            .as("%s", situation.values())
            .hasSize((int) said.stream().filter(it -> !firstOnly.contains(it.rule())).count());
        spoken += said.size();
      }
    }
    assertThat(spoken).isGreaterThan(3_000);
  }

  private static Situation situation() {
    var values = new HashMap<String, Object>();
    for (var it : Office.VOCABULARY.fields()) {
      if (RANDOM.nextInt(3) > 0) {
        values.put(it.name(), value(it));
      }
    }
    return new Situation(values);
  }

  private static Object value(Field field) {
    return switch (field.type()) {
      case NUMBER -> (long) RANDOM.nextInt(12);
      case YES_NO -> RANDOM.nextBoolean();
      case TEXT -> {
        var words =
            switch (field.name()) {
              case "sender_language" -> List.of("es", "en");
              case "product_code" -> List.of("EBC", "ABC");
              case "timer_name" -> Office.TERMS.timers();
              case "message_kind" -> List.of("text", "image");
              case "departure_state" -> List.of("full", "free");
              default -> field.words().isEmpty() ? Office.TERMS.actions() : field.words();
            };
        yield words.get(RANDOM.nextInt(words.size()));
      }
    };
  }
}
