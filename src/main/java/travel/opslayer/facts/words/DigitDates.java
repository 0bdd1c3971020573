package travel.opslayer.facts.words;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.words.Token.Kind;

/** Finds the dates that are all digits: 15/3, 15-03-2027, 15.03.27, 2027-03-15. */
final class DigitDates {

  private static final int CENTURY = 2000;

  private final Bubble bubble;
  private final boolean monthFirst;

  /** Takes each date found; empty where the digits are of a date that does not exist. */
  interface Found {
    void add(Optional<DateWish> date, int from, int to);
  }

  DigitDates(Bubble bubble, boolean monthFirst) {
    this.bubble = bubble;
    this.monthFirst = monthFirst;
  }

  void read(Found found) {
    for (var i = 0; i < bubble.size(); i++) {
      var length = length(i);
      if (length == 5) {
        found.add(three(i), i, i + length);
      } else if (length == 3 && isDayAndMonth(i)) {
        found.add(dayAndMonth(null, value(i), value(i + 2)), i, i + length);
      }
      i += Math.max(0, length - 1);
    }
  }

  /** How many pieces hang together as digits and the same mark between them; 5 at most. */
  private int length(int i) {
    if (!isNumber(i) || isNumber(i - 2) && bubble.at(i - 1).isMark("/-.")) {
      return 0;
    }
    if (!isJoined(i + 1, "/-.")) {
      return 1;
    }
    var mark = bubble.at(i + 1).token().text();
    return isJoined(i + 3, mark) ? 5 : 3;
  }

  private boolean isJoined(int mark, String marks) {
    return bubble.at(mark).isMark(marks)
        && bubble.at(mark).token().glued()
        && isNumber(mark + 1)
        && bubble.at(mark + 1).token().glued();
  }

  private boolean isNumber(int i) {
    return bubble.at(i).token().is(Kind.NUMBER);
  }

  private int value(int i) {
    return bubble.at(i).token().value();
  }

  private int digits(int i) {
    return bubble.at(i).token().text().length();
  }

  private Optional<DateWish> three(int i) {
    if (digits(i) == 4) {
      return DateWish.of(value(i), value(i + 2), value(i + 4));
    }
    return switch (digits(i + 4)) {
      case 2 -> dayAndMonth(CENTURY + value(i + 4), value(i), value(i + 2));
      case 4 -> dayAndMonth(value(i + 4), value(i), value(i + 2));
      default -> Optional.empty();
    };
  }

  /**
   * "3/4" is a date unless of people. "3-4" and "10-12" are rather from here to there, and "3.4" a
   * number; "03-04" and "31-12" are dates.
   */
  private boolean isDayAndMonth(int i) {
    var slash = bubble.at(i + 1).isMark("/");
    var short1 = digits(i) <= 2 && digits(i + 2) <= 2;
    var padded =
        digits(i) == 2
            && digits(i + 2) == 2
            && value(i + 2) <= 12
            && (value(i) < 10 || value(i) > value(i + 2));
    var next = bubble.at(i + 3);
    var other =
        next.has("people")
            || next.has(DateNames.MONTH)
            || next.has(DateNames.MONTH_SHORT)
            || next.is("filler", "unit")
            || next.isMark("%");
    return short1 && (slash || padded) && !other;
  }

  /** The usual order of the place, or the other where only that makes a date. */
  private Optional<DateWish> dayAndMonth(@Nullable Integer year, int first, int second) {
    var usual = monthFirst ? DateWish.of(year, first, second) : DateWish.of(year, second, first);
    return usual.or(
        () -> monthFirst ? DateWish.of(year, second, first) : DateWish.of(year, first, second));
  }
}
