package travel.opslayer.decision.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Unknown;

/**
 * What a rule asks, as alternatives of which one must hold; each is a list of conditions on one
 * field, which all must hold. A row of a table has one alternative.
 */
final class Alternatives {

  /** Brackets inside brackets can make thousands; nobody would understand what is said of them. */
  private static final int MOST = 64;

  private Alternatives() {}

  /** Empty when there are too many. */
  static Optional<List<List<Condition>>> of(List<Condition> when) {
    return when.isEmpty() ? Optional.of(List.of(List.of())) : all(when);
  }

  private static Optional<List<List<Condition>>> of(Condition condition) {
    if (fields(condition).size() == 1) {
      return Optional.of(List.of(List.of(condition)));
    }
    return switch (condition) {
      case All(var parts) -> all(parts);
      case Any(var parts) -> any(parts);
      case Compare _, OneOf _, NoneOf _, Known _, Unknown _ ->
          throw new IllegalStateException("One field only: " + condition);
    };
  }

  private static Optional<List<List<Condition>>> any(List<Condition> parts) {
    var alternatives = new ArrayList<List<Condition>>();
    for (var part : parts) {
      var more = of(part);
      if (more.isEmpty() || alternatives.size() + more.get().size() > MOST) {
        return Optional.empty();
      }
      alternatives.addAll(more.get());
    }
    return Optional.of(alternatives);
  }

  /** Each with each. */
  private static Optional<List<List<Condition>>> all(List<Condition> parts) {
    List<List<Condition>> alternatives = List.of(List.of());
    for (var part : parts) {
      var more = of(part);
      if (more.isEmpty() || alternatives.size() * more.get().size() > MOST) {
        return Optional.empty();
      }
      alternatives = joined(alternatives, more.get());
    }
    return Optional.of(alternatives);
  }

  private static List<List<Condition>> joined(
      List<List<Condition>> before, List<List<Condition>> more) {
    var joined = new ArrayList<List<Condition>>();
    for (var first : before) {
      for (var second : more) {
        var both = new ArrayList<>(first);
        both.addAll(second);
        joined.add(both);
      }
    }
    return joined;
  }

  /** The fields that a condition asks. */
  static Set<String> fields(Condition condition) {
    return switch (condition) {
      case Compare it -> Set.of(it.field());
      case OneOf it -> Set.of(it.field());
      case NoneOf it -> Set.of(it.field());
      case Known it -> Set.of(it.field());
      case Unknown it -> Set.of(it.field());
      case All(var parts) -> fields(parts);
      case Any(var parts) -> fields(parts);
    };
  }

  private static Set<String> fields(List<Condition> parts) {
    var fields = new LinkedHashSet<String>();
    parts.forEach(it -> fields.addAll(fields(it)));
    return fields;
  }
}
