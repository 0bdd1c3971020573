package travel.opslayer.sale;

import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import travel.opslayer.action.ActionCall;
import travel.opslayer.action.ActionResult;

/**
 * Hides what two sides shall not learn of each other. Too much is better than too little: what is
 * hidden can be asked for in the office, what was seen cannot be taken back.
 */
public final class Masks {

  /** Stands where something was hidden, in every language. */
  static final String HIDDEN = "[•••]";

  public static final String NUMBER = "number";
  public static final String ADDRESS = "address";
  public static final String CARD = "card";

  private static final Pattern MAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+-]+\\s?@\\s?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

  /** Digits of any script, with what people put between them. */
  private static final Pattern DIGITS =
      Pattern.compile("(?<![\\p{L}\\p{Nd}])\\+?\\(?\\p{Nd}(?:[ .\\-()/\\u00a0]{0,3}\\p{Nd})+");

  private static final Pattern DAY =
      Pattern.compile(
          "(?<!\\d)(?:\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./]\\d{2,4})(?!\\d)");

  /**
   * Shorter ones are prices, days and flights; no card is shorter than the longest phone number.
   */
  private static final int SHORTEST_NUMBER = 8;

  private static final int SHORTEST_CARD = 13;
  private static final int LONGEST_CARD = 19;

  private Masks() {}

  /** The words without what the rules name: number, address, card. */
  public static String hide(String words, Collection<String> kinds) {
    var left = kinds.contains(ADDRESS) ? MAIL.matcher(words).replaceAll(HIDDEN) : words;
    return DIGITS.matcher(left).replaceAll(it -> Matcher.quoteReplacement(masked(it, kinds)));
  }

  /** What they wrote, without what the rules hide of it. */
  public static ActionResult said(ActionCall call, ActionResult result) {
    var words = String.join("\n", call.asked().turn().bubbles());
    var kinds = List.of(call.decision().assigned("hide").orElse("").split(",\\s*"));
    var shown = hide(words, kinds);
    return result
        .with("words", shown.isBlank() ? null : shown)
        .with("hidden", shown.equals(words) ? null : "yes");
  }

  private static String masked(MatchResult found, Collection<String> kinds) {
    var text = found.group();
    var digits =
        DAY.matcher(text)
            .replaceAll("")
            .codePoints()
            .filter(Character::isDigit)
            .map(it -> Character.digit(it, 10))
            .toArray();
    var hide =
        kinds.contains(CARD) && isCard(digits)
            || kinds.contains(NUMBER) && digits.length >= SHORTEST_NUMBER && !isCard(digits);
    return hide ? HIDDEN : text;
  }

  /** By its length and its check digit. */
  private static boolean isCard(int[] digits) {
    if (digits.length < SHORTEST_CARD || digits.length > LONGEST_CARD) {
      return false;
    }
    var sum = 0;
    for (var i = 0; i < digits.length; i++) {
      var digit = digits[digits.length - 1 - i] * (i % 2 + 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
  }
}
