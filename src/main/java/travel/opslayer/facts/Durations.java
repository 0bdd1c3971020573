package travel.opslayer.facts;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lengths of time as staff write them: 30 s, 5 min, 2 h, 1 h 30 min, 3 days, 1 week. A delay may
 * also count from when the office opens: 15 min after opening.
 */
public final class Durations {

  private static final String AFTER_OPENING = "after opening";

  /** Parts from the largest to the smallest, each once: 1 day, 1 h 30 min. */
  private static final Pattern FORM =
      Pattern.compile(
          part("w|weeks?")
              + part("d|days?")
              + part("h|hrs?|hours?")
              + part("min|mins|minutes?")
              + part("s|secs?|seconds?"));

  private static final List<Duration> UNITS =
      List.of(
          Duration.ofDays(7),
          Duration.ofDays(1),
          Duration.ofHours(1),
          Duration.ofMinutes(1),
          Duration.ofSeconds(1));

  private Durations() {}

  public static Optional<Duration> of(String typed) {
    var form = FORM.matcher(typed.strip().toLowerCase(Locale.ROOT));
    if (!form.matches() || form.group().isEmpty()) {
      return Optional.empty();
    }
    var length = Duration.ZERO;
    for (var i = 0; i < UNITS.size(); i++) {
      var count = form.group(i + 1);
      length = length.plus(UNITS.get(i).multipliedBy(count == null ? 0 : Long.parseLong(count)));
    }
    return Optional.of(length);
  }

  private static String part(String names) {
    return "(?:(\\d{1,4})\\s*(?:%s)(?:\\s*(?=\\d)|$))?".formatted(names);
  }

  /** A length before or after a moment of an object: 1 min after offer_until, at hold_until. */
  public record Around(Duration length, String moment) {}

  private static final Pattern AROUND =
      Pattern.compile("(?:at|(.{1,40}?)\\s+(before|after))\\s+([a-z]+(?:_[a-z]+)+)");

  /** The moment of an object that a delay counts from, if it does. */
  public static Optional<Around> around(String typed) {
    var form = AROUND.matcher(typed.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    var length = form.group(1) == null ? Optional.of(Duration.ZERO) : of(form.group(1));
    return length.map(
        it -> new Around("before".equals(form.group(2)) ? it.negated() : it, form.group(3)));
  }

  /** Does the delay count from when the office opens, if it is closed? */
  public static boolean isAfterOpening(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT).endsWith(AFTER_OPENING);
  }

  /** The length of a delay, whenever it counts from. */
  public static Optional<Duration> ofDelay(String typed) {
    var text = typed.strip();
    return of(
        isAfterOpening(text) ? text.substring(0, text.length() - AFTER_OPENING.length()) : text);
  }
}
