package travel.opslayer.decision.amounts;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import travel.opslayer.decision.language.Condition.Operator;

/** Takes apart how staff write from where to where; what the ends are, others know. */
final class Ranges {

  private static final Pattern SIGN = Pattern.compile("(<=|>=|<|>|≤|≥)\\s*(.+)");
  private static final Pattern FIRST =
      Pattern.compile(
          "(?i)(up to|at most|no more than|at least|more than|over|above|after|less than"
              + "|fewer than|under|below|before)\\s+(.+)");
  private static final Pattern SPAN =
      Pattern.compile(
          "(?i)(?:from\\s+|between\\s+)?(.+?)(?:\\s+(?:to|until|and)\\s+|\\s+-\\s+|\\s*[–—]\\s*)(.+)");
  private static final Pattern OPEN = Pattern.compile("(?i)(from|since|until|till)\\s+(.+)");
  private static final Pattern LAST =
      Pattern.compile(
          "(?i)(.+?)(?:\\s*(\\+)|\\s+(or more|or later|or longer|or less|or fewer|or earlier"
              + "|or shorter))");

  private static final Map<String, Operator> OPERATORS =
      Map.ofEntries(
          Map.entry("<", Operator.LESS),
          Map.entry(">", Operator.MORE),
          Map.entry("<=", Operator.AT_MOST),
          Map.entry("≤", Operator.AT_MOST),
          Map.entry(">=", Operator.AT_LEAST),
          Map.entry("≥", Operator.AT_LEAST),
          Map.entry("up to", Operator.AT_MOST),
          Map.entry("at most", Operator.AT_MOST),
          Map.entry("no more than", Operator.AT_MOST),
          Map.entry("until", Operator.AT_MOST),
          Map.entry("till", Operator.AT_MOST),
          Map.entry("at least", Operator.AT_LEAST),
          Map.entry("from", Operator.AT_LEAST),
          Map.entry("since", Operator.AT_LEAST),
          Map.entry("more than", Operator.MORE),
          Map.entry("over", Operator.MORE),
          Map.entry("above", Operator.MORE),
          Map.entry("after", Operator.MORE),
          Map.entry("less than", Operator.LESS),
          Map.entry("fewer than", Operator.LESS),
          Map.entry("under", Operator.LESS),
          Map.entry("below", Operator.LESS),
          Map.entry("before", Operator.LESS));

  private Ranges() {}

  /** Where values may lie. */
  sealed interface Range {}

  /** On one side of an end. */
  record Bound(Operator operator, String end) implements Range {}

  /** From the one to the other, both included. */
  record Span(String from, String to) implements Range {}

  /**
   * @param hasDashes whether a single value may have a dash in it, as 2027-03-15 has
   */
  static Optional<Range> of(String typed, boolean hasDashes) {
    return bound(SIGN, typed)
        .or(() -> bound(FIRST, typed))
        .or(() -> span(SPAN, typed))
        .or(() -> hasDashes ? Optional.empty() : dash(typed))
        .or(() -> bound(OPEN, typed))
        .or(() -> last(typed));
  }

  private static Optional<Range> bound(Pattern form, String typed) {
    var it = form.matcher(typed);
    return it.matches()
        ? Optional.of(new Bound(operator(it.group(1)), it.group(2)))
        : Optional.empty();
  }

  private static Optional<Range> span(Pattern form, String typed) {
    var it = form.matcher(typed);
    return it.matches() ? Optional.of(new Span(it.group(1), it.group(2))) : Optional.empty();
  }

  /** By hand: to look for digits on both sides of any dash takes an expression too long. */
  private static Optional<Range> dash(String typed) {
    var dash = typed.indexOf('-');
    return dash == typed.lastIndexOf('-')
            && hasDigit(typed.substring(0, Math.max(0, dash)))
            && hasDigit(typed.substring(dash + 1))
        ? Optional.of(new Span(typed.substring(0, dash), typed.substring(dash + 1)))
        : Optional.empty();
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static Optional<Range> last(String typed) {
    var it = LAST.matcher(typed);
    if (!it.matches()) {
      return Optional.empty();
    }
    var less = it.group(2) == null && it.group(3).matches("(?i)or (less|fewer|earlier|shorter)");
    return Optional.of(new Bound(less ? Operator.AT_MOST : Operator.AT_LEAST, it.group(1)));
  }

  /** Every sign and word that the patterns let through is in the table. */
  private static Operator operator(String typed) {
    return OPERATORS.getOrDefault(
        typed.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), Operator.EQUAL);
  }
}
