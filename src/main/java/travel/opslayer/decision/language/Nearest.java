package travel.opslayer.decision.language;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody meant who typed a word wrong. */
public final class Nearest {

  private static final Pattern GAPS = Pattern.compile("[\\s_-]+");

  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();
  private static final int LONGEST_LIST = 10;

  /** Longer texts are no slip of the hand, and to compare them takes as long as they are. */
  private static final int LONGEST_WORD = 100;

  private Nearest() {}

  /** Ready for an advice: the nearest word, or all of them when there are few, or nothing. */
  public static String advice(String typed, Collection<String> known) {
    return meant(typed, known).map("'%s'?"::formatted).orElseGet(() -> list(known));
  }

  /** Letter case, and blank, hyphen or underscore between words, make no difference. */
  public static Optional<String> same(String typed, Collection<String> known) {
    if (typed.length() > 2 * LONGEST_WORD) {
      return Optional.empty();
    }
    if (known.contains(typed)) {
      return Optional.of(typed); // as nearly every cell is written
    }
    var wanted = plain(typed);
    return known.stream().filter(it -> plain(it).equals(wanted)).findFirst();
  }

  /** The one word that was probably meant, if there is one. */
  public static Optional<String> meant(String typed, Collection<String> known) {
    return typed.length() > LONGEST_WORD ? Optional.empty() : word(typed, known);
  }

  private static Optional<String> word(String typed, Collection<String> known) {
    var wanted = plain(typed);
    var near = Math.max(1, Math.min(3, (wanted.length() + 1) / 3));
    return known.stream()
        .filter(it -> distance(wanted, it) <= near)
        .min(comparingInt(it -> distance(wanted, it)))
        .or(() -> containing(wanted, known));
  }

  private static Optional<String> containing(String wanted, Collection<String> known) {
    return wanted.length() < 3
        ? Optional.empty()
        : known.stream().filter(it -> plain(it).contains(wanted)).findFirst();
  }

  private static int distance(String wanted, String word) {
    return DISTANCE.apply(wanted, plain(word));
  }

  private static String plain(String word) {
    return GAPS.matcher(word.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
  }

  private static String list(Collection<String> known) {
    return known.isEmpty() || known.size() > LONGEST_LIST
        ? ""
        : "one of: " + String.join(", ", known) + ".";
  }
}
