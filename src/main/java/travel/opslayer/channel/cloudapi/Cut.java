package travel.opslayer.channel.cloudapi;

import java.text.BreakIterator;
import java.util.Locale;

/** Makes words fit where the provider counts characters. */
final class Cut {
  private static final String ELLIPSIS = "…";

  private Cut() {}

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** One line without spaces at its ends. */
  static String line(String text) {
    return Json.clean(text).strip().replaceAll("[\\s\\p{Cc}]+", " ");
  }

  /** One line of at most so many characters; what is longer ends in an ellipsis. */
  static String to(int longest, String text) {
    var line = line(text);
    return length(line) <= longest ? line : head(line, longest - 1).stripTrailing() + ELLIPSIS;
  }

  /** Never cuts through what people see as one character, such as a flag. */
  private static String head(String line, int longest) {
    var limit = line.offsetByCodePoints(0, longest);
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(line);
    return line.substring(0, characters.isBoundary(limit) ? limit : characters.preceding(limit));
  }

  /**
   * A value for a placeholder: one line, single spaces, and no invisible characters but the joiners
   * that Devanagari and emoji need.
   */
  static String value(String text) {
    return line(text.replaceAll(
            "[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]", ""))
        .replaceAll("\\p{Z}+", " ")
        .strip();
  }
}
