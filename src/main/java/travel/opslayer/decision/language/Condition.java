package travel.opslayer.decision.language;

import java.util.List;

/**
 * What a rule asks of the situation. Values are a {@code String}, {@code Long} or {@code Boolean}
 * of the field's type; on an unknown field only {@link Unknown} holds.
 */
public sealed interface Condition {

  /** How a field is compared with one value. */
  enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">=");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  record Compare(String field, Operator operator, Object value) implements Condition {}

  record OneOf(String field, List<Object> values) implements Condition {}

  /** Holds for any other value, not for an unknown one. */
  record NoneOf(String field, List<Object> values) implements Condition {}

  record Known(String field) implements Condition {}

  record Unknown(String field) implements Condition {}

  record All(List<Condition> parts) implements Condition {}

  record Any(List<Condition> parts) implements Condition {}
}
