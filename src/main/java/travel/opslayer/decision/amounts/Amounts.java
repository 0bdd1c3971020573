package travel.opslayer.decision.amounts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import travel.opslayer.decision.amounts.Ranges.Bound;
import travel.opslayer.decision.amounts.Ranges.Range;
import travel.opslayer.decision.amounts.Ranges.Span;
import travel.opslayer.decision.amounts.Sums.Amount;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Operator;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Reading;
import travel.opslayer.decision.language.Reading.Bad;
import travel.opslayer.decision.language.Reading.Good;
import travel.opslayer.decision.language.Scale;
import travel.opslayer.decision.language.Scale.Money;
import travel.opslayer.decision.language.Scale.Plain;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Field.Type;

/**
 * Understands what staff ask of a field that counts something: people, days, lengths of time,
 * money. Single values, ranges, lists, and 'not' before single ones.
 */
public final class Amounts {

  private static final Pattern NOT = Pattern.compile("(?i)not\\s+(.+)");

  /** A list of two numbers, or one with a sign between its thousands: who can tell? */
  private static final Pattern UNSURE = Pattern.compile("(?<!\\d)\\d{1,3}(?:,\\d{3})+(?!\\d)");

  private static final Pattern ANY_SIGN = Pattern.compile("\\s*[,;/]\\s*|\\s+or\\s+");
  private static final Pattern BESIDE_A_BLANK = Pattern.compile("\\s*[;/]\\s*|,\\s+|\\s+or\\s+");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*|\\s+or\\s+");
  private static final Pattern SEMICOLON = Pattern.compile("\\s*;\\s*");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final int LONGEST = 300;

  private static final Pattern PLAIN = Pattern.compile("-?\\d+|(?i)P-\\S+");

  private final Field field;
  private final Scale scale;
  private final String what;
  private final Values values;

  /**
   * @param what the place, as its author calls it
   */
  public Amounts(Lexicon lexicon, Field field, Scale scale, String what) {
    this.field = field;
    this.scale = scale;
    this.what = what;
    this.values = new Values(lexicon, field.type(), scale, what);
  }

  /** Good with the {@link java.time.LocalDate} that is written. */
  public static Reading day(String what, String typed) {
    return Days.read(what, typed);
  }

  /** Good with the {@link Condition} that a cell asks. */
  public Reading cell(String text) {
    var typed = BLANKS.matcher(text.strip()).replaceAll(" ");
    if (typed.length() > LONGEST) {
      return new Bad(
          "%s (%s) is too long.".formatted(what, Lexicon.shorten(typed)),
          "make several rows of it.");
    }
    var alone = value(typed);
    if (alone instanceof Good(var value)) {
      return new Good(compare(Operator.EQUAL, value));
    }
    if (scale == Plain.NUMBER && UNSURE.matcher(typed).find()) {
      return new Bad(
          "%s (%s) may be one number or several.".formatted(what, Lexicon.shorten(typed)),
          "write one without a comma in it, or a blank after the comma.");
    }
    var not = NOT.matcher(typed);
    if (not.matches()) {
      return none(not.group(1));
    }
    var range = Ranges.of(typed, scale == Plain.DATE).map(it -> range(typed, it));
    return range
        .filter(it -> it instanceof Good || parts(typed).size() == 1)
        .orElseGet(() -> list(typed, alone));
  }

  /** Good with the {@link Condition} that a rule by hand asks. */
  public Reading compared(Operator operator, String typed) {
    return switch (value(typed)) {
      case Good(var value) when operator == Operator.NOT_EQUAL && value instanceof Amount ->
          noNot(typed);
      case Good(var value) when isOrder(operator) && value instanceof String -> onlyDays(typed);
      case Good(var value) -> new Good(compare(operator, value));
      case Bad bad -> bad;
    };
  }

  /** Good with a single value, which money is not. */
  public Reading single(String typed) {
    return switch (value(typed)) {
      case Good(Amount _) -> noNot(typed);
      case Reading it -> it;
    };
  }

  private Reading range(String typed, Range range) {
    return switch (range) {
      case Bound(var operator, var end) -> compared(operator, end.strip());
      case Span(var from, var to) -> span(typed, from.strip(), to.strip());
    };
  }

  private Reading span(String typed, String from, String to) {
    var first = value(withMark(from, to));
    var last = value(withMark(to, from));
    if (!(first instanceof Good(var low))) {
      return noRange(typed, first);
    }
    if (!(last instanceof Good(var high))) {
      return noRange(typed, last);
    }
    if (low instanceof String) {
      return onlyDays(typed);
    }
    if (low instanceof Amount a && high instanceof Amount b && !a.currency().equals(b.currency())) {
      return new Bad(
          "%s (%s) has two currencies.".formatted(what, Lexicon.shorten(typed)),
          "write a row for each.");
    }
    if (number(low) > number(high)) {
      return new Bad(
          "%s (%s) ends before it begins.".formatted(what, Lexicon.shorten(typed)),
          (to + from).matches("\\d+")
              ? "%s-%s?".formatted(to, from)
              : "%s to %s?".formatted(to, from));
    }
    var inside = new ArrayList<Condition>();
    if (low instanceof Amount it && scale instanceof Money(var currency)) {
      inside.add(new Compare(currency, Operator.EQUAL, it.currency()));
    }
    inside.add(new Compare(field.name(), Operator.AT_LEAST, number(low)));
    inside.add(new Compare(field.name(), Operator.AT_MOST, number(high)));
    return new Good(new All(inside));
  }

