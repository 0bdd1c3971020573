package travel.opslayer.decision.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import travel.opslayer.decision.amounts.Amounts;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Operator;
import travel.opslayer.decision.language.Condition.Unknown;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Reading;
import travel.opslayer.decision.language.Reading.Good;
import travel.opslayer.decision.language.Scale;
import travel.opslayer.decision.language.Scale.Plain;
import travel.opslayer.decision.schema.Column.Asked;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Field.Type;

/** Understands what staff write into a column that asks something. */
final class ConditionCell {

  private static final Pattern NOT = Pattern.compile("(?i)not\\s+(.+)");

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
      case IN -> field.type() == Type.NUMBER ? amount(Plain.NUMBER) : oneOf();
      case RANGE -> amount(Plain.NUMBER);
      case DATE, DURATION, MONEY -> asked.scale().flatMap(this::amount);
      case YES_NO -> yesOrNo().map(it -> new Compare(field.name(), Operator.EQUAL, it));
      case KNOWN -> yesOrNo().map(it -> it ? new Known(field.name()) : new Unknown(field.name()));
    };
  }

  private Optional<Boolean> yesOrNo() {
    return cell.value(lexicon.resolved(cell.title(), cell.text(), this::yesOrNo))
        .map(Boolean.class::cast);
  }

  private Reading yesOrNo(String text) {
    return cell.yesOrNo(
        text, "write yes or no" + (asked.blank() ? ", or leave it blank for both." : "."));
  }

  private Optional<Condition> amount(Scale scale) {
    return cell.value(new Amounts(lexicon, field, scale, cell.title()).cell(cell.text()))
        .map(Condition.class::cast);
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
      if (typed.isBlank()) {
        cell.refuse(
            "%s (%s) has a gap in its list.".formatted(cell.title(), Lexicon.shorten(list)),
            "delete the comma too many.");
        return List.of();
      }
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
    var word = WishWords.asWord(field.name(), typed);
    return lexicon.text(field, asked.words(), cell.title(), word);
  }
}
