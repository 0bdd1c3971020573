package travel.opslayer.facts.words;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.temporal.TemporalAdjusters.nextOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.words.Token.Kind;

/** Finds the dates in one bubble: those with a month, those in digits, days alone, near days. */
final class Dates {

  private static final Set<String> SUFFIXES = Set.of("st", "nd", "rd", "th", "o", "er");
  private static final int NEAR = 3;

  private final Bubble bubble;
  private final LocalDate today;
  private final List<DateWish> told = new ArrayList<>();
  private final List<DateWish> near = new ArrayList<>();

  private Dates(Bubble bubble, LocalDate today) {
    this.bubble = bubble;
    this.today = today;
  }

  static SaidDates of(Bubble bubble, Hints hints) {
    var dates = new Dates(bubble, hints.today());
    new DigitDates(bubble, hints.monthFirst()).read(dates::add);
    dates.months();
    dates.days();
    dates.nearDays();
    return new SaidDates(dates.told, dates.near);
  }

  private void add(Optional<DateWish> date, int from, int to) {
    bubble.date(from, to);
    date.map(it -> about(from, to) ? it.about() : it).ifPresent(told::add);
  }

  private boolean about(int from, int to) {
    for (var i = from - NEAR; i < to + NEAR; i++) {
      if (bubble.at(i).is("when", "about") || bubble.at(i).isMark("~")) {
        return true;
      }
    }
    return false;
  }

  private void months() {
    for (var i = 0; i < bubble.size(); i++) {
      if (!bubble.isDated(i) && isMonth(i)) {
        month(i);
      }
    }
  }

  private boolean isMonth(int i) {
    var piece = bubble.at(i);
    if (piece.has(DateNames.MONTH) && piece.distance() == 0) {
      return true;
    }
    return (piece.has(DateNames.MONTH) || piece.has(DateNames.MONTH_SHORT))
        && (dayBefore(i) != null
            || dayAfter(i) != null
            || bubble.filler(i - 1, "in")
            || bubble.filler(i + 1, "in")
            || part(i) != null);
  }

  private void month(int i) {
    var piece = bubble.at(i);
    var cell = piece.has(DateNames.MONTH) ? DateNames.MONTH : DateNames.MONTH_SHORT;
    var month = Numbers.whole(piece.means(cell));
    var before = dayBefore(i);
    var after = before == null ? dayAfter(i) : null;
    var end = after == null ? i + 1 : after.end();
    var year = year(end);
    var from = before == null ? i : before.start();
    var to = year == null ? end : year.end();
    var day = before == null ? after : before;
    var number = number(year);
    var part = part(i);
    if (day == null && part != null) {
      add(DateWish.of(number, month, part).map(DateWish::about), from, to);
    } else {
      add(DateWish.of(number, month, number(day)), from, to);
    }
  }

  /** A number of the calendar and where it stands. */
  private record Spot(int number, int start, int end) {}

  private static @Nullable Integer number(@Nullable Spot spot) {
    return spot == null ? null : spot.number();
  }

  /** "15 march", "15th of march", and the first of "15 to 20 march". */
  private @Nullable Spot dayBefore(int month) {
    var i = month - 1;
    while (bubble.filler(i, "of") || isSuffix(i) || bubble.at(i).isMark(".")) {
      i--;
    }
    var day = day(i, month);
    if (day == null) {
      return null;
    }
    var first = isRange(i - 1) ? day(isSuffix(i - 2) ? i - 3 : i - 2, month) : null;
    return first == null
        ? new Spot(day, i, month)
        : new Spot(first, isSuffix(i - 2) ? i - 3 : i - 2, month);
  }

  /** "march 15th", "march the 15th", and the first of "march 15-20". */
  private @Nullable Spot dayAfter(int month) {
    var i = month + 1;
    while (bubble.filler(i, "the") || bubble.filler(i, "the_day") || bubble.at(i).isMark(".")) {
      i++;
    }
    var day = day(i, month);
    if (day == null || isCount(afterSuffix(i))) {
      return null;
    }
    var end = afterSuffix(i);
    return isRange(end) && day(end + 1, month) != null && !isCount(end + 2)
        ? new Spot(day, i, end + 2)
        : new Spot(day, i, end);
  }

  private @Nullable Spot year(int index) {
    var i = index;
    while (bubble.filler(i, "of") || bubble.at(i).isMark(",'")) {
      i++;
    }
    var token = bubble.at(i).token();
    return token.is(Kind.NUMBER) && token.value() >= 2000 && token.value() < 2100
        ? new Spot(token.value(), i, i + 1)
        : null;
  }

