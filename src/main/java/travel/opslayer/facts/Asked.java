package travel.opslayer.facts;

import org.jspecify.annotations.Nullable;
import travel.opslayer.conversation.Turn;
import travel.opslayer.facts.words.Understanding;

/**
 * A turn, read.
 *
 * @param subject the code of the object meant: of the tapped choice, the quoted message, a code in
 *     the words, or the timer; null when none is named
 * @param version of the object when the choice or message was made that names it; null when it is
 *     not named so
 * @param quotesUs does it quote or tap a message of ours?
 */
public record Asked(
    Turn turn,
    Understanding understanding,
    @Nullable String subject,
    @Nullable Long version,
    boolean quotesUs) {

  /** Stands between the code of an object and its version, in choices and messages. */
  public static final String VERSION = "~";

  public Asked(Turn turn, Understanding understanding, @Nullable String subject, boolean quotesUs) {
    this(turn, understanding, subject, null, quotesUs);
  }

  /**
   * The same about an object, as choices and messages name it: {@code Q-118} or {@code Q-118~2}.
   */
  static Asked about(
      Turn turn, Understanding understanding, @Nullable String named, boolean quotesUs) {
    var at = named == null ? -1 : named.indexOf(VERSION);
    return named == null || at < 0
        ? new Asked(turn, understanding, named, null, quotesUs)
        : new Asked(turn, understanding, named.substring(0, at), version(named, at + 1), quotesUs);
  }

  /** Whatever a phone sends: what is no number is no version that there is. */
  private static long version(String named, int from) {
    var digits = named.substring(from);
    return digits.matches("\\d{1,15}") ? Long.parseLong(digits) : -1;
  }
}
