package travel.opslayer.capability.duty;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import travel.opslayer.conversation.Turn;
import travel.opslayer.facts.words.Sums;

/** Numbers that are typed in the field: lengths of time, sums, kilometres, a time of day. */
final class SaidFigures {

  private static final Pattern HOURS =
      Pattern.compile("(\\d{1,2}(?:[.,]\\d{1,2})?)\\s*(?:h|hr|hrs|hour|hours|ghanta|ghante)\\b");
  private static final Pattern MINUTES =
      Pattern.compile("(\\d{1,3})\\s*(?:m|min|mins|minute|minutes|minet|minut)\\b");
  private static final Pattern TIME =
      Pattern.compile("(?<![\\d:.])([01]?\\d|2[0-3])[:.]([0-5]\\d)(?![\\d:.])");

  /** No odometer of ours says less, and no count of guests more. */
  private static final BigDecimal LEAST_KM = BigDecimal.valueOf(1_000);

  private static final BigDecimal MOST_KM = BigDecimal.valueOf(2_000_000);

  private static final int HOUR = 60;

  private SaidFigures() {}

  /** Minutes, of "2 hr" and "1 h 30 min". */
  static Optional<Integer> length(Turn turn) {
    var words = String.join(" ", turn.bubbles()).toLowerCase(Locale.ROOT);
    var hours =
        HOURS
            .matcher(words)
            .results()
            .map(it -> new BigDecimal(it.group(1).replace(',', '.')))
            .map(it -> it.multiply(BigDecimal.valueOf(HOUR)).intValue())
            .findFirst();
    var minutes =
        MINUTES.matcher(words).results().map(it -> Integer.valueOf(it.group(1))).findFirst();
    return hours.isEmpty() && minutes.isEmpty()
        ? Optional.empty()
        : Optional.of(hours.orElse(0) + minutes.orElse(0)).filter(it -> it > 0);
  }

  /** In minor units of a currency with so many digits, the only sum that is typed. */
  static Optional<Long> sum(Turn turn, int digits) {
    var all = sums(turn);
    return all.size() == 1 && all.getFirst().signum() > 0
        ? Optional.of(all.getFirst().movePointRight(digits).longValue())
        : Optional.empty();
  }

  /** The only number that an odometer could say. */
  static Optional<Integer> km(Turn turn) {
    var all =
        sums(turn).stream()
            .filter(it -> it.compareTo(LEAST_KM) >= 0 && it.compareTo(MOST_KM) < 0)
            .toList();
    return all.size() == 1 ? Optional.of(all.getFirst().intValue()) : Optional.empty();
  }

  /** A time on the clocks there, at or before this moment. */
  static Optional<Instant> before(Turn turn, Instant moment, ZoneId zone) {
    return turn.bubbles().stream()
        .flatMap(it -> TIME.matcher(it).results())
        .findFirst()
        .map(it -> LocalTime.of(Integer.parseInt(it.group(1)), Integer.parseInt(it.group(2))))
        .map(it -> moment.atZone(zone).with(it))
        .map(it -> it.toInstant().isAfter(moment) ? it.minusDays(1) : it)
        .map(ZonedDateTime::toInstant);
  }

  private static List<BigDecimal> sums(Turn turn) {
    return turn.bubbles().stream().flatMap(it -> Sums.in(it).stream()).toList();
  }

  /** "1 h 44 min". */
  static String spoken(int minutes) {
    var hours = minutes / HOUR;
    var rest = minutes % HOUR;
    if (hours == 0) {
      return rest + " min";
    }
    return rest == 0 ? hours + " h" : "%d h %d min".formatted(hours, rest);
  }
}
