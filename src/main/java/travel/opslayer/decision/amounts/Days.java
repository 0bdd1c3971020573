package travel.opslayer.decision.amounts;

import static java.util.stream.Collectors.joining;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.decision.language.Reading;
import travel.opslayer.decision.language.Reading.Bad;
import travel.opslayer.decision.language.Reading.Good;

/** Reads days as staff write them: 2027-03-15, 15.3.2027, 15 Mar 2027. A guess is never made. */
final class Days {

  private static final String FORM = "write it as 2027-03-15 or 15 Mar 2027.";

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final Pattern YEAR_FIRST =
      Pattern.compile("([12]\\d{3})([-/.])(\\d{1,2})\\2(\\d{1,2})");
  private static final Pattern DOTS =
      Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?([12]\\d{3})");
  private static final Pattern STROKES =
      Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2([12]\\d{3})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -]?(\\p{L}{3,9})\\.?,?[ -]([12]\\d{3})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? ([12]\\d{3})");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("\\d{1,2}[-/. ]+(?:\\d{1,2}|\\p{L}{3,9})[-/., ]+'?\\d{2}");
  private static final Pattern NO_YEAR =
      Pattern.compile(
          "\\d{1,2}[-/. ]+\\d{1,2}\\.?|\\d{1,2}[-/. ]*\\p{L}{3,9}|\\p{L}{3,9}[-. ]+\\d{1,2}");

  private Days() {}

  /** Good with a {@link LocalDate}. */
  static Reading read(String what, String typed) {
    var text = typed.strip().toLowerCase(Locale.ROOT);
    if (match(YEAR_FIRST, text) instanceof MatchResult it) {
      return day(typed, it.group(1), it.group(3), it.group(4));
    }
    if (match(DOTS, text) instanceof MatchResult it) {
      return day(typed, it.group(3), it.group(2), it.group(1));
    }
    if (match(STROKES, text) instanceof MatchResult it) {
      return eitherWay(what, typed, it.group(4), it.group(1), it.group(3));
    }
    if (match(DAY_FIRST, text) instanceof MatchResult it) {
      return named(typed, it.group(3), it.group(2), it.group(1));
    }
    if (match(MONTH_FIRST, text) instanceof MatchResult it) {
      return named(typed, it.group(3), it.group(1), it.group(2));
    }
    return noDay(what, typed, text);
  }

  private static @Nullable MatchResult match(Pattern form, String text) {
    var matcher = form.matcher(text);
    return matcher.matches() ? matcher.toMatchResult() : null;
  }

  private static Reading noDay(String what, String typed, String text) {
    var shown = Lexicon.shorten(typed);
    if (SHORT_YEAR.matcher(text).matches()) {
      return new Bad(
          "%s (%s) has a year of two digits.".formatted(what, shown),
          "write all four, as in 15 Mar 2027.");
    }
    return NO_YEAR.matcher(text).matches()
        ? new Bad("%s (%s) has no year.".formatted(what, shown), FORM)
        : new Bad("%s (%s) is not a date.".formatted(what, shown), FORM);
  }

  private static Reading named(String typed, String year, String name, String day) {
    for (var i = 0; i < MONTHS.size(); i++) {
      var month = MONTHS.get(i);
      if (month.equals(name) || month.substring(0, 3).equals(name)) {
        return day(typed, year, String.valueOf(i + 1), day);
      }
    }
    var advice = Nearest.advice(name, MONTHS);
    return new Bad(
        "There is no month (%s).".formatted(Lexicon.shorten(name)),
        advice.isEmpty() ? FORM : advice);
  }

  private static Reading day(String typed, String year, String month, String day) {
    return date(year, month, day)
        .<Reading>map(Good::new)
        .orElseGet(
            () -> new Bad("There is no such day (%s).".formatted(Lexicon.shorten(typed)), FORM));
  }

  /** Half of the world writes the day first, the other half the month. */
  private static Reading eitherWay(
      String what, String typed, String year, String first, String second) {
    var readings = new LinkedHashSet<LocalDate>();
    date(year, second, first).ifPresent(readings::add);
    date(year, first, second).ifPresent(readings::add);
    return switch (readings.size()) {
      case 0 -> day(typed, year, second, first);
      case 1 -> new Good(readings.getFirst());
      default ->
          new Bad(
              "%s (%s) may be two days.".formatted(what, Lexicon.shorten(typed)),
              readings.stream().map(Days::written).collect(joining(" or ", "write ", ".")));
    };
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String written(LocalDate day) {
    var month = MONTHS.get(day.getMonthValue() - 1);
    var name = month.substring(0, 1).toUpperCase(Locale.ROOT) + month.substring(1, 3);
    return "%d %s %d".formatted(day.getDayOfMonth(), name, day.getYear());
  }
}
