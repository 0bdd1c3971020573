package travel.opslayer.facts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When the office answers, as staff write it: {@code Sun-Fri 09:00-19:00}.
 *
 * @param first day of the week that it is open
 * @param last day of the week that it is open; may be earlier in the week than the first
 */
public record OfficeHours(
    DayOfWeek first, DayOfWeek last, LocalTime opens, LocalTime closes, ZoneId zone) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?i)\\s*([a-z]{3})[a-z]*\\s*-\\s*([a-z]{3})[a-z]*\\s+"
              + "((?:[01]\\d|2[0-3]):[0-5]\\d)\\s*-\\s*((?:[01]\\d|2[0-3]):[0-5]\\d|24:00)\\s*");

  private static final String MIDNIGHT = "24:00";

  public static Optional<OfficeHours> of(String text, ZoneId zone) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var first = day(parts.group(1));
    var last = day(parts.group(2));
    var opens = LocalTime.parse(parts.group(3));
    var closes = parts.group(4).equals(MIDNIGHT) ? LocalTime.MAX : LocalTime.parse(parts.group(4));
    if (first.isEmpty() || last.isEmpty() || !opens.isBefore(closes)) {
      return Optional.empty();
    }
    return Optional.of(new OfficeHours(first.get(), last.get(), opens, closes, zone));
  }

  public static OfficeHours always(ZoneId zone) {
    return new OfficeHours(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, LocalTime.MIN, LocalTime.MAX, zone);
  }

  public boolean isOpen(Instant at) {
    var local = at.atZone(zone);
    var time = local.toLocalTime();
    return works(local.getDayOfWeek()) && !time.isBefore(opens) && time.isBefore(closes);
  }

  /** The next time that it opens, after {@code at}. */
  public Instant opensAfter(Instant at) {
    var day = at.atZone(zone).toLocalDate();
    for (var i = 0; i <= 7; i++) {
      var opening = day.plusDays(i).atTime(opens).atZone(zone);
      if (works(opening.getDayOfWeek()) && opening.toInstant().isAfter(at)) {
        return opening.toInstant();
      }
    }
    throw new IllegalStateException("The office never opens.");
  }

  private boolean works(DayOfWeek day) {
    var length = Math.floorMod(last.getValue() - first.getValue(), 7);
    return Math.floorMod(day.getValue() - first.getValue(), 7) <= length;
  }

  private static Optional<DayOfWeek> day(String word) {
    var start = word.toUpperCase(Locale.ROOT);
    return Stream.of(DayOfWeek.values()).filter(it -> it.name().startsWith(start)).findFirst();
  }
}
