package travel.opslayer.decision.schema;

import java.util.Optional;
import travel.opslayer.decision.language.Words;

/** One column of a table, as its schema describes it. */
public sealed interface Column {

  String title();

  /** How cells are compared with a field. */
  enum Compare {
    IN,
    RANGE,
    YES_NO,
    KNOWN
  }

  /**
   * Part of the condition.
   *
   * @param blank whether a blank cell means any
   * @param words narrower than the field, if it has no words of its own
   */
  record Asked(String title, String field, Compare compare, boolean blank, Optional<Words> words)
      implements Column {}

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
  record Note(String title) implements Column {}
}
