package travel.opslayer.decision.rows;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Unknown;

/** Whether a condition holds, by reading it: what Drools does by compiling it. */
public final class Holds {

  private Holds() {}

  /** What is unknown is not in {@code values}; on it only {@link Unknown} holds. */
  public static boolean of(Condition condition, Map<String, Object> values) {
    return switch (condition) {
      case Compare it -> compare(it, values.get(it.field()));
      case OneOf(var field, var wanted) -> isIn(values.get(field), wanted);
      case NoneOf(var field, var wanted) ->
          values.containsKey(field) && !isIn(values.get(field), wanted);
      case Known(var field) -> values.containsKey(field);
      case Unknown(var field) -> !values.containsKey(field);
      case All(var parts) -> {
        for (var it : parts) {
          if (!of(it, values)) {
            yield false;
          }
        }
        yield true;
      }
      case Any(var parts) -> {
        for (var it : parts) {
          if (of(it, values)) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  private static boolean isIn(@Nullable Object value, Iterable<Object> wanted) {
    for (var it : wanted) {
      if (it.equals(value)) {
        return true;
      }
    }
    return false;
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
}
