package travel.opslayer.decision.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which words may stand in a place. */
public sealed interface Words {

  /** The lists that come with the code and the templates. */
  enum Listed implements Words {
    ACTIONS,
    TEMPLATES,
    TIMERS,
    AUDIENCES,
    STATES,
    NAMES
  }

  /** Places with a form instead of a list. */
  enum Free implements Words {
    /** What people write, in any script; it is looked up and never printed into a rule. */
    PHRASE,
    /** May be printed into a rule. */
    TEXT,
    NUMBER,
    /** A whole number from 0. */
    COUNT,
    /** A length of time, or one around a moment of an object. */
    DURATION,
    /** A length of time by itself. */
    LENGTH,
    /** Per cent, with or without the sign. */
    SHARE,
    /** A currency and a sum. */
    MONEY,
    /** Two letters, as ISO 639-1 has them. */
    LANGUAGE
  }

  /** The words of a field of the vocabulary. */
  record OfField(String field) implements Words {}

  /** A list that a schema brings along. */
  record Fixed(List<String> words) implements Words {

    public Fixed {
      words = List.copyOf(words);
    }
  }

  /** As schemas name them: {@code actions}, {@code any text}, {@code field lead_state}. */
  static Optional<Words> named(String name) {
    if (name.startsWith("field ")) {
      return Optional.of(new OfField(name.substring("field ".length()).strip()));
    }
    return switch (name) {
      case "any phrase" -> Optional.of(Free.PHRASE);
      case "any text" -> Optional.of(Free.TEXT);
      case "number" -> Optional.of(Free.NUMBER);
      case "count" -> Optional.of(Free.COUNT);
      case "duration" -> Optional.of(Free.DURATION);
      case "length" -> Optional.of(Free.LENGTH);
      case "share" -> Optional.of(Free.SHARE);
      case "sum" -> Optional.of(Free.MONEY);
      case "language" -> Optional.of(Free.LANGUAGE);
      default ->
          Stream.of(Listed.values())
              .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name))
              .map(Words.class::cast)
              .findFirst();
    };
  }
}