  /** In 'USD 500-900' and '500-900 USD' one currency is meant for both. */
  private String withMark(String end, String other) {
    return scale instanceof Money && Sums.mark(end).isEmpty() && !Lexicon.isParameter(end)
        ? Sums.mark(other).map(it -> it + " " + end).orElse(end)
        : end;
  }

  private Reading list(String typed, Reading alone) {
    var parts = parts(typed);
    if (parts.size() == 1) {
      return noRange(typed, alone);
    }
    var conditions = new ArrayList<Condition>();
    var values = new ArrayList<Object>();
    if (parts.stream().anyMatch(String::isBlank)) {
      return hole(typed);
    }
    for (var part : parts) {
      switch (NOT.matcher(part).matches() ? noNot(typed) : cell(part)) {
        case Bad bad -> {
          return bad;
        }
        case Good(Condition it) -> {
          if (!conditions.contains(it)) {
            conditions.add(it);
          }
          if (it instanceof Compare(var _, var operator, var value) && operator == Operator.EQUAL) {
            values.add(value);
          }
        }
        case Good _ -> throw new IllegalStateException(part);
      }
    }
    if (conditions.size() == 1) {
      return new Good(conditions.getFirst());
    }
    return new Good(
        values.size() >= conditions.size()
            ? new OneOf(field.name(), values.stream().distinct().toList())
            : new Any(conditions));
  }

  private Reading none(String typed) {
    if (scale instanceof Money) {
      return noNot(typed);
    }
    var whole = value(typed);
    var values = new ArrayList<Object>();
    for (var part : whole instanceof Good ? List.of(typed) : parts(typed)) {
      switch (value(part)) {
        case Good(var it) -> values.add(it);
        case Bad bad -> {
          return Ranges.of(part, scale == Plain.DATE).isPresent() ? noNot(typed) : bad;
        }
      }
    }
    return new Good(
        values.size() == 1
            ? new Compare(field.name(), Operator.NOT_EQUAL, values.getFirst())
            : new NoneOf(field.name(), values.stream().distinct().toList()));
  }

  /** A comma stands inside amounts, lengths and days, and a stroke inside days. */
  private List<String> parts(String typed) {
    var separator =
        switch (scale) {
          case Plain.NUMBER -> ANY_SIGN;
          case Plain.DURATION -> BESIDE_A_BLANK;
          case Money _ -> BESIDE_A_BLANK;
          case Plain.DATE -> typed.contains(";") ? SEMICOLON : COMMA;
        };
    return List.of(separator.split(typed, -1));
  }

  private Reading value(String typed) {
    return values.read(typed);
  }

  private Condition compare(Operator operator, Object value) {
    return value instanceof Amount(var minor, var code) && scale instanceof Money(var currency)
        ? new All(
            List.of(
                new Compare(currency, Operator.EQUAL, code),
                new Compare(field.name(), operator, minor)))
        : new Compare(field.name(), operator, value);
  }

  private Reading noRange(String typed, Reading why) {
    return scale == Plain.NUMBER && !PLAIN.matcher(typed).matches()
        ? new Bad(
            "%s (%s) is neither a number nor a range.".formatted(what, Lexicon.shorten(typed)),
            "write 3, 2-5, >= 5 or < 2.")
        : why;
  }

  private Reading hole(String typed) {
    return new Bad(
        "%s (%s) has a gap in its list.".formatted(what, Lexicon.shorten(typed)),
        "delete the comma too many.");
  }

  private Reading noNot(String typed) {
    return new Bad(
        "%s (%s) cannot be a list or follow 'not' here.".formatted(what, Lexicon.shorten(typed)),
        "write from where to where, such as < 2, or a row for each.");
  }

  private Reading onlyDays(String typed) {
    return new Bad(
        "%s (%s) asks from when to when.".formatted(what, Lexicon.shorten(typed)),
        "write single days, for here they are kept as text.");
  }

  private static boolean isOrder(Operator operator) {
    return operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
  }

  private static long number(Object value) {
    return value instanceof Amount it ? it.minor() : (Long) value;
  }

  /** Whether a field of this type can be read like this. */
  public static boolean fits(Scale scale, Type type) {
    return type == Type.NUMBER || (scale == Plain.DATE && type == Type.TEXT);
  }
}