  /** The day that "mid march" or "finales de marzo" comes to. */
  private @Nullable Integer part(int month) {
    var i = bubble.filler(month - 1, "of") ? month - 2 : month - 1;
    var before = partDay(i);
    var after = bubble.filler(month + 1, "of") ? month + 2 : month + 1;
    return before == null ? partDay(after) : before;
  }

  private @Nullable Integer partDay(int i) {
    return switch (bubble.at(i).means("when")) {
      case "start" -> 5;
      case "middle" -> 15;
      case "end" -> 25;
      case null, default -> null;
    };
  }

  private @Nullable Integer day(int i, int month) {
    if (bubble.isDated(i)) {
      return null;
    }
    var piece = bubble.at(i);
    var beside = bubble.at(month);
    var day = Numbers.of(piece, beside);
    if (day == null) {
      day = Numbers.spelled(piece, "ordinal", beside);
    }
    var digits = piece.token().is(Kind.NUMBER);
    return day == null || day < 1 || piece.token().text().length() > 2 && digits ? null : day;
  }

  /** "the 20th", "el 20", "20 tarikh"; never "the 2 of us", "el 20 %" or "the 9 am bus". */
  private void days() {
    for (var i = 0; i < bubble.size(); i++) {
      if (bubble.at(i).token().is(Kind.NUMBER) && !bubble.isDated(i) && isDay(i)) {
        var end = afterSuffix(i);
        var last = isRange(end) && bubble.at(end + 1).token().is(Kind.NUMBER) ? end + 2 : end;
        add(DateWish.of(null, null, bubble.at(i).token().value()), i, last);
      }
    }
  }

  private boolean isDay(int i) {
    var next = afterSuffix(i);
    if (bubble.at(i).token().text().length() > 2 || isCount(next)) {
      return false;
    }
    if (next > i + 1
        || bubble.at(next).is("when", "day_of_month")
        || bubble.filler(next, "on_day")) {
      return true;
    }
    var range = isRange(next) && bubble.at(next + 1).token().is(Kind.NUMBER);
    if (!bubble.isPlain(i) && !range || range && isCount(next + 2)) {
      return false;
    }
    return bubble.filler(i - 1, "the_day")
        || range && (bubble.filler(i - 1, "of") || bubble.filler(i - 1, "from"))
        || bubble.filler(i - 1, "the") && !bubble.at(next).isUnknownWord();
  }

  private void nearDays() {
    for (var i = 0; i < bubble.size(); i++) {
      var weekday = Numbers.whole(bubble.at(i).means(DateNames.WEEKDAY));
      var word = bubble.at(i).means("when");
      var days = Numbers.whole(word);
      if (weekday != null) {
        near.add(DateWish.of(today.with(nextOrSame(DayOfWeek.of(weekday))), false));
      } else if (days != null) {
        near.add(DateWish.of(today.plusDays(days), false));
      } else if (word != null) {
        span(word);
      }
    }
  }

  private void span(String word) {
    switch (word) {
      case "next_week" -> near.add(DateWish.of(today.plusWeeks(1), true));
      case "weekend" -> near.add(DateWish.of(today.with(nextOrSame(SATURDAY)), true));
      case "this_month" -> told.add(month(today));
      case "next_month" -> told.add(month(today.plusMonths(1)));
      default -> {} // a part of a month, read with it
    }
  }

  private static DateWish month(LocalDate in) {
    return new DateWish(in.getYear(), in.getMonthValue(), null, false);
  }

  /** Whether what stands after a number makes it a count, a time or a measure. */
  private boolean isCount(int i) {
    var piece = bubble.at(i);
    return Guess.isCounted(piece)
        || piece.has("relation")
        || bubble.filler(i, "unit")
        || bubble.filler(i, "for_them")
        || piece.token().glued() && (piece.token().text().equals("x") || piece.isMark("%"));
  }

  private boolean isSuffix(int i) {
    return bubble.at(i).token().glued() && SUFFIXES.contains(bubble.at(i).token().text());
  }

  private int afterSuffix(int number) {
    return isSuffix(number + 1) ? number + 2 : number + 1;
  }

  private boolean isRange(int i) {
    return bubble.at(i).isMark("-") || bubble.filler(i, "to");
  }
}
