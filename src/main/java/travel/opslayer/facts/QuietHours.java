package travel.opslayer.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The part of the night in which nobody has to decide, in their own zone.
 *
 * @param from when it begins
 * @param to when it ends; before {@code from} it is the next morning
 */
public record QuietHours(LocalTime from, LocalTime to) {

  /** As staff write it: 22:00-07:00. */
  public static Optional<QuietHours> of(String typed) {
    var parts = typed.strip().split("\\s*[-–]\\s*");
    try {
      return parts.length == 2
          ? Optional.of(new QuietHours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1])))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** When so much time has passed, the quiet hours left out; rounded down to the minute. */
  public Instant after(Instant start, Duration length, ZoneId zone) {
    var at = start;
    var left = length;
    for (var guard = 0; guard < 1000 && !from.equals(to); guard++) {
      at = awake(at, zone);
      var sleeps = next(at, from, zone);
      var until = Duration.between(at, sleeps);
      if (until.compareTo(left) >= 0) {
        return at.plus(left).truncatedTo(ChronoUnit.MINUTES);
      }
      left = left.minus(until);
      at = sleeps;
    }
    return at.plus(left).truncatedTo(ChronoUnit.MINUTES);
  }

  /** Now, or when the quiet hours that it is in are over. */
  private Instant awake(Instant at, ZoneId zone) {
    var time = at.atZone(zone).toLocalTime();
    var overnight = to.isBefore(from);
    var quiet =
        overnight
            ? !time.isBefore(from) || time.isBefore(to)
            : !time.isBefore(from) && time.isBefore(to);
    return quiet ? next(at, to, zone) : at;
  }

  /** The next time that a clock there shows this. */
  private static Instant next(Instant at, LocalTime time, ZoneId zone) {
    var there = at.atZone(zone);
    var today = there.with(time);
    return (today.isAfter(there) ? today : there.plusDays(1).with(time)).toInstant();
  }
}
