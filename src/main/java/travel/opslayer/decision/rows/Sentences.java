package travel.opslayer.decision.rows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Unknown;

/** Conditions in plain words. */
public final class Sentences {

  private Sentences() {}

  /** Such as: sender_role is sales, operations or manager. */
  public static String of(Condition condition) {
    return switch (condition) {
      case Compare(var field, var operator, var value) ->
          field + " " + sign(operator) + " " + word(value);
      case OneOf(var field, var values) -> field + " is " + list(values, "or");
      case NoneOf(var field, var values) -> field + " is neither " + list(values, "nor");
      case Known(var field) -> field + " is known";
      case Unknown(var field) -> field + " is unknown";
      case All(var parts) -> parts(parts, " and ");
      case Any(var parts) -> parts(parts, " or ");
    };
  }

  /** The field that it is about; empty when it is about several. */
  public static Optional<String> field(Condition condition) {
    return switch (condition) {
      case Compare it -> Optional.of(it.field());
      case OneOf it -> Optional.of(it.field());
      case NoneOf it -> Optional.of(it.field());
      case Known it -> Optional.of(it.field());
      case Unknown it -> Optional.of(it.field());
      case All _, Any _ -> Optional.empty();
    };
  }

  private static String parts(List<Condition> parts, String between) {
    return parts.stream().map(Sentences::of).collect(Collectors.joining(between));
  }

  private static String sign(Condition.Operator operator) {
    return switch (operator) {
      case EQUAL -> "is";
      case NOT_EQUAL -> "is not";
      case LESS -> "is less than";
      case AT_MOST -> "is at most";
      case MORE -> "is more than";
      case AT_LEAST -> "is at least";
    };
  }

  private static String list(List<Object> values, String last) {
    var words = values.stream().map(Sentences::word).toList();
    return words.size() == 1
        ? words.getFirst()
        : String.join(", ", words.subList(0, words.size() - 1))
            + " "
            + last
            + " "
            + words.getLast();
  }

  /** As staff write it. */
  public static String word(Object value) {
    return value instanceof Boolean yes ? (yes ? "yes" : "no") : value.toString();
  }
}
