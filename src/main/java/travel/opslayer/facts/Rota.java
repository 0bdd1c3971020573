package travel.opslayer.facts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is on duty when, as staff write it in {@code rota}. */
public record Rota(List<Shift> shifts) {

  public static final Rota NONE = new Rota(List.of());

  /** Stands behind a role where only those are told who are on duty: {@code operations_on_duty}. */
  private static final String ON_DUTY = "_on_duty";

  public Rota {
    shifts = List.copyOf(shifts);
  }

  /**
   * One row of it.
   *
   * @param role sales, operations, field, manager or one of the company's own
   * @param who the code of a colleague, such as BIKRAM
   * @param from the first day that it counts; null: it always did
   * @param until the last day that it counts; null: it goes on
   */
  public record Shift(
      String role, String who, Hours hours, @Nullable LocalDate from, @Nullable LocalDate until) {

    /** The day of a night shift is the one on which it begins. */
    boolean covers(ZonedDateTime local) {
      var day = local.toLocalDate();
      return counts(day) && hours.beginsOn(day.getDayOfWeek()) && hours.runs(local.toLocalTime())
          || counts(day.minusDays(1))
              && hours.beginsOn(day.getDayOfWeek().minus(1))
              && hours.runsOn(local.toLocalTime());
    }

    private boolean counts(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
  }

  /**
   * Days of the week, and hours that may end on the day after.
   *
   * @param last may be earlier in the week than the first
   * @param ends exclusive; at or before the beginning: on the next day
   */
  public record Hours(DayOfWeek first, DayOfWeek last, LocalTime begins, LocalTime ends) {

    private static final Pattern FORM =
        Pattern.compile(
            "(?i)([a-z]{3,9})(?:\\s*[-–]\\s*([a-z]{3,9}))?\\s+"
                + "((?:[01]\\d|2[0-3]):[0-5]\\d)\\s*[-–]\\s*((?:[01]\\d|2[0-3]):[0-5]\\d|24:00)");

    /** Such as {@code Sun-Fri 09:00-19:00}, {@code Sat 19:00-07:00}. */
    public static Optional<Hours> of(String text) {
      var parts = FORM.matcher(text.strip());
      if (!parts.matches()) {
        return Optional.empty();
      }
      var first = day(parts.group(1));
      var last = parts.group(2) == null ? first : day(parts.group(2));
      if (first.isEmpty() || last.isEmpty()) {
        return Optional.empty();
      }
      var ends =
          parts.group(4).equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(parts.group(4));
      return Optional.of(new Hours(first.get(), last.get(), LocalTime.parse(parts.group(3)), ends));
    }

    private static Optional<DayOfWeek> day(String word) {
      var start = word.toUpperCase(Locale.ROOT);
      return Stream.of(DayOfWeek.values()).filter(it -> it.name().startsWith(start)).findFirst();
    }

    boolean beginsOn(DayOfWeek day) {
      var length = Math.floorMod(last.getValue() - first.getValue(), 7);
      return Math.floorMod(day.getValue() - first.getValue(), 7) <= length;
    }

    /** On the day on which it begins. */
    boolean runs(LocalTime time) {
      return !time.isBefore(begins) && (isOverNight() || time.isBefore(ends));
    }

    /** On the day after. */
    boolean runsOn(LocalTime time) {
      return isOverNight() && time.isBefore(ends);
    }

    private boolean isOverNight() {
      return !ends.isAfter(begins);
    }
  }

  /** The codes of those with this role who are on duty; empty when the rota names nobody. */
  public Set<String> onDuty(String role, Instant at, ZoneId zone) {
    var local = at.atZone(zone);
    return shifts.stream()
        .filter(it -> it.role().equals(role) && it.covers(local))
        .map(Shift::who)
        .collect(Collectors.toSet());
  }

  /** The audience without the words that ask for those on duty. */
  public static String audience(String named) {
    return isOnDuty(named) ? named.substring(0, named.length() - ON_DUTY.length()) : named;
  }

  public static boolean isOnDuty(String audience) {
    return audience.endsWith(ON_DUTY);
  }

  /** The same audience, of whom only those on duty are told. */
  public static String onDutyOf(String audience) {
    return audience + ON_DUTY;
  }
}
