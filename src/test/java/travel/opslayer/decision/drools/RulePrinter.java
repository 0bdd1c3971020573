package travel.opslayer.decision.drools;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Collectors;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Operator;
import travel.opslayer.decision.language.Condition.Unknown;
import travel.opslayer.decision.language.Rule;

/** Prints checked rules as DRL, so that Drools can be asked what its own compiler makes of them. */
final class RulePrinter {

  private RulePrinter() {}

  static String print(List<Rule> rules) {
    return """
    package %s
    dialect "mvel"
    global %s %s

    %s\
    """
        .formatted(
            RuleCompiler.PACKAGE,
            Verbs.class.getName(),
            RuleCompiler.DECISION,
            rules.stream().map(RulePrinter::print).collect(joining("\n")));
  }

  private static String print(Rule rule) {
    return """
    rule %s
    @%s(%s)
    when
      Situation(%s)
    then
    %send
    """
        .formatted(
            quote(rule.name()),
            RuleCompiler.SOURCE,
            quote(rule.origin().toString()),
            conditions(rule.when()),
            rule.then().stream().map(RulePrinter::call).collect(Collectors.joining()));
  }

  /**
   * Comparisons with one word stand first: Drools hashes those, so that a table of hundreds of rows
   * costs one look-up and not hundreds of comparisons.
   */
  private static String conditions(List<Condition> conditions) {
    return conditions.stream()
        .sorted(comparingInt(RulePrinter::rank))
        .map(RulePrinter::print)
        .collect(joining(", "));
  }

  private static int rank(Condition condition) {
    return switch (condition) {
      case Compare(var _, var operator, var value) ->
          operator != Operator.EQUAL ? 2 : value instanceof Boolean ? 1 : 0;
      case OneOf _, NoneOf _ -> 3;
      case Known _, Unknown _ -> 2;
      case All _, Any _ -> 4;
    };
  }

  private static String print(Condition condition) {
    return switch (condition) {
      case Compare(var field, var operator, var value) ->
          operator == Operator.NOT_EQUAL
              ? "(%s != null && %s != %s)".formatted(field, field, literal(value))
              : "%s %s %s".formatted(field, operator.sign(), literal(value));
      case OneOf(var field, var values) -> "%s in (%s)".formatted(field, literals(values));
      case NoneOf(var field, var values) ->
          "(%s != null && %s not in (%s))".formatted(field, field, literals(values));
      case Known(var field) -> field + " != null";
      case Unknown(var field) -> field + " == null";
      case All(var parts) -> join(parts, " && ");
      case Any(var parts) -> join(parts, " || ");
    };
  }

  private static String join(List<Condition> parts, String sign) {
    return parts.stream().map(RulePrinter::print).collect(joining(sign, "(", ")"));
  }

  private static String call(Call call) {
    return call.arguments().stream()
        .map(RulePrinter::quote)
        .collect(joining(", ", "  decision." + call.verb().word() + "(", ");\n"));
  }

  private static String literals(List<Object> values) {
    return values.stream().map(RulePrinter::literal).collect(joining(", "));
  }

  private static String literal(Object value) {
    return value instanceof String text ? quote(text) : value.toString();
  }

  /** Everything that comes here was checked; this is the second lock on the same door. */
  private static String quote(String text) {
    if (!text.matches("[^\"\\\\\\p{Cntrl}\\u2028\\u2029]*")) {
      throw new IllegalStateException(
          "A word would end its quotes. Maybe a template or an action"
              + " has a name with a quote or a backslash.");
    }
    return "\"" + text + "\"";
  }
}
