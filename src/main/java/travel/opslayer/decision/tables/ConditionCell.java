package travel.opslayer.decision.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Operator;
import travel.opslayer.decision.language.Condition.Unknown;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Reading;
import travel.opslayer.decision.language.Reading.Good;
import travel.opslayer.decision.schema.Column.Asked;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Field.Type;

/** Understands what staff write into a column that asks something. */
final class ConditionCell {

  private static final Set<String> YES = Set.of("yes", "y", "x", "true");
  private static final Set<String> NO = Set.of("no", "n", "false");
  private static final Pattern NOT = Pattern.compile("(?i)not\\s+(.+)");
  private static final Pattern BOUND = Pattern.compile("(<=|>=|<|>|≤|≥)\\s*(\\S+)");
  private static final Pattern SPAN = Pattern.compile("(\\d{1,12})\\s*(?:-|–|to)\\s*(\\d{1,12})");

  private static final Pattern SINGLE = Pattern.compile("-?\\d+|(?i)P-\\S+");

  private final Lexicon lexicon;
  private final Cell cell;
  private final Asked asked;
  private final Field field;

  private ConditionCell(Lexicon lexicon, Cell cell, Asked asked, Field field) {
    this.lexicon = lexicon;
    this.cell = cell;
    this.asked = asked;
    this.field = field;
  }

  /** Empty when the cell is blank and may be, and when a problem was noted. */
  static Optional<Condition> read(Lexicon lexicon, Cell cell, Asked asked) {
    if (cell.isBlank()) {
      if (!asked.blank()) {
        cell.refuseBlank();
      }
      return Optional.empty();
    }
    return lexicon
        .field(asked.field())
        .flatMap(it -> new ConditionCell(lexicon, cell, asked, it).read());
  }

  private Optional<Condition> read() {
    return switch (asked.compare()) {
      case IN -> oneOf();
      case RANGE -> range();
      case YES_NO -> yesOrNo().map(it -> new Compare(field.name(), Operator.EQUAL, it));
      case KNOWN -> yesOrNo().map(it -> it ? new Known(field.name()) : new Unknown(field.name()));
    };
  }

  private Optional<Boolean> yesOrNo() {
    var typed = cell.text().toLowerCase(Locale.ROOT);
    if (YES.contains(typed) || NO.contains(typed)) {
      return Optional.of(YES.contains(typed));
    }
    cell.refuse(
        "%s (%s) is neither yes nor no.".formatted(cell.title(), Lexicon.shorten(cell.text())),
        "write yes or no" + (asked.blank() ? ", or leave it blank for both." : "."));
    return Optional.empty();
  }

  /** A word that has a comma, a stroke or 'not ' in it is tried as it is first. */
  private Optional<Condition> oneOf() {
    if (word(cell.text()) instanceof Good(var value)) {
      return Optional.of(new Compare(field.name(), Operator.EQUAL, value));
    }
    var not = NOT.matcher(cell.text());
    var negated = not.matches();
    var values = values(negated ? not.group(1) : cell.text());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    if (negated) {
      return Optional.of(
          values.size() == 1
              ? new Compare(field.name(), Operator.NOT_EQUAL, values.getFirst())
              : new NoneOf(field.name(), values));
    }
    return Optional.of(
        values.size() == 1
            ? new Compare(field.name(), Operator.EQUAL, values.getFirst())
            : new OneOf(field.name(), values));
  }

  private List<Object> values(String list) {
    var values = new ArrayList<Object>();
    for (var typed : list.split("[,/]", -1)) {
      var value = cell.value(word(typed.strip()));
      if (value.isEmpty()) {
        return List.of();
      }
      if (!values.contains(value.get())) {
        values.add(value.get());
      }
    }
    return values;
  }

  private Reading word(String typed) {
    return field.type() == Type.NUMBER
        ? lexicon.number(cell.title(), typed)
        : lexicon.text(field, asked.words(), cell.title(), typed);
  }

  private Optional<Condition> range() {
    var bound = BOUND.matcher(cell.text());
    if (bound.matches()) {
      return cell.value(lexicon.number(cell.title(), bound.group(2)))
          .map(it -> new Compare(field.name(), operator(bound.group(1)), it));
    }
    var span = SPAN.matcher(cell.text());
    if (span.matches()) {
      return span(Long.parseLong(span.group(1)), Long.parseLong(span.group(2)));
    }
    if (!SINGLE.matcher(cell.text()).matches()) {
      cell.refuse(
          "%s (%s) is neither a number nor a range."
              .formatted(cell.title(), Lexicon.shorten(cell.text())),
          "write 3, 2-5, >= 5 or < 2.");
      return Optional.empty();
    }
    return cell.value(lexicon.number(cell.title(), cell.text()))
        .map(it -> new Compare(field.name(), Operator.EQUAL, it));
  }

  private Optional<Condition> span(long from, long to) {
    if (from > to) {
      cell.refuse(
          "%s (%s) ends before it begins.".formatted(cell.title(), cell.text()),
          "%d-%d?".formatted(to, from));
      return Optional.empty();
    }
    return Optional.of(
        new All(
            List.of(
                new Compare(field.name(), Operator.AT_LEAST, from),
                new Compare(field.name(), Operator.AT_MOST, to))));
  }

  private static Operator operator(String sign) {
    return switch (sign) {
      case "<" -> Operator.LESS;
      case ">" -> Operator.MORE;
      case "<=", "≤" -> Operator.AT_MOST;
      default -> Operator.AT_LEAST;
    };
  }
}
