package travel.opslayer.capability.feedback;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import travel.opslayer.conversation.Turn;

/** Reads a score, and what is written beside it. */
final class SaidScore {

  /** As the choices of our question name it. */
  static final String TAP = "rate_trip:";

  private static final int MOST = 5;
  private static final String STAR = "⭐";

  /** A number from 1 to 5 that begins the message and stands alone: 5, 4/5, 2 - bad food. */
  private static final Pattern FIRST =
      Pattern.compile("\\s*([1-5])(?![\\p{Nd}\\p{L}]|[:.,/-]\\p{Nd}(?<!/5)).*", Pattern.DOTALL);

  /** 4/5, 4 out of 5, 4 stars, wherever it stands. */
  private static final Pattern OF_FIVE =
      Pattern.compile("(?<!\\p{Nd})([1-5])\\s*(/\\s*5(?!\\p{Nd})|out of 5|stars?|estrellas?|⭐)");

  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

  private SaidScore() {}

  /**
   * @param named whether they quote our question: then it may stand anywhere
   */
  static OptionalLong of(Turn turn, boolean named) {
    var tapped = turn.tap().map(it -> it.id()).filter(it -> it.startsWith(TAP));
    if (tapped.isPresent()) {
      return number(tapped.get().substring(TAP.length()).replaceFirst("@.*", ""));
    }
    var text = text(turn);
    if (text == null) {
      return OptionalLong.empty();
    }
    var stars = (text.length() - text.replace(STAR, "").length()) / STAR.length();
    if (stars > 0 && stars <= MOST && text.replace(STAR, "").isBlank()) {
      return OptionalLong.of(stars);
    }
    var first = FIRST.matcher(text);
    if (first.matches()) {
      return number(first.group(1));
    }
    var within = OF_FIVE.matcher(text);
    return named && within.find() ? number(within.group(1)) : OptionalLong.empty();
  }

  /** What they write; null when it is no more than a score. */
  static @Nullable String words(Turn turn) {
    var text = text(turn);
    return text == null || !LETTERS.matcher(text).find() ? null : text;
  }

  private static @Nullable String text(Turn turn) {
    var text = String.join("\n", turn.bubbles()).strip();
    return text.isEmpty() ? null : text;
  }

  private static OptionalLong number(String digit) {
    return digit.matches("[1-5]") ? OptionalLong.of(Long.parseLong(digit)) : OptionalLong.empty();
  }
}
