package travel.opslayer.facts.words;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** Makes texts that a reader takes for the same the same to a machine, whatever the script. */
public final class Folding {

  private Folding() {}

  /** Lower case without accents, joiners and shades of skin; one sort of hyphen and apostrophe. */
  public static String fold(String text) {
    var plain = Normalizer.normalize(text, Form.NFKD);
    var folded = new StringBuilder(plain.length());
    plain
        .codePoints()
        .filter(it -> !silent(it))
        .map(Folding::letter)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** Every run of one letter becomes that letter: "holaaa" is "hola". */
  static String squeeze(String word) {
    var squeezed = new StringBuilder(word.length());
    for (var i = 0; i < word.length(); i++) {
      if (i == 0 || word.charAt(i) != word.charAt(i - 1)) {
        squeezed.append(word.charAt(i));
      }
    }
    return squeezed.toString();
  }

  /** Whether some letter stands three times in a row, which no spelling has. */
  static boolean stretched(String word) {
    for (var i = 2; i < word.length(); i++) {
      var letter = word.charAt(i);
      if (letter == word.charAt(i - 1) && letter == word.charAt(i - 2)) {
        return true;
      }
    }
    return false;
  }

  private static boolean silent(int it) {
    return between(it, 0x300, 0x36F) // accents
        || it == 0x93C // nukta
        || between(it, 0x200B, 0x200F) // joiners and directions
        || between(it, 0xFE00, 0xFE0F) // variants of a glyph
        || it == 0x20E3 // the key around a digit
        || it == 0xAD // soft hyphen
        || it == 0x2060
        || between(it, 0x1F3FB, 0x1F3FF); // shades of skin
  }

  private static int letter(int it) {
    if (it < 0x80) {
      return it == '`' ? '\'' : Character.toLowerCase(it);
    }
    return switch (it) {
      case 0x901 -> 0x902; // chandrabindu is often typed as anusvara
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212 -> '-';
      case 0x2018, 0x2019, 0x2BC -> '\'';
      case 0x2044 -> '/';
      default -> Character.toLowerCase(it);
    };
  }

  private static boolean between(int it, int from, int to) {
    return it >= from && it <= to;
  }
}
