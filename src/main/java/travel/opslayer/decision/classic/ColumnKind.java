package travel.opslayer.decision.classic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a classic table is for, and what its loss would mean. */
enum ColumnKind {
  CONDITION("C", Weight.PART),
  ACTION("A", Weight.PART),
  NAME("N", Weight.WORDS),
  DESCRIPTION("I", Weight.WORDS),
  PRIORITY("P", Weight.ORDER),
  NO_LOOP("U", Weight.ORDER),
  LOCK_ON_ACTIVE("L", Weight.ORDER),
  AUTO_FOCUS("F", Weight.ORDER),
  ACTIVATION_GROUP("X", Weight.ORDER),
  AGENDA_GROUP("G", Weight.ORDER),
  RULEFLOW_GROUP("R", Weight.ORDER),
  METADATA("@", Weight.ORDER),
  ENABLED("B", Weight.TIME),
  DURATION("D", Weight.TIME),
  TIMER("T", Weight.TIME),
  CALENDARS("E", Weight.TIME),
  DATE_EFFECTIVE("V", Weight.TIME),
  DATE_EXPIRES("Z", Weight.TIME);

  private final String letter;
  private final Weight weight;

  ColumnKind(String letter, Weight weight) {
    this.letter = letter;
    this.weight = weight;
  }

  /** What becomes of a row that fills such a column. */
  enum Weight {
    /** It is what the row asks or says. */
    PART,
    /** It is for readers. */
    WORDS,
    /** The row is carried over without it: rules of ours have no order among them. */
    ORDER,
    /** The row is not carried over: without it, it would hold when it did not. */
    TIME
  }

  Weight weight() {
    return weight;
  }

  /** As the first row of a table names it. */
  String word() {
    return name().replace('_', '-');
  }

  /** The classic tool looks at the first letter when it does not know the word. */
  static Optional<ColumnKind> named(String typed) {
    var word = typed.strip().toUpperCase(Locale.ROOT);
    if (word.equals("SALIENCE")) {
      return Optional.of(PRIORITY);
    }
    return Arrays.stream(values())
        .filter(it -> it.word().equals(word))
        .findFirst()
        .or(() -> Arrays.stream(values()).filter(it -> word.startsWith(it.letter)).findFirst());
  }

  static List<String> words() {
    return Arrays.stream(values()).map(ColumnKind::word).toList();
  }
}
