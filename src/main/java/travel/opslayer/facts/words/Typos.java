package travel.opslayer.facts.words;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the words of a vocabulary that somebody may have meant: one slip of the finger in words of
 * four to six letters, two from seven. Short words are never guessed.
 *
 * <p>Two words one slip apart become the same when each loses a letter, so the index holds every
 * word with letters left out; a look-up costs a few hash probes whatever the size of the tables.
 */
public final class Typos {

  private static final int SHORT = 6;

  /** No word of a table is longer, and the ways to leave out letters grow with the square. */
  private static final int LONGEST = 30;

  private final Map<String, List<String>> byRest;

  Typos(Collection<String> vocabulary) {
    var index = new HashMap<String, Set<String>>();
    for (var word : vocabulary) {
      rests(word, tolerance(word.length()))
          .forEach(it -> index.computeIfAbsent(it, rest -> new TreeSet<>()).add(word));
    }
    var rests = new HashMap<String, List<String>>();
    index.forEach((rest, words) -> rests.put(rest, List.copyOf(words)));
    byRest = rests;
  }

  /** The nearest words within tolerance, all at the same distance; empty when there are none. */
  Set<String> nearest(String typed) {
    var nearest = new TreeSet<String>();
    var best = Integer.MAX_VALUE;
    for (var rest : rests(typed, tolerance(typed.length()))) {
      for (var word : byRest.getOrDefault(rest, List.of())) {
        var distance = distance(typed, word);
        if (distance <= best && plausible(typed, word, distance)) {
          if (distance < best) {
            nearest.clear();
          }
          best = distance;
          nearest.add(word);
        }
      }
    }
    return nearest;
  }

  static int tolerance(int letters) {
    return letters < 4 ? 0 : letters <= SHORT ? 1 : 2;
  }

  /** In a short word another first letter makes another word: "hall" is not "call". */
  private static boolean plausible(String typed, String word, int distance) {
    var shorter = Math.min(typed.length(), word.length());
    return distance <= tolerance(shorter)
        && (typed.charAt(0) == word.charAt(0)
            || (distance == 1 && (shorter > SHORT || startsSwapped(typed, word))));
  }

  private static boolean startsSwapped(String typed, String word) {
    return typed.length() == word.length() && swapped(typed, 2, word, 2);
  }

  private static Set<String> rests(String word, int fewer) {
    var rests = new HashSet<String>();
    if (word.length() >= 3 && word.length() <= LONGEST) {
      leaveOut(word, fewer, rests);
    }
    return rests;
  }

  private static void leaveOut(String word, int fewer, Set<String> rests) {
    if (rests.add(word) && fewer > 0) {
      for (var i = 0; i < word.length(); i++) {
        leaveOut(word.substring(0, i) + word.substring(i + 1), fewer - 1, rests);
      }
    }
  }

  /**
   * How many letters of one word have to be changed to make it another, two swapped being one:
   * Damerau-Levenshtein, where each place is touched once (optimal string alignment).
   */
  public static int distance(String one, String other) {
    var before = new int[other.length() + 1];
    var above = new int[other.length() + 1];
    var row = new int[other.length() + 1];
    for (var j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (var i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (var j = 1; j <= other.length(); j++) {
        var same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + same);
        if (swapped(one, i, other, j)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      var free = before;
      before = above;
      above = row;
      row = free;
    }
    return above[other.length()];
  }

  private static boolean swapped(String one, int i, String other, int j) {
    return i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
