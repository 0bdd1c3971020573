package travel.opslayer.facts.words;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A command that was written with a slip of the finger. It is never done, so that nothing happens
 * by mistake: it is asked whether it was meant.
 */
final class Slips {

  /** Shorter ones are too near to words that people write to each other. */
  private static final int LETTERS = 5;

  private final Typos commands;
  private final Typos keywords;

  /**
   * @param commands words that a command begins with
   * @param keywords messages of one word
   */
  Slips(Collection<String> commands, Collection<String> keywords) {
    this.commands = new Typos(commands.stream().filter(Slips::isLong).toList());
    this.keywords =
        new Typos(keywords.stream().filter(Slips::isLong).filter(it -> !it.contains(" ")).toList());
  }

  /**
   * What was meant; null when nothing is near, or several are.
   *
   * @param alone whether it is the whole message
   */
  @Nullable String of(String word, boolean alone) {
    if (!isLong(word)) {
      return null;
    }
    var near = commands.nearest(word);
    var meant = near.isEmpty() && alone ? keywords.nearest(word) : near;
    return meant.size() == 1 ? slip(word, meant.iterator().next()) : null;
  }

  /** "closed" and "blocks" are other words, and two slips in one are too many to ask about. */
  private static @Nullable String slip(String word, String meant) {
    return word.startsWith(meant) || Typos.distance(word, meant) > 1 ? null : meant;
  }

  private static boolean isLong(String word) {
    return word.length() >= LETTERS;
  }
}
