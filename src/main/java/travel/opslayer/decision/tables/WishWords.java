package travel.opslayer.decision.tables;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.decision.language.Rule;

/**
 * What phrases say is wished, and what rules ask for, are words that authors make up: a slip of the
 * hand on one side would part them without a word. A word that only one side knows may be meant;
 * one that is nearly a word of the other side is not.
 */
final class WishWords {

  /** What words ask for, as rules call it. */
  private static final String FIELD = "words_wish";

  private final Map<String, Cell> said = new LinkedHashMap<>();

  /** Words that authors make up are small, however a cell has them. */
  static String asWord(String field, String typed) {
    return field.equals(FIELD) ? typed.toLowerCase(Locale.ROOT) : typed;
  }

  /** A phrase means this wish. */
  void add(Cell cell, String wish) {
    said.putIfAbsent(wish, cell);
  }

  void check(List<Rule> rules, List<Problem> problems) {
    var asked = new LinkedHashMap<String, Rule>();
    for (var rule : rules) {
      rule.when().forEach(it -> asked(it).forEach(wish -> asked.putIfAbsent(wish, rule)));
    }
    said.forEach(
        (wish, cell) ->
            slip(wish, asked.keySet())
                .ifPresent(
                    it ->
                        cell.refuse(
                            "No rule asks for this wish (%s).".formatted(wish),
                            "'%s'?".formatted(it))));
    asked.forEach(
        (wish, rule) ->
            slip(wish, said.keySet())
                .ifPresent(
                    it ->
                        problems.add(
                            rule.origin()
                                .problem(
                                    "No phrase means this wish (%s).".formatted(wish),
                                    "'%s'?".formatted(it)))));
  }

  private static Optional<String> slip(String wish, Set<String> known) {
    return known.contains(wish) ? Optional.empty() : Nearest.meant(wish, new TreeSet<>(known));
  }

  private static Set<String> asked(Condition condition) {
    var found = new HashSet<String>();
    switch (condition) {
      case Compare it when it.field().equals(FIELD) -> found.add(it.value().toString());
      case OneOf it when it.field().equals(FIELD) ->
          it.values().forEach(value -> found.add(value.toString()));
      case All(var parts) -> parts.forEach(it -> found.addAll(asked(it)));
      case Any(var parts) -> parts.forEach(it -> found.addAll(asked(it)));
      default -> {}
    }
    return found;
  }
}
