package travel.opslayer.decision.language;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A length of time as staff write it: 30 s, 5 min, 2 h, 3 days, 1 week. */
public final class Delay {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,4})\\s*(?:(s|sec|secs|seconds?)|(min|mins|minutes?)|(h|hrs?|hours?)|(d|days?)"
              + "|(w|weeks?))");

  private Delay() {}

  public static Optional<Duration> read(String typed) {
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
}
