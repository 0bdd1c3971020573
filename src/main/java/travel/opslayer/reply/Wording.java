package travel.opslayer.reply;

import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a language writes a value. */
final class Wording {

  private Wording() {}

  static Object of(Object value, Locale locale) {
    return switch (value) {
      case LocalDate day -> day(day, locale);
      case Span span -> span(span, locale);
      case Money money -> money(money, locale);
      case Moment moment ->
          DateTimeFormatter.ofPattern("H:mm").format(moment.at().atZone(moment.zone()));
      case Place(var country) ->
          new ULocale("", country).getDisplayCountry(ULocale.forLocale(locale));
      case Steps steps ->
          steps.steps().stream().map(it -> step(it, locale)).collect(Collectors.joining(", "));
      default -> value;
    };
  }

  private static String day(LocalDate day, Locale locale) {
    var format = DateIntervalFormat.getInstance("dMMMM", ULocale.forLocale(locale));
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(new DateInterval(millis(day), millis(day)));
  }

  private static String span(Span span, Locale locale) {
    var format = DateIntervalFormat.getInstance("yMMMMd", ULocale.forLocale(locale));
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(new DateInterval(millis(span.from()), millis(span.to())));
  }

  /** With the code of the currency in front: a sign alone is not the same everywhere. */
  private static String money(Money money, Locale locale) {
    var currency = Currency.getInstance(money.currency());
    var digits = currency.getDefaultFractionDigits();
    var format = NumberFormat.getInstance(locale);
    var whole = money.minor() % (long) Math.pow(10, digits) == 0;
    format.setMinimumFractionDigits(whole ? 0 : digits);
    format.setMaximumFractionDigits(digits);
    return money.currency() + ' ' + format.format(money.minor() / Math.pow(10, digits));
  }

  private static String step(Steps.Step step, Locale locale) {
    var days =
        step.to() == Long.MAX_VALUE
            ? step.from() + "+"
            : step.from() == step.to() ? "" + step.from() : step.from() + "–" + step.to();
    var number = NumberFormat.getInstance(locale);
    number.setMaximumFractionDigits(2);
    return "%s: %s %%".formatted(days, number.format(Math.max(0, step.share()) / 100.0));
  }

  private static long millis(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
