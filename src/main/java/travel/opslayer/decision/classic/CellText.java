package travel.opslayer.decision.classic;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Operator;
import travel.opslayer.decision.language.Condition.Unknown;
import travel.opslayer.decision.schema.Column.Asked;

/** Writes what is asked of one field into a cell of ours, where a cell can ask exactly that. */
final class CellText {

  private CellText() {}

  static Optional<String> of(Asked column, List<Condition> conditions) {
    return switch (column.compare()) {
      case YES_NO -> only(conditions).flatMap(CellText::yesOrNo);
      case KNOWN -> only(conditions).flatMap(CellText::known);
      case IN ->
          only(conditions)
              .flatMap(CellText::words)
              .or(() -> others(conditions))
              .or(() -> range(conditions));
      case RANGE -> only(conditions).flatMap(CellText::words).or(() -> range(conditions));
      case DATE, DURATION, MONEY -> Optional.empty();
    };
  }

  private static Optional<Condition> only(List<Condition> conditions) {
    return conditions.size() == 1 ? Optional.of(conditions.getFirst()) : Optional.empty();
  }

  private static Optional<String> yesOrNo(Condition condition) {
    return condition instanceof Compare(var _, var operator, Boolean value)
            && operator == Operator.EQUAL
        ? Optional.of(value ? "yes" : "no")
        : Optional.empty();
  }

  private static Optional<String> known(Condition condition) {
    return switch (condition) {
      case Known _ -> Optional.of("yes");
      case Unknown _ -> Optional.of("no");
      default -> Optional.empty();
    };
  }

  private static Optional<String> words(Condition condition) {
    return switch (condition) {
      case Compare(var _, var operator, var value)
          when operator == Operator.EQUAL && !(value instanceof Boolean) ->
          Optional.of(value.toString());
      case OneOf(var _, var values) -> list(values);
      default -> Optional.empty();
    };
  }

  /** In a list, a comma or a stroke would begin another word. */
  private static Optional<String> list(List<Object> values) {
    return values.stream()
            .anyMatch(it -> it instanceof Boolean || it.toString().matches(".*[,/].*"))
        ? Optional.empty()
        : Optional.of(values.stream().map(Object::toString).collect(joining(", ")));
  }

  /** 'not' in a cell holds for what is known only, so the classic row must say that it is. */
  private static Optional<String> others(List<Condition> conditions) {
    if (conditions.size() != 2 || conditions.stream().noneMatch(Known.class::isInstance)) {
      return Optional.empty();
    }
    for (var it : conditions) {
      if (it instanceof Any(var parts)
          && parts.size() == 2
          && parts.getFirst() instanceof Unknown
          && parts.getLast() instanceof Condition other) {
        return switch (other) {
          case Compare(var _, var operator, var value)
              when operator == Operator.NOT_EQUAL && !(value instanceof Boolean) ->
              Optional.of("not " + value);
          case NoneOf(var _, var values) -> list(values).map(list -> "not " + list);
          default -> Optional.empty();
        };
      }
    }
    return Optional.empty();
  }

  private static Optional<String> range(List<Condition> conditions) {
    var low = Long.MIN_VALUE;
    var high = Long.MAX_VALUE;
    for (var it : conditions) {
      if (!(it instanceof Compare(var _, var operator, Long value))) {
        return Optional.empty();
      }
      switch (operator) {
        case AT_LEAST -> low = Math.max(low, value);
        case MORE -> low = Math.max(low, value + 1);
        case AT_MOST -> high = Math.min(high, value);
        case LESS -> high = Math.min(high, value - 1);
        case EQUAL, NOT_EQUAL -> {
          return Optional.empty();
        }
      }
    }
    if (low == Long.MIN_VALUE) {
      return Optional.of("<= " + high);
    }
    if (high == Long.MAX_VALUE) {
      return Optional.of(">= " + low);
    }
    return low > high ? Optional.empty() : Optional.of(low + " to " + high);
  }
}
