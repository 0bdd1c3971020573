package travel.opslayer.facts.words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.words.Token.Kind;

/** Counts which language the words of a burst speak for. */
final class LanguageVote {

  /** People mix English words into everything, so each says less about the language. */
  private static final double ENGLISH = 0.7;

  private static final double MISTYPED = 0.5;
  private static final double STORED = 0.8;
  private static final double SUGGESTED = 0.4;

  /** What an unknown word says for a language of which we have no table. */
  private static final double UNKNOWN = 0.4;

  /** Below this, words shared by several languages are all there was. */
  private static final double TELLING = 0.51;

  private static final Set<String> DEVANAGARI = Set.of("hi", "ne");

  private final Map<String, Double> votes = new TreeMap<>();
  private int unknown;

  void count(Piece piece) {
    if (piece.senses().isEmpty()) {
      unknown(piece.token());
      return;
    }
    var speaks = new HashSet<String>();
    piece.senses().forEach(it -> speaks.add(it.language()));
    var weight = piece.words() * (piece.distance() == 0 ? 1 : MISTYPED);
    speaks.forEach(it -> vote(it, weight / speaks.size()));
  }

  /** The language with most votes; what was known before only tips the balance. */
  @Nullable String winner(Hints hints, Set<String> known) {
    var all = new HashMap<>(votes);
    all.values().removeIf(it -> it == 0);
    if (hints.stored() == null && hints.suggested() == null) {
      all.values().removeIf(it -> it < TELLING);
    }
    prior(all, hints.stored(), STORED, known);
    prior(all, hints.suggestedLanguage(), SUGGESTED, known);
    return all.entrySet().stream()
        .max(
            Map.Entry.<String, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private void prior(
      Map<String, Double> all, @Nullable String language, double weight, Set<String> known) {
    if (language != null && !language.isBlank()) {
      var strangers = known.contains(language) ? 0 : unknown * UNKNOWN;
      all.merge(language, weight + strangers, Double::sum);
    }
  }

  private void unknown(Token token) {
    if (!token.is(Kind.WORD)) {
      return;
    }
    unknown++;
    if (Character.UnicodeScript.of(token.text().codePointAt(0))
        == Character.UnicodeScript.DEVANAGARI) {
      DEVANAGARI.forEach(it -> vote(it, 1.0 / DEVANAGARI.size()));
    }
  }

  private void vote(String language, double weight) {
    votes.merge(language, language.equals("en") ? weight * ENGLISH : weight, Double::sum);
  }
}
