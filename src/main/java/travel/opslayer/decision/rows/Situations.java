package travel.opslayer.decision.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Unknown;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Situation;

/** Made-up situations of all that some rules can tell apart. */
public final class Situations {

  /** Of four fields three are known. */
  private static final int MOSTLY = 4;

  private static final long FAR = 7;

  private final Map<String, List<Object>> values = new HashMap<>();

  public Situations(List<Field> fields, List<Rule> rules) {
    var named = new HashMap<String, Set<Object>>();
    rules.forEach(rule -> rule.when().forEach(it -> named(it, named)));
    for (var field : fields) {
      var possible = new LinkedHashSet<Object>(field.words());
      possible.addAll(named.getOrDefault(field.name(), Set.of()));
      possible.addAll(others(field));
      values.put(field.name(), new ArrayList<>(possible));
    }
  }

  private static List<Object> others(Field field) {
    return switch (field.type()) {
      case YES_NO -> List.of(true, false);
      case NUMBER -> List.of(0L, 1L, FAR);
      case TEXT -> field.words().isEmpty() ? List.of("x") : List.of();
    };
  }

  private static void named(Condition condition, Map<String, Set<Object>> found) {
    switch (condition) {
      case Compare it -> add(found, it.field(), List.of(it.value()));
      case OneOf it -> add(found, it.field(), it.values());
      case NoneOf it -> add(found, it.field(), it.values());
      case All(var parts) -> parts.forEach(it -> named(it, found));
      case Any(var parts) -> parts.forEach(it -> named(it, found));
      case Known _, Unknown _ -> {}
    }
  }

  private static void add(Map<String, Set<Object>> found, String field, List<Object> more) {
    found.computeIfAbsent(field, _ -> new LinkedHashSet<>()).addAll(more);
  }

  /** Any. */
  public Situation any(RandomGenerator random) {
    return new Situation(some(random));
  }

  /**
   * One that a rule asks for, by chance in all else; no more than nearly, when it asks two things
   * of a field.
   */
  public Situation of(Rule rule, RandomGenerator random) {
    var situation = some(random);
    rule.when().forEach(it -> meet(it, situation, random));
    return new Situation(situation);
  }

  private Map<String, Object> some(RandomGenerator random) {
    var situation = new HashMap<String, Object>();
    values.forEach(
        (field, possible) -> {
          if (random.nextInt(MOSTLY) > 0) {
            situation.put(field, one(possible, random));
          }
        });
    return situation;
  }

  private void meet(Condition condition, Map<String, Object> situation, RandomGenerator random) {
    switch (condition) {
      case Compare it -> met(it, random).ifPresent(value -> situation.put(it.field(), value));
      case OneOf it -> situation.put(it.field(), one(it.values(), random));
      case NoneOf it ->
          other(it.field(), it.values(), random).ifPresent(v -> situation.put(it.field(), v));
      case Known it -> situation.put(it.field(), one(possible(it.field()), random));
      case Unknown it -> situation.remove(it.field());
      case All(var parts) -> parts.forEach(it -> meet(it, situation, random));
      case Any(var parts) -> meet(parts.get(random.nextInt(parts.size())), situation, random);
    }
  }

  private Optional<Object> met(Compare it, RandomGenerator random) {
    return switch (it.operator()) {
      case EQUAL, AT_MOST, AT_LEAST -> Optional.of(it.value());
      case NOT_EQUAL -> other(it.field(), List.of(it.value()), random);
      case LESS -> Optional.of((Long) it.value() - 1);
      case MORE -> Optional.of((Long) it.value() + 1);
    };
  }

  private Optional<Object> other(String field, List<Object> not, RandomGenerator random) {
    var others = possible(field).stream().filter(it -> !not.contains(it)).toList();
    return others.isEmpty() ? Optional.empty() : Optional.of(one(others, random));
  }

  private List<Object> possible(String field) {
    return values.getOrDefault(field, List.of("x"));
  }

  private static Object one(List<Object> possible, RandomGenerator random) {
    return possible.get(random.nextInt(possible.size()));
  }
}
