package travel.opslayer.facts.words;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of months, weekdays and near days that CLDR has for a language, as rows of a table of
 * words.
 *
 * <p>Short names such as "ago", "mar" and "sun" are words of their own too, so they are a sort of
 * their own, and count only where something beside them tells of a date.
 */
final class DateNames {

  static final String MONTH = "month";
  static final String MONTH_SHORT = "month_short";
  static final String WEEKDAY = "weekday";

  private static final int SHORT = 3;

  private DateNames() {}

  static Stream<Phrase> of(String language) {
    var locale = new ULocale(language);
    var rows = new ArrayList<Phrase>();
    months(language, locale, rows);
    weekdays(language, locale, rows);
    nearDays(language, locale, rows);
    return rows.stream().distinct();
  }

  private static void months(String language, ULocale locale, List<Phrase> rows) {
    // Some locales count in another calendar by default; travellers' dates are Gregorian.
    var gregorian = locale.setKeywordValue("calendar", "gregorian");
    var symbols = new DateFormatSymbols(com.ibm.icu.util.Calendar.getInstance(gregorian), locale);
    for (var context : List.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)) {
      for (var width : List.of(DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED)) {
        var names = symbols.getMonths(context, width);
        for (var month = 0; month < 12; month++) {
          add(rows, language, names[month], month(names[month], width), month + 1);
        }
      }
    }
  }

  private static String month(String name, int width) {
    return width == DateFormatSymbols.ABBREVIATED || name.length() <= SHORT ? MONTH_SHORT : MONTH;
  }

  private static void weekdays(String language, ULocale locale, List<Phrase> rows) {
    var names =
        new DateFormatSymbols(locale)
            .getWeekdays(DateFormatSymbols.STANDALONE, DateFormatSymbols.WIDE);
    for (var day = 1; day <= 7; day++) {
      // ICU counts from Sunday = 1, java.time from Monday = 1.
      add(rows, language, names[day], WEEKDAY, day == 1 ? 7 : day - 1);
    }
  }

  private static void nearDays(String language, ULocale locale, List<Phrase> rows) {
    var words = RelativeDateTimeFormatter.getInstance(locale);
    addNear(rows, language, words.format(Direction.THIS, AbsoluteUnit.DAY), "0");
    addNear(rows, language, words.format(Direction.NEXT, AbsoluteUnit.DAY), "1");
    addNear(rows, language, words.format(Direction.NEXT_2, AbsoluteUnit.DAY), "2");
    addNear(rows, language, words.format(Direction.NEXT, AbsoluteUnit.WEEK), "next_week");
    addNear(rows, language, words.format(Direction.NEXT, AbsoluteUnit.MONTH), "next_month");
    addNear(rows, language, words.format(Direction.THIS, AbsoluteUnit.MONTH), "this_month");
  }

  private static void add(
      List<Phrase> rows, String language, String name, String sort, int number) {
    if (!name.isBlank() && !Character.isDigit(name.charAt(0))) {
      rows.add(new Phrase(language, name, sort, Integer.toString(number)));
    }
  }

  private static void addNear(
      List<Phrase> rows, String language, @Nullable String name, String meaning) {
    if (name != null) {
      rows.add(new Phrase(language, name, "when", meaning));
    }
  }
}
