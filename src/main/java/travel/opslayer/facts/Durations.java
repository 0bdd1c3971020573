package travel.opslayer.facts;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lengths of time as staff write them: 30 s, 5 min, 2 h, 3 days, 1 week. A delay may also count
 * from when the office opens: 15 min after opening.
 */
public final class Durations {

  private static final String AFTER_OPENING = "after opening";

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,4})\\s*(?:(s|sec|secs|seconds?)|(min|mins|minutes?)|(h|hrs?|hours?)|(d|days?)"
              + "|(w|weeks?))");

  private Durations() {}

  public static Optional<Duration> of(String typed) {
    var form = FORM.matcher(typed.strip().toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      return Optional.empty();
    }
    var count = Long.parseLong(form.group(1));
    if (form.group(2) != null) {
      return Optional.of(Duration.ofSeconds(count));
    }
    if (form.group(3) != null) {
      return Optional.of(Duration.ofMinutes(count));
    }
    if (form.group(4) != null) {
      return Optional.of(Duration.ofHours(count));
    }
    return Optional.of(Duration.ofDays(form.group(5) != null ? count : 7 * count));
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
