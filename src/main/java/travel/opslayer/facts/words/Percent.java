package travel.opslayer.facts.words;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a share that people type: 10%, 7,5 %, 10 percent, 10 por ciento. */
final class Percent {

  private static final Pattern SHARE =
      Pattern.compile(
          "(?<![\\p{L}\\d.,])(\\d{1,3}(?:[.,]\\d{1,2})?) ?"
              + "(?:%|percent|per cent|pct|por ciento|pratishat|प्रतिशत)(?![\\p{L}\\d])");

  private Percent() {}

  /** In basis points; the last one that is said, and no more than the whole. */
  static @Nullable Integer in(String folded) {
    var form = SHARE.matcher(folded);
    Integer said = null;
    while (form.find()) {
      var share = new BigDecimal(form.group(1).replace(',', '.')).movePointRight(2).intValue();
      said = share <= 10_000 ? Integer.valueOf(share) : said;
    }
    return said;
  }

  /** The rest of the text, at the same places. */
  static String without(String folded) {
    return SHARE.matcher(folded).replaceAll(it -> " ".repeat(it.group().length()));
  }
}
