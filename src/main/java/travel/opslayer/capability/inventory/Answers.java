package travel.opslayer.capability.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import travel.opslayer.capability.inventory.InventoryFact.Command;
import travel.opslayer.facts.Asked;
import travel.opslayer.facts.words.Folding;

/** What a colleague types to answer: words of theirs, and what of the offered they choose. */
final class Answers {

  static final String ALL = "both";

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+|\\d+");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\d-])(\\d{1,2})(?![\\p{L}\\d:%/-])");
  private static final Pattern CODE = Pattern.compile("\\b[a-z]{2,6}[- ]?\\d{2,}\\b");
  private static final Pattern ALMOST = Pattern.compile("\\b([a-z]{2,6})[- ]?(\\d{2,5})\\b");

  private Answers() {}

  /** Folded, so that case and accents do not matter. */
  static List<String> words(Asked asked) {
    return WORD.matcher(text(asked)).results().map(it -> it.group()).toList();
  }

  private static String text(Asked asked) {
    return Folding.fold(String.join("\n", asked.turn().bubbles()));
  }

  /** "hold EBC-0315 2 Tom": a number that is no part of a code or a day. */
  static @Nullable Integer number(Asked asked) {
    var said = asked.understanding().party();
    if (said != null || asked.understanding().date() != null) {
      return said;
    }
    var found = NUMBER.matcher(CODE.matcher(text(asked)).replaceAll(" "));
    return found.find() && !found.group(1).startsWith("0") ? Integer.valueOf(found.group(1)) : null;
  }

  /** What looks like the code of a departure: letters and digits, such as abc032. */
  static List<String> almostCodes(Asked asked) {
    return ALMOST
        .matcher(text(asked))
        .results()
        .map(it -> it.group(1) + "-" + it.group(2))
        .map(it -> it.toUpperCase(Locale.ROOT))
        .filter(it -> !it.startsWith("BK-") && !it.startsWith("OP-"))
        .toList();
  }

  /**
   * What of the offered is meant by a number, as in "the 329 one".
   *
   * @param offered by what can be chosen, all codes that name it
   */
  static List<String> chosen(Asked asked, Map<String, List<String>> offered) {
    var numbers = words(asked).stream().filter(it -> it.matches("\\d{2,}")).toList();
    var codes = asked.understanding().codes();
    return offered.entrySet().stream()
        .filter(
            it ->
                it.getValue().stream()
                    .anyMatch(
                        code -> codes.contains(code) || numbers.stream().anyMatch(code::endsWith)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many parts of a name the words say; all else about it stays unread. */
  static long named(List<String> words, @Nullable String name) {
    return name == null
        ? 0
        : Stream.of(Folding.fold(name).split("[^\\p{L}\\p{M}]+"))
            .filter(it -> it.length() > 1 && words.contains(it))
            .count();
  }

  /** Tapped for a departure or a hold itself: the same as if it were commanded in words. */
  static @Nullable Command tapped(String choice) {
    var action = choice.replaceFirst("[:@].*", "");
    return Arrays.stream(Command.values())
        .filter(it -> action.equals(InventoryFacts.action(it)))
        .findFirst()
        .orElse(null);
  }
}
