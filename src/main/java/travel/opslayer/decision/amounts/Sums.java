package travel.opslayer.decision.amounts;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.decision.language.Reading;
import travel.opslayer.decision.language.Reading.Bad;
import travel.opslayer.decision.language.Reading.Good;

/** Reads amounts of money as staff write them: USD 1,450 or 1.450,00 €; never without currency. */
final class Sums {

  private static final String FORM = "write it as USD 1,450 or 1450 EUR.";

  /** Signs of one country only; a bare dollar or yen is not. */
  private static final Map<String, String> SIGNS =
      Map.of("€", "EUR", "£", "GBP", "₹", "INR", "US$", "USD", "₩", "KRW", "฿", "THB");

  /** By code; of those that are history, or gold, nobody means one. */
  private static final SortedMap<String, Currency> IN_USE =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
          .map(it -> Optional.ofNullable(Currency.getInstance(Locale.of("", it))))
          .flatMap(Optional::stream)
          .collect(toMap(Currency::getCurrencyCode, it -> it, (one, same) -> one, TreeMap::new));

  private static final String MARK = "(US\\$|\\p{Sc}|\\p{L}{1,12}\\.?)";
  private static final Pattern MARK_FIRST = Pattern.compile(MARK + "\\s*(\\d.*)");
  private static final Pattern MARK_LAST = Pattern.compile("(\\d.*?)\\s*" + MARK);
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[.,' ]\\d{2,3})*[.,' ]\\d{3}");
  private static final Pattern UNSURE = Pattern.compile("\\d{1,3}[.,]\\d{3}");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,12}");

  private Sums() {}

  /** In minor units of its currency, such as cents. */
  record Amount(long minor, String currency) {}

  /** The currency as it is written; empty when there is none. */
  static Optional<String> mark(String typed) {
    var text = typed.strip();
    var first = MARK_FIRST.matcher(text);
    var last = MARK_LAST.matcher(text);
    return first.matches()
        ? Optional.of(first.group(1))
        : last.matches() ? Optional.of(last.group(2)) : Optional.empty();
  }

  /** Good with an {@link Amount}. */
  static Reading read(String what, String typed) {
    var text = typed.strip();
    var mark = mark(text);
    var shown = Lexicon.shorten(typed);
    if (mark.isEmpty()) {
      return text.matches("[\\d.,' ]*\\d[\\d.,' ]*")
          ? new Bad("%s (%s) has no currency.".formatted(what, shown), FORM)
          : new Bad("%s (%s) is not an amount of money.".formatted(what, shown), FORM);
    }
    if (List.of("$", "¥").contains(mark.get())) {
      return new Bad("%s (%s) may be money of several countries.".formatted(what, shown), FORM);
    }
    var code = SIGNS.getOrDefault(mark.get(), mark.get().toUpperCase(Locale.ROOT));
    return currency(code)
        .map(it -> amount(what, shown, number(text, mark.get()), it))
        .orElseGet(() -> new Bad("There is no currency (%s).".formatted(code), nearest(code)));
  }

  private static String number(String text, String mark) {
    return (text.startsWith(mark)
            ? text.substring(mark.length())
            : text.substring(0, text.length() - mark.length()))
        .replaceAll("[\\u00a0\\u202f]", " ")
        .strip();
  }

  private static Optional<Currency> currency(String code) {
    return Optional.ofNullable(IN_USE.get(code));
  }

  private static String nearest(String code) {
    var advice = code.matches("[A-Z]{3}") ? Nearest.advice(code, IN_USE.keySet()) : "";
    return advice.isEmpty() ? FORM : advice;
  }

  private static Reading amount(String what, String shown, String number, Currency currency) {
    var most = currency.getDefaultFractionDigits();
    var cut = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    if (most == 3 && UNSURE.matcher(number).matches()) {
      return new Bad(
          "%s (%s) may be thousands or thousandths.".formatted(what, shown),
          "write %s %s or %s.%s0 %2$s."
              .formatted(
                  digits(number), currency, number.substring(0, cut), number.substring(cut + 1)));
    }
    if (isWhole(number)) {
      return new Good(sum(number, "", currency));
    }
    if (cut > 0 && cut == number.indexOf(number.charAt(cut))) {
      var whole = number.substring(0, cut);
      var fraction = number.substring(cut + 1);
      if (isWhole(whole)
          && DIGITS.matcher(fraction).matches()
          && fraction.replaceAll("0+$", "").length() <= most) {
        return new Good(sum(whole, "." + fraction, currency));
      }
    }
    return new Bad("%s (%s) is not an amount of money.".formatted(what, shown), FORM);
  }

  private static Amount sum(String whole, String fraction, Currency currency) {
    var value = new BigDecimal(digits(whole) + fraction);
    return new Amount(
        value.movePointRight(currency.getDefaultFractionDigits()).longValueExact(),
        currency.getCurrencyCode());
  }

  /** Digits alone, or in groups that one and the same sign keeps apart. */
  private static boolean isWhole(String number) {
    return DIGITS.matcher(digits(number)).matches()
        && (DIGITS.matcher(number).matches()
            || (GROUPED.matcher(number).matches()
                && number.chars().filter(it -> !Character.isDigit(it)).distinct().count() == 1));
  }

  private static String digits(String number) {
    return number.replaceAll("\\D", "");
  }
}
