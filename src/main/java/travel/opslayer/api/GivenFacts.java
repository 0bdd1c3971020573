package travel.opslayer.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.Vocabulary;

/** Facts that somebody made up, to ask the rules about. */
final class GivenFacts {

  private static final double LARGEST = 1L << 53;

  private GivenFacts() {}

  /** A wrong name or value would match no rule, and the answer would lead astray: it is refused. */
  static Situation read(Vocabulary vocabulary, Map<?, ?> given) {
    var fields =
        vocabulary.fields().stream().collect(Collectors.toMap(Field::name, field -> field));
    var values = new LinkedHashMap<String, Object>();
    given.forEach(
        (key, value) -> {
          var name = String.valueOf(key);
          var field = fields.get(name);
          if (field == null) {
            throw unknown(name, vocabulary);
          }
          if (value != null) {
            values.put(name, value(field, value));
          }
        });
    return vocabulary.read(values);
  }

  private static Object value(Field field, Object given) {
    var value =
        switch (field.type()) {
          case TEXT -> given instanceof String ? given : null;
          case NUMBER -> number(given);
          case YES_NO -> given instanceof Boolean ? given : null;
        };
    if (value == null) {
      throw wrong(field, given, "give " + kind(field) + ".");
    }
    if (!field.words().isEmpty() && !field.words().contains(value)) {
      throw wrong(field, given, Nearest.advice(String.valueOf(given), field.words()));
    }
    return value;
  }

  /** JSON knows one kind of number: 2.0 is as good as 2, and 2.5 is none of ours. */
  private static @Nullable Long number(Object given) {
    return given instanceof Number number
            && number.doubleValue() == Math.rint(number.doubleValue())
            && Math.abs(number.doubleValue()) <= LARGEST
        ? Long.valueOf(number.longValue())
        : null;
  }

  private static String kind(Field field) {
    return switch (field.type()) {
      case TEXT -> "a text";
      case NUMBER -> "a whole number";
      case YES_NO -> "true or false";
    };
  }

  private static Refusal unknown(String name, Vocabulary vocabulary) {
    List<String> names = vocabulary.fields().stream().map(Field::name).toList();
    return refused(
        "The field (%s) is unknown.".formatted(Problems.cut(name)), Nearest.advice(name, names));
  }

  private static Refusal wrong(Field field, Object given, String advice) {
    return refused(
        "The field %s cannot be this (%s)."
            .formatted(field.name(), Problems.cut(String.valueOf(given))),
        advice);
  }

  private static Refusal refused(String sentence, String advice) {
    return Refusal.badRequest(advice.isEmpty() ? sentence : sentence + " Maybe " + advice);
  }
}
