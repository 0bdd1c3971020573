package travel.opslayer.facts;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lengths of time as staff write them: {@code 4 s}, {@code 15 min}, {@code 24 h}, {@code 3 d}. */
public final class Durations {

  private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,6})\\s*([a-zA-Z]+)\\s*");

  private Durations() {}

  public static Optional<Duration> of(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var number = Long.parseLong(parts.group(1));
    return switch (parts.group(2).toLowerCase(Locale.ROOT)) {
      case "s", "sec", "second", "seconds" -> Optional.of(Duration.ofSeconds(number));
      case "m", "min", "minute", "minutes" -> Optional.of(Duration.ofMinutes(number));
      case "h", "hour", "hours" -> Optional.of(Duration.ofHours(number));
      case "d", "day", "days" -> Optional.of(Duration.ofDays(number));
      default -> Optional.empty();
    };
  }
}
