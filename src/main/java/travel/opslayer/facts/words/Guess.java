package travel.opslayer.facts.words;

import java.util.Set;

/**
 * Where a mistyped word may be guessed at all. Many short words are one letter from another that
 * counts: nice and nine, along and alone, Priya and prima.
 */
final class Guess {

  /** Letters from which a word is hardly another by chance. */
  static final int LONG = 7;

  private static final int SHORT = 5;

  /** The words for people that need a number beside them. */
  private static final Set<String> COUNTED = Set.of("person", "seat", "adult", "child");

  private Guess() {}

  /**
   * @param letters how many letters were typed
   */
  static boolean isFair(Phrase sense, int letters) {
    return switch (sense.sort()) {
      case "filler", "ordinal" -> false; // little is gained
      case "people" -> COUNTED.contains(sense.means());
      case "wish", "note" -> true;
      case "courtesy", DateNames.MONTH -> letters >= SHORT;
      default -> letters >= LONG;
    };
  }

  /** Whether a piece is a word for people that needs a number: "seats", not "just me". */
  static boolean isCounted(Piece piece) {
    var people = piece.means("people");
    return people != null && COUNTED.contains(people);
  }
}
