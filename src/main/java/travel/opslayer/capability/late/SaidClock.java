package travel.opslayer.capability.late;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time of day in what somebody typed: "6:30 ma", "10 baje", "7:45".
 *
 * @param exact is it of 24 hours, or of a named half of the day? Else ten may be in the evening
 */
record SaidClock(LocalTime time, boolean exact) {

  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:.,])(\\d{1,2})(?:[:.]([0-5]\\d))?(?![\\d:.]|,\\d)\\s*"
              + "(am|pm|baje|bajey|bajay|bje|o'?clock)?(?![\\p{L}\\d])");

  private static final Pattern NUMBER = Pattern.compile("(?<![\\d:.,])(\\d{1,2})(?![\\d:.,])");

  private static final int NOON = 12;

  /** In the order in which they stand there. */
  static List<SaidClock> in(String words) {
    return TIME.matcher(words.toLowerCase(Locale.ROOT))
        .results()
        .filter(it -> it.group(2) != null || it.group(3) != null)
        .flatMap(it -> of(it.group(1), it.group(2), it.group(3)).stream())
        .toList();
  }

  /** Bare numbers that may be hours, as the ten of "11 baje, not 10". */
  static List<SaidClock> hours(String words) {
    return NUMBER
        .matcher(words)
        .results()
        .flatMap(it -> of(it.group(1), null, null).stream())
        .toList();
  }

  private static List<SaidClock> of(String hours, @Nullable String minutes, @Nullable String half) {
    var hour = Integer.parseInt(hours);
    var minute = minutes == null ? 0 : Integer.parseInt(minutes);
    if ("pm".equals(half) && hour < NOON) {
      hour += NOON;
    } else if ("am".equals(half) && hour == NOON) {
      hour = 0;
    }
    if (hour > 23) {
      return List.of();
    }
    var exact = hour > NOON || hours.startsWith("0") || "am".equals(half) || "pm".equals(half);
    return List.of(new SaidClock(LocalTime.of(hour, minute), exact));
  }

  /**
   * When that was: the last time until this moment that the words can mean, on the day on which
   * they were written.
   *
   * @return null when it had not been yet
   */
  @Nullable Instant until(Instant moment, ZoneId zone) {
    return meant(moment, zone)
        .filter(it -> !it.isAfter(moment))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  /** The first moment of that day that the words can mean. */
  Instant first(Instant moment, ZoneId zone) {
    return meant(moment, zone).findFirst().orElse(moment);
  }

  /** Can the words mean this moment? */
  boolean isAt(Instant moment, ZoneId zone) {
    return meant(moment, zone).anyMatch(moment::equals);
  }

  private Stream<Instant> meant(Instant moment, ZoneId zone) {
    var all = new ArrayList<ZonedDateTime>();
    all.add(moment.atZone(zone).with(time));
    if (!exact && time.getHour() < NOON) {
      all.add(moment.atZone(zone).with(time.plusHours(NOON)));
    }
    return all.stream().map(ZonedDateTime::toInstant);
  }
}
