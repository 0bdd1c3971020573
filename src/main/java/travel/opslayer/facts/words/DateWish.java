package travel.opslayer.facts.words;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as somebody wished it, with what they left open. There is a month or a day.
 *
 * @param approximate whether they said "about" or "mid"
 */
public record DateWish(
    @Nullable Integer year, @Nullable Integer month, @Nullable Integer day, boolean approximate) {

  /** A leap year: without a year, 29 February may be meant. */
  private static final int ANY_YEAR = 2000;

  private static final int LONGEST_MONTH = 31;

  public DateWish {
    if (month == null && day == null) {
      throw new IllegalArgumentException("A date needs a month or a day. Maybe there is none.");
    }
  }

  /** Empty when there is no such date, as the 31st of April. */
  static Optional<DateWish> of(
      @Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
    var someDay = day == null ? 1 : day;
    var real =
        month == null
            ? someDay >= 1 && someDay <= LONGEST_MONTH
            : month >= 1
                && month <= 12
                && YearMonth.of(year == null ? ANY_YEAR : year, month).isValidDay(someDay);
    return real ? Optional.of(new DateWish(year, month, day, false)) : Optional.empty();
  }

  static DateWish of(LocalDate date, boolean approximate) {
    return new DateWish(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), approximate);
  }

  DateWish about() {
    return new DateWish(year, month, day, true);
  }

  /**
   * The next such date, today included. Of a month without a day it is the first, or today in the
   * month that runs.
   */
  public LocalDate resolve(LocalDate today) {
    if (year != null && month != null) {
      return open(YearMonth.of(year, month), today);
    }
    var candidate = YearMonth.from(today);
    while (!fits(candidate, today)) {
      candidate = candidate.plusMonths(1);
    }
    return open(candidate, today);
  }

  private boolean fits(YearMonth candidate, LocalDate today) {
    return (month == null || candidate.getMonthValue() == month)
        && (year == null || candidate.getYear() >= year)
        && (day == null || (candidate.isValidDay(day) && !candidate.atDay(day).isBefore(today)));
  }

  private LocalDate open(YearMonth in, LocalDate today) {
    if (day != null) {
      return in.atDay(day);
    }
    return in.equals(YearMonth.from(today)) ? today : in.atDay(1);
  }
}
