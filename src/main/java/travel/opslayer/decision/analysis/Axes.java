package travel.opslayer.decision.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Unknown;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.facts.Vocabulary;

/** An axis for each field that a rule asks. */
final class Axes {

  private final List<String> fields = new ArrayList<>();
  private final List<Axis> axes = new ArrayList<>();
  private final Map<Condition, BitSet> fitting = new HashMap<>();

  private Axes(Map<String, Set<Object>> named, Vocabulary vocabulary) {
    for (var field : vocabulary.fields()) {
      var values = named.get(field.name());
      if (values != null) {
        fields.add(field.name());
        axes.add(Axis.of(field, values));
      }
    }
  }

  static Axes of(List<Rule> rules, Vocabulary vocabulary) {
    var named = new LinkedHashMap<String, Set<Object>>();
    rules.forEach(rule -> rule.when().forEach(it -> collect(it, named)));
    return new Axes(named, vocabulary);
  }

  private static void collect(Condition condition, Map<String, Set<Object>> named) {
    switch (condition) {
      case Compare it -> values(it.field(), named).add(it.value());
      case OneOf it -> values(it.field(), named).addAll(it.values());
      case NoneOf it -> values(it.field(), named).addAll(it.values());
      case Known it -> values(it.field(), named);
      case Unknown it -> values(it.field(), named);
      case All(var parts) -> parts.forEach(it -> collect(it, named));
      case Any(var parts) -> parts.forEach(it -> collect(it, named));
    }
  }

  private static Set<Object> values(String field, Map<String, Set<Object>> named) {
    return named.computeIfAbsent(field, ignored -> new HashSet<>());
  }

  int size() {
    return axes.size();
  }

  Axis axis(int position) {
    return axes.get(position);
  }

  String field(int position) {
    return fields.get(position);
  }

  /** Empty when no rule asks for the field. */
  OptionalInt position(String field) {
    var position = fields.indexOf(field);
    return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
  }

  /**
   * Where all conditions hold; empty when they contradict each other.
   *
   * @param conditions on one field each
   */
  Optional<Box> box(List<Condition> conditions) {
    var sets = new ArrayList<BitSet>();
    axes.forEach(it -> sets.add(it.all()));
    for (var condition : conditions) {
      var position = fields.indexOf(Alternatives.fields(condition).iterator().next());
      var axis = axes.get(position);
      var set = fitting.computeIfAbsent(condition, axis::fitting);
      if (sets.get(position) != axis.all()) {
        set = (BitSet) set.clone();
        set.and(sets.get(position));
      }
      if (set.isEmpty()) {
        return Optional.empty();
      }
      sets.set(position, set);
    }
    return Optional.of(new Box(sets));
  }
}
