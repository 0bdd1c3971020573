package travel.opslayer.facts.words;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the numbers that people type beside codes: 800, 1,450, 12.50. */
public final class Sums {

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\d.,])\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d+(?:\\.\\d{1,2})?");

  private Sums() {}

  /** In the order typed; what belongs to a code, such as AP-51, is none. */
  public static List<BigDecimal> in(String text) {
    var folded = new StringBuilder(Folding.fold(text));
    for (var code : Codes.find(folded.toString(), Set.of())) {
      for (var i = code.start(); i < code.end(); i++) {
        folded.setCharAt(i, ' ');
      }
    }
    return NUMBER
        .matcher(folded)
        .results()
        .map(it -> new BigDecimal(it.group().replace(",", "")))
        .toList();
  }
}
