package travel.opslayer.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import travel.opslayer.inbox.Event;
import travel.opslayer.inbox.Event.Happening.Heard;
import travel.opslayer.message.Content;

/**
 * Finds a cry for help. It stands in the code and in no table, for it has to be heard when the
 * rules are broken too; tables may add words, and can take none of these away. Too often is better
 * than once too seldom.
 */
public final class Distress {

  /** The action that follows; what our button 🆘 names. */
  public static final String ACTION = "raise_sos";

  private static final String SIGN = "🆘";

  /** In capitals anywhere; small, "vos sos" is Spanish for "you are". */
  private static final Pattern CAPITALS = Pattern.compile("(?<!\\p{L})S[. ]?O[. ]?S(?!\\p{L})");

  private static final Pattern SMALL = Pattern.compile("(?<!\\p{L})s\\.?o\\.?s+(?!\\p{L})");

  /**
   * @param language that it is in; null when it is in none
   * @param alone does it count only where there are few other words?
   */
  private record Cry(Pattern words, @Nullable String language, boolean alone) {}

  private static final List<Cry> CRIES =
      List.of(
          cry("help[ ,!]*(?:me[ ,!]*)?emergency|emergency[ ,!]*help|mayday", "en", false),
          cry("bachao|bachaao|बचाओ", "hi", false),
          cry("bachau|bachaunus|guhar|गुहार|बचाउ", "ne", false),
          cry("socorro|auxilio|emergencia ayuda|ayuda emergencia", "es", false),
          cry("madat|maddat|madad|मदत|मद्दत|मदद", "ne", true),
          cry("emergency", "en", true));

  /** So many other words may stand beside one that counts only alone: "madat!! chito". */
  private static final int FEW = 1;

  private Distress() {}

  /**
   * A cry for help.
   *
   * @param language that it is in; null when nothing tells
   */
  public record Heeded(@Nullable String language) {}

  /** Does this event cry for help? */
  public static boolean isIn(Event event) {
    return event.happening() instanceof Heard(var message) && in(message.content()).isPresent();
  }

  public static Optional<Heeded> in(Content content) {
    return switch (content) {
      case Content.Tap(var ignored, var id, var title) ->
          id.matches(ACTION + "([:@].*)?") || title.contains(SIGN)
              ? Optional.of(new Heeded(null))
              : Optional.empty();
      case Content.Reaction(var ignored, var emoji) ->
          SIGN.equals(emoji) ? Optional.of(new Heeded(null)) : Optional.empty();
      default -> in(content.words());
    };
  }

  private static Optional<Heeded> in(String text) {
    if (text.contains(SIGN) || CAPITALS.matcher(text).find()) {
      return Optional.of(new Heeded(null));
    }
    var small = text.toLowerCase(Locale.ROOT);
    var words = small.split("[^\\p{L}\\p{M}\\p{N}]+");
    var others = List.of(words).stream().filter(it -> !it.isEmpty()).count() - 1;
    if (SMALL.matcher(small).find() && !List.of(words).contains("vos")) {
      return Optional.of(new Heeded(null));
    }
    return CRIES.stream()
        .filter(it -> it.words().matcher(small).find() && (!it.alone() || others <= FEW))
        .filter(it -> !it.alone() || !small.contains("?") && !isPolite(small))
        .findFirst()
        .map(it -> new Heeded(it.language()));
  }

  /** "madat chahiyo" asks what can be done here, as "help" does. */
  private static boolean isPolite(String small) {
    return small.contains("chahiyo") || small.contains("chahiye") || small.contains("चाहि");
  }

  private static Cry cry(String words, @Nullable String language, boolean alone) {
    var whole = "(?<![\\p{L}\\p{M}])(?:" + words + ")(?![\\p{L}\\p{M}])";
    return new Cry(Pattern.compile(whole), language, alone);
  }
}
