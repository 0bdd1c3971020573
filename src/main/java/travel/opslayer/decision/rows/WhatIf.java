package travel.opslayer.decision.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Situation;

/** What would be decided if one thing were different. The wish stays what it is. */
public final class WhatIf {

  private final Release release;
  private final List<Rule> rules;

  /**
   * @param rules of the release: a number or a free text is tried where they draw a line
   */
  public WhatIf(Release release, List<Rule> rules) {
    this.release = release;
    this.rules = List.copyOf(rules);
  }

  /**
   * One difference, and what it would lead to.
   *
   * @param from null when it is unknown
   */
  public record Change(Field field, @Nullable Object from, Object to, Decision then) {}

  /** Every single difference that people would notice, lever by lever. */
  public List<Change> of(Decision decision, List<Field> levers) {
    var changes = new ArrayList<Change>();
    var before = What.of(decision);
    for (var lever : levers) {
      var is = decision.situation().values().get(lever.name());
      for (var value : values(lever)) {
        if (!value.equals(is)) {
          var then = release.decide(with(decision.situation(), lever, value));
          if (!What.of(then).equals(before)) {
            changes.add(new Change(lever, is, value, then));
          }
        }
      }
    }
    return List.copyOf(changes);
  }

  private static Situation with(Situation situation, Field field, Object value) {
    var values = new LinkedHashMap<>(situation.values());
    values.put(field.name(), value);
    return new Situation(values);
  }

  private Set<Object> values(Field field) {
    var values = new LinkedHashSet<Object>();
    switch (field.type()) {
      case YES_NO -> values.addAll(List.of(true, false));
      case TEXT -> values.addAll(field.words());
      case NUMBER -> {}
    }
    if (values.isEmpty()) {
      rules.forEach(rule -> rule.when().forEach(it -> named(it, field, values::add)));
    }
    return values;
  }

  /** The values that a condition names, and for a number those beside it. */
  private static void named(Condition condition, Field field, Consumer<Object> found) {
    switch (condition) {
      case Compare it when it.field().equals(field.name()) -> around(it.value(), found);
      case OneOf it when it.field().equals(field.name()) ->
          it.values().forEach(one -> around(one, found));
      case NoneOf it when it.field().equals(field.name()) ->
          it.values().forEach(one -> around(one, found));
      case All(var parts) -> parts.forEach(it -> named(it, field, found));
      case Any(var parts) -> parts.forEach(it -> named(it, field, found));
      default -> {}
    }
  }

  private static void around(Object value, Consumer<Object> found) {
    found.accept(value);
    if (value instanceof Long number) {
      found.accept(number - 1);
      found.accept(number + 1);
    }
  }
}
