package travel.opslayer.decision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What rules can give a value to, and what each value may be: any other is refused when the file is
 * saved, for later nobody would notice that the usual one counts.
 */
public record Names(Map<String, Value> values) {

  public static final Names NONE = new Names(Map.of());

  /** What a value may be. */
  public sealed interface Value {

    /** Values with a form instead of a list. */
    enum Form implements Value {
      TEXT,
      /** A length of time: {@code 2 h}. */
      LENGTH,
      /** Per cent from 0 to 100, with or without the sign: {@code 20}, {@code 12.5 %}. */
      SHARE,
      /** A whole number from 0. */
      COUNT,
      /** A currency and a sum: {@code NPR 3,500}. */
      MONEY,
      ACTION,
      ROLE
    }

    /** One of a few words. */
    record OneOf(List<String> words) implements Value {

      public OneOf {
        words = List.copyOf(words);
      }
    }
  }

  public Names {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Names that take any text. */
  public static Names of(String... names) {
    return NONE.with(Value.Form.TEXT, names);
  }

  public Names lengths(String... names) {
    return with(Value.Form.LENGTH, names);
  }

  public Names shares(String... names) {
    return with(Value.Form.SHARE, names);
  }

  public Names counts(String... names) {
    return with(Value.Form.COUNT, names);
  }

  public Names with(Value value, String... names) {
    var all = new LinkedHashMap<>(values);
    Stream.of(names).forEach(it -> all.put(it, value));
    return new Names(all);
  }

  /**
   * Those of both.
   *
   * @throws IllegalStateException when they do not agree on what a name takes
   */
  public Names and(Names more) {
    var all = new LinkedHashMap<>(values);
    more.values.forEach(
        (name, value) -> {
          var other = all.put(name, value);
          if (other != null && !other.equals(value)) {
            throw new IllegalStateException(
                "%s takes %s here and %s there.".formatted(name, other, value));
          }
        });
    return new Names(all);
  }

  /** As they are written. */
  public List<String> words() {
    return List.copyOf(values.keySet());
  }

  /** What may stand for a name; any text for one that is not known. */
  public Value value(String name) {
    return values.getOrDefault(name, Value.Form.TEXT);
  }
}
