package travel.opslayer.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a colleague writes about help that comes: which vehicle, who drives, when it is there. Read
 * as a proposal only; whoever wrote it confirms what was understood.
 *
 * @param plate as plates are written, such as BA 3 KHA 1123; null when none is said
 * @param driver null when none is said
 */
public record PlanWords(@Nullable String plate, @Nullable String driver, Instant arrivesAt) {

  /** BA3KHA 1123, BA 2 CHA 4471: zone, lot, kind, number. */
  private static final Pattern PLATE =
      Pattern.compile(
          "\\b([a-z]{2,3})[ -]?(\\d{1,2})[ -]?([a-z]{1,3})[ -]?(\\d{3,4})\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MINUTES =
      Pattern.compile(
          "\\b(\\d{1,3}) ?(?:min|mins|minute|minutes|minutos|minat|minet|m)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HOURS =
      Pattern.compile(
          "\\b(\\d{1,2}) ?(?:h|hr|hrs|hour|hours|hora|horas|ghanta|ghante)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLOCK = Pattern.compile("\\b([01]?\\d|2[0-3])[:.]([0-5]\\d)\\b");

  /** "suresh ko van", "Suresh with the van", "driver Suresh". */
  private static final Pattern DRIVER =
      Pattern.compile(
          "\\b(?:driver|chalak|conductor)\\s+(?<after>\\p{L}{2,20})"
              + "|\\b(?<before>\\p{L}{2,20})(?:'s| ko| ka| ki| with(?: the| his| her)?| con)"
              + " (?:van|gaadi|gadi|car|jeep|bus|vehicle|hiace|coche|camioneta)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Duration LONGEST = Duration.ofHours(18);

  /** Empty when they do not say when help is there. */
  public static Optional<PlanWords> of(String text, Instant now, ZoneId zone) {
    var plate = PLATE.matcher(text);
    var rest = plate.find() ? text.substring(0, plate.start()) + text.substring(plate.end()) : text;
    return arrival(rest, now, zone)
        .map(
            it ->
                new PlanWords(
                    plate.reset().find() ? spelled(plate) : null, driver(text).orElse(null), it));
  }

  private static Optional<Instant> arrival(String text, Instant now, ZoneId zone) {
    var minutes = MINUTES.matcher(text);
    var hours = HOURS.matcher(text);
    var in =
        Duration.ofMinutes(minutes.find() ? Integer.parseInt(minutes.group(1)) : 0)
            .plusHours(hours.find() ? Integer.parseInt(hours.group(1)) : 0);
    if (!in.isZero()) {
      return Optional.of(now.plus(in)).filter(ignored -> in.compareTo(LONGEST) <= 0);
    }
    var clock = CLOCK.matcher(text);
    if (!clock.find()) {
      return Optional.empty();
    }
    var time = LocalTime.of(Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)));
    var at = now.atZone(zone).with(time).toInstant();
    return Optional.of(at).filter(it -> it.isAfter(now));
  }

  private static Optional<String> driver(String text) {
    var found = DRIVER.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    var name = found.group("after") == null ? found.group("before") : found.group("after");
    return Optional.of(
        name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).toLowerCase(Locale.ROOT));
  }

  private static String spelled(Matcher plate) {
    return "%s %s %s %s"
        .formatted(plate.group(1), plate.group(2), plate.group(3), plate.group(4))
        .toUpperCase(Locale.ROOT);
  }

  /** Never the name: this text may reach a log. */
  @Override
  public String toString() {
    return "plan";
  }
}
