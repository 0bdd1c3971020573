package travel.opslayer.decision.language;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import travel.opslayer.decision.language.Reading.Bad;
import travel.opslayer.decision.language.Reading.Good;
import travel.opslayer.facts.Durations;

/** Values that have a form instead of a list: numbers, lengths of time, sums, languages. */
final class Forms {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}");
  private static final Pattern SHARE = Pattern.compile("(100|\\d{1,2}(\\.\\d{1,2})?)\\s*%?");
  private static final Pattern MONEY = Pattern.compile("[A-Z]{3} ?\\d[\\d,]{0,11}(\\.\\d{1,2})?");
  private static final Duration YEAR = Duration.ofDays(366);
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private Forms() {}

  static Reading number(String what, String typed) {
    return NUMBER.matcher(typed).matches()
        ? new Good(Long.valueOf(typed))
        : new Bad(
            "%s (%s) is not a whole number.".formatted(what, Lexicon.shorten(typed)),
            "write digits only, such as 12.");
  }

  static Reading count(String what, String typed) {
    return number(what, typed) instanceof Good(Long it) && it < 0
        ? new Bad(
            "%s (%s) is less than nothing.".formatted(what, Lexicon.shorten(typed)),
            "write 0 or more.")
        : number(what, typed);
  }

  static Reading duration(String what, String typed) {
    var length =
        Durations.around(typed).map(it -> it.length().abs()).or(() -> Durations.ofDelay(typed));
    if (length.isPresent() && length.get().compareTo(YEAR) > 0) {
      return new Bad(
          "%s (%s) is longer than a year.".formatted(what, Lexicon.shorten(typed)),
          "write fewer days.");
    }
    return length.isPresent() ? new Good(typed) : noLength(what, typed);
  }

  static Reading length(String what, String typed) {
    return Durations.of(typed).isPresent() ? duration(what, typed) : noLength(what, typed);
  }

  private static Bad noLength(String what, String typed) {
    return new Bad(
        "%s (%s) is not a length of time.".formatted(what, Lexicon.shorten(typed)),
        "write it as 5 min, 2 h or 3 days.");
  }

  static Reading share(String what, String typed) {
    return SHARE.matcher(typed.strip()).matches()
        ? new Good(typed)
        : new Bad(
            "%s (%s) is not a number of per cent.".formatted(what, Lexicon.shorten(typed)),
            "write 0 to 100, such as 20 or 12.5.");
  }

  static Reading money(String what, String typed) {
    return MONEY.matcher(typed.strip()).matches()
        ? new Good(typed)
        : new Bad(
            "%s (%s) is not a sum of money.".formatted(what, Lexicon.shorten(typed)),
            "write the currency first, such as NPR 3,500.");
  }

  static Reading language(String what, String typed) {
    var code = typed.toLowerCase(Locale.ROOT);
    return LANGUAGES.contains(code)
        ? new Good(code)
        : new Bad(
            "%s (%s) is not a language.".formatted(what, Lexicon.shorten(typed)),
            "write its two letters, such as en or es.");
  }
}
