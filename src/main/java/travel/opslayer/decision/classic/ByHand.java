package travel.opslayer.decision.classic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.List;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Unknown;

/** Writes rules by hand as their authors do; what is written was checked word by word. */
final class ByHand {

  private ByHand() {}

  /** A rule with its own name. */
  record Named(String name, String source, ClassicRow row, Call call) {}

  static RuleFile file(String name, List<Named> rules) {
    var text = rules.stream().map(ByHand::rule).collect(joining("\n"));
    return new RuleFile(name, text.getBytes(UTF_8));
  }

  private static String rule(Named rule) {
    return """
    // %s
    rule "%s"
    when
      Situation(%s)
    then
      decision.%s(%s);
    end
    """
        .formatted(
            plain("%s %s".formatted(rule.source(), rule.row().description()).strip()),
            rule.name(),
            rule.row().when().stream().map(ByHand::condition).collect(joining(", ")),
            rule.call().verb().word(),
            rule.call().arguments().stream().map(ByHand::literal).collect(joining(", ")));
  }

  /** For a comment: letters and digits, in one line. */
  static String plain(String text) {
    return text.replaceAll("[^\\p{L}\\p{M}\\p{N} _.:,'+-]+", " ").replaceAll(" +", " ").strip();
  }

  private static String condition(Condition condition) {
    return switch (condition) {
      case Compare(var field, var operator, var value) ->
          "%s %s %s".formatted(field, operator.sign(), literal(value));
      case OneOf(var field, var values) -> "%s in (%s)".formatted(field, list(values));
      case NoneOf(var field, var values) -> "%s not in (%s)".formatted(field, list(values));
      case Known(var field) -> field + " != null";
      case Unknown(var field) -> field + " == null";
      case All(var parts) -> joined(parts, " && ");
      case Any(var parts) -> joined(parts, " || ");
    };
  }

  private static String joined(List<Condition> parts, String sign) {
    return parts.stream().map(ByHand::condition).collect(joining(sign, "(", ")"));
  }

  private static String list(List<Object> values) {
    return values.stream().map(ByHand::literal).collect(joining(", "));
  }

  private static String literal(Object value) {
    return value instanceof String text ? "\"" + text + "\"" : value.toString();
  }
}
