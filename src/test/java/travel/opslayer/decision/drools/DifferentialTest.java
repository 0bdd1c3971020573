package travel.opslayer.decision.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.drools.gate.DrlGate;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Unknown;
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.tables.Tables;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Situation;

/**
 * A plain loop over the checked rules must agree with Drools, whatever is known and what is not.
 */
class DifferentialTest {

  private static final Random RANDOM = new Random(42);

  @Test
  void drools_fires_exactly_the_rules_whose_conditions_hold() {
    var rules = rules();
    var book = Office.release(Office.files()).book();
    var fired = 0;
    for (var i = 0; i < 3_000; i++) {
      var situation = situation();
      for (var phase : Phase.values()) {
        var expected = expected(rules, phase, situation);
        assertThat(book.ask(phase, situation))
            .as("%s", situation.values())
            .extracting(it -> it.rule())
            .containsExactlyElementsOf(expected);
        fired += expected.size();
      }
    }
    assertThat(fired).isGreaterThan(3_000);
  }

  private static List<Rule> rules() {
    var tables = Tables.read(Office.files(), Office.TERMS);
    var rules = new ArrayList<>(tables.rules());
    for (var it : Office.files()) {
      if (it.name().endsWith(".drl")) {
        rules.addAll(DrlGate.read(it, tables.lexicon(), new ArrayList<>()));
      }
    }
    rules.sort((one, other) -> one.origin().compareTo(other.origin()));
    return rules;
  }

  private static List<String> expected(List<Rule> rules, Phase phase, Situation situation) {
    var names = new ArrayList<String>();
    var closed = new ArrayList<String>();
    for (var it : rules) {
      if (it.phase() == phase
          && it.when().stream().allMatch(one -> holds(one, situation.values()))
          && (it.policy() != HitPolicy.FIRST || !closed.contains(it.table()))) {
        closed.add(it.table());
        it.then().forEach(_ -> names.add(it.name()));
      }
    }
    return names;
  }

  private static boolean holds(Condition condition, Map<String, Object> values) {
    return switch (condition) {
      case Compare it -> compare(it, values.get(it.field()));
      case OneOf(var field, var wanted) ->
          values.get(field) != null && wanted.contains(values.get(field));
      case NoneOf(var field, var wanted) ->
          values.get(field) != null && !wanted.contains(values.get(field));
      case Known(var field) -> values.containsKey(field);
      case Unknown(var field) -> !values.containsKey(field);
      case All(var parts) -> parts.stream().allMatch(it -> holds(it, values));
      case Any(var parts) -> parts.stream().anyMatch(it -> holds(it, values));
    };
  }

  private static boolean compare(Compare it, @Nullable Object value) {
    if (value == null) {
      return false;
    }
    return switch (it.operator()) {
      case EQUAL -> value.equals(it.value());
      case NOT_EQUAL -> !value.equals(it.value());
      case LESS -> (Long) value < (Long) it.value();
      case AT_MOST -> (Long) value <= (Long) it.value();
      case MORE -> (Long) value > (Long) it.value();
      case AT_LEAST -> (Long) value >= (Long) it.value();
    };
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
