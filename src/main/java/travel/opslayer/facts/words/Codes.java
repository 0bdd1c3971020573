package travel.opslayer.facts.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the public codes that people type, in any letter case, with or without the hyphen: LD-301,
 * Q-118, BK-2041, WL-9, INC-77, AP-31, RF-12, MD-7, TRP123 and departures such as EBC-0315.
 */
public final class Codes {

  /**
   * Q and AP need their number right behind them: "plan q 3" is no quote, and "ap 2 log" is Hindi.
   * A departure is a product and the month and day of its start.
   */
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(?<tight>q|ap|rf|md)-?(?<count>\\d{1,9})|(?<kind>ld|bk|wl|inc|trp)(?:"
              + " ?- ?| )?(?<number>\\d{1,9})|(?<product>[a-z]{2,6})(?<gap>-|"
              + " )?(?<start>(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])))(?![\\p{L}\\d]|[-/:]\\d)");

  private Codes() {}

  /** The codes in a text, in our spelling and in the order typed. */
  public static List<String> in(String text, Set<String> productCodes) {
    return find(Folding.fold(text), productCodes).stream().map(Found::code).distinct().toList();
  }

  /** One code and where it stands in the folded text. */
  record Found(int start, int end, String code) {}

  /**
   * @param productCodes in lower case; only these may stand apart from the date, as in "ebc 0315"
   */
  static List<Found> find(String folded, Set<String> productCodes) {
    var found = new ArrayList<Found>();
    var matcher = CODE.matcher(folded);
    while (matcher.find()) {
      if (!" ".equals(matcher.group("gap")) || productCodes.contains(matcher.group("product"))) {
        found.add(new Found(matcher.start(), matcher.end(), spelling(matcher)));
      }
    }
    return found;
  }

  private static String spelling(Matcher code) {
    if (code.group("tight") != null) {
      return upper(code.group("tight")) + "-" + code.group("count");
    }
    if (code.group("kind") != null) {
      var kind = upper(code.group("kind"));
      return kind + (kind.equals("TRP") ? "" : "-") + code.group("number");
    }
    return upper(code.group("product")) + "-" + code.group("start");
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
