package travel.opslayer.capability.trip;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import travel.opslayer.conversation.Turn;

/** A time of day in what somebody typed, as in "4:45 ma pugeko". */
final class SaidTime {

  private static final Pattern TIME =
      Pattern.compile("(?<![\\d:.])([01]?\\d|2[0-3])[:.]([0-5]\\d)(?![\\d:.])");

  private SaidTime() {}

  static Optional<LocalTime> in(Turn turn) {
    return turn.bubbles().stream()
        .flatMap(it -> TIME.matcher(it).results())
        .findFirst()
        .map(it -> LocalTime.of(Integer.parseInt(it.group(1)), Integer.parseInt(it.group(2))));
  }

  /** That time on the clocks there, at or before this moment. */
  static Optional<Instant> before(Turn turn, Instant moment, ZoneId zone) {
    return in(turn)
        .map(it -> moment.atZone(zone).with(it))
        .map(it -> it.toInstant().isAfter(moment) ? it.minusDays(1) : it)
        .map(java.time.ZonedDateTime::toInstant);
  }
}
