package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.rows.PastReleases;
import travel.opslayer.decision.rows.RowBook;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Situation;

/** Drools and the plain loop over rows say the same of the rules that ship, whatever is known. */
class TwoEvaluatorsTest {

  private static final int SITUATIONS = 1_000_000;
  private static final int PARTS = 1_000;

  private final List<Rule> rules =
      Shipped.bean(PastReleases.class)
          .of("shipped", Shipped.bean(RuleFolder.class).files())
          .written()
          .rules();
  private final RowBook rows = new RowBook(rules);
  private final Map<Field, List<Object>> values = values();

  @Test
  void they_agree_on_a_million_situations() {
    var fired = new LongAdder();
    IntStream.range(0, PARTS)
        .parallel()
        .forEach(part -> fired.add(part(new SplittableRandom(part))));

    assertThat(fired.sum()).isGreaterThan(SITUATIONS);
  }

  private long part(SplittableRandom random) {
    var book = Shipped.release().book();
    var fired = 0L;
    for (var i = 0; i < SITUATIONS / PARTS; i++) {
      var situation = situation(random);
      for (var phase : Phase.values()) {
        var expected = rows.ask(phase, situation);
        var said = book.ask(phase, situation);
        fired += said.size();
        if (!said.equals(expected)) {
          assertThat(said).as("%s", situation.values()).isEqualTo(expected);
        }
      }
    }
    return fired;
  }

  private Situation situation(SplittableRandom random) {
    var situation = new HashMap<String, Object>();
    values.forEach(
        (field, possible) -> {
          if (random.nextInt(4) > 0) {
            situation.put(field.name(), possible.get(random.nextInt(possible.size())));
          }
        });
    return new Situation(situation);
  }

  /** What rules can tell apart: the words of a field and those that conditions name. */
  private Map<Field, List<Object>> values() {
    var all = new HashMap<Field, List<Object>>();
    for (var field : Shipped.release().vocabulary().fields()) {
      var possible = new LinkedHashSet<Object>(field.words());
      rules.forEach(rule -> rule.when().forEach(it -> named(it, field.name(), possible)));
      possible.addAll(
          switch (field.type()) {
            case YES_NO -> List.of(true, false);
            case NUMBER -> List.of(0L, 1L, 7L);
            case TEXT -> field.words().isEmpty() ? List.of("x") : List.of();
          });
      all.put(field, new ArrayList<>(possible));
    }
    return all;
  }

  private static void named(Condition condition, String field, LinkedHashSet<Object> found) {
    switch (condition) {
      case Compare it when it.field().equals(field) -> found.add(it.value());
      case OneOf it when it.field().equals(field) -> found.addAll(it.values());
      case NoneOf it when it.field().equals(field) -> found.addAll(it.values());
      case All(var parts) -> parts.forEach(it -> named(it, field, found));
      case Any(var parts) -> parts.forEach(it -> named(it, field, found));
      default -> {}
    }
  }
}
