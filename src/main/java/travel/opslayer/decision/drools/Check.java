package travel.opslayer.decision.drools;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Unknown;

/** Whether the values of {@link Facts} are as a condition wants them. */
interface Check {

  boolean holds(@Nullable Object[] values);

  /** Made once for a rule, so that no name is looked up when it is asked. */
  static Check of(Condition condition, Fields fields) {
    return switch (condition) {
      case Compare it -> compare(it, fields.place(it.field()));
      case OneOf(var field, var wanted) -> isIn(fields.place(field), Set.copyOf(wanted));
      case NoneOf(var field, var wanted) -> isNotIn(fields.place(field), Set.copyOf(wanted));
      case Known(var field) -> isKnown(fields.place(field));
      case Unknown(var field) -> isUnknown(fields.place(field));
      case All(var parts) -> all(parts.stream().map(it -> of(it, fields)).toList());
      case Any(var parts) -> any(parts.stream().map(it -> of(it, fields)).toList());
    };
  }

  private static Check isKnown(int place) {
    return values -> values[place] != null;
  }

  private static Check isUnknown(int place) {
    return values -> values[place] == null;
  }

  private static Check isIn(int place, Set<Object> wanted) {
    return values -> values[place] != null && wanted.contains(values[place]);
  }

  private static Check isNotIn(int place, Set<Object> wanted) {
    return values -> values[place] != null && !wanted.contains(values[place]);
  }

  private static Check all(List<Check> parts) {
    return values -> parts.stream().allMatch(it -> it.holds(values));
  }

  private static Check any(List<Check> parts) {
    return values -> parts.stream().anyMatch(it -> it.holds(values));
  }

  private static Check compare(Compare it, int place) {
    var wanted = it.value();
    return switch (it.operator()) {
      case EQUAL -> values -> wanted.equals(values[place]);
      case NOT_EQUAL -> values -> values[place] != null && !wanted.equals(values[place]);
      case LESS -> number(place, (Long) wanted, (value, limit) -> value < limit);
      case AT_MOST -> number(place, (Long) wanted, (value, limit) -> value <= limit);
      case MORE -> number(place, (Long) wanted, (value, limit) -> value > limit);
      case AT_LEAST -> number(place, (Long) wanted, (value, limit) -> value >= limit);
    };
  }

  private static Check number(int place, long limit, Order order) {
    return values -> values[place] instanceof Long it && order.of(it, limit);
  }

  /** How two numbers stand to each other. */
  interface Order {
    boolean of(long value, long limit);
  }
}
