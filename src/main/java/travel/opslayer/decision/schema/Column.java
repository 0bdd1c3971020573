package travel.opslayer.decision.schema;

import java.util.Locale;
import java.util.Optional;
import travel.opslayer.decision.language.Case.Part;
import travel.opslayer.decision.language.Scale;
import travel.opslayer.decision.language.Scale.Money;
import travel.opslayer.decision.language.Scale.Plain;
import travel.opslayer.decision.language.Words;
import travel.opslayer.facts.Field;

/** One column of a table, as its schema describes it. */
public sealed interface Column {

  String title();

  /** Whether a table may do without it. */
  default boolean optional() {
    return false;
  }

  /** How cells are compared with a field. */
  enum Compare {
    IN,
    RANGE,
    YES_NO,
    KNOWN,
    DATE,
    DURATION,
    MONEY
  }

  /**
   * Part of the condition.
   *
   * @param blank whether a blank cell means any
   * @param words narrower than the field, if it has no words of its own
   * @param currency the field beside an amount of money that holds its currency; empty otherwise
   */
  record Asked(
      String title,
      String field,
      Compare compare,
      boolean blank,
      Optional<Words> words,
      Optional<String> currency)
      implements Column {

    /** What the values of the field stand for; empty where its type says all. */
    public Optional<Scale> scale() {
      return switch (compare) {
        case DATE -> Optional.of(Plain.DATE);
        case DURATION -> Optional.of(Plain.DURATION);
        case MONEY -> Optional.of(new Money(currency.orElse("")));
        case IN, RANGE, YES_NO, KNOWN -> Optional.empty();
      };
    }
  }

  /**
   * A word for the verb of the table.
   *
   * @param position from 1
   * @param words narrower than what the verb takes
   */
  record Argument(String title, int position, Optional<Words> words) implements Column {}

  /** Part of a table that is no rule: a phrase, a parameter. */
  record Datum(String title, String part, Words words, boolean blank) implements Column {}

  /** The name of the rule; without such a column it is called by file and row. */
  record Named(String title) implements Column {}

  /** For readers only; it may be blank or missing. */
  record Note(String title) implements Column {

    @Override
    public boolean optional() {
      return true;
    }
  }

  /** What an example expects of the rules. Whoever expects nothing in this part needs no column. */
  record Expects(String title, Part part) implements Column {

    @Override
    public boolean optional() {
      return true;
    }
  }

  /** What an example says is known. No schema lists these: any field of the vocabulary is one. */
  record Given(String title, Field field) implements Column {

    /** Called like its field, as people write it: Sender role. */
    public static Given of(Field field) {
      var title = field.name().replace('_', ' ');
      return new Given(title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1), field);
    }

    @Override
    public boolean optional() {
      return true;
    }
  }
}
