package travel.opslayer.facts.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.words.Token.Kind;

/**
 * The names of the products on sale, ready to be found in messages. A word weighs the more the
 * fewer products have it: "everest" says much, "camp" little.
 */
public final class ProductNames {

  /** Up to this length a word is a code and must be typed as it is. */
  private static final int CODE_LENGTH = 4;

  private static final int LONGEST = 40;
  private static final double ALIKE = 0.9;
  private static final double CONSIDERED = 0.3;
  private static final double CERTAIN = 0.5;
  private static final double TOO_CLOSE = 0.15;

  /** Letters from which a word weighs in full; "del" and "day" say less than "everest". */
  private static final double FULL = 6;

  private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

  private final List<Name> names = new ArrayList<>();
  private final Map<String, Double> weights = new HashMap<>();
  private final Map<Character, List<String>> byLetter = new HashMap<>();
  private final Set<String> codes = new HashSet<>();
  private final Map<String, Set<String>> ownWords = new HashMap<>();

  /** One name, cut into words. */
  private record Name(String code, Set<String> words) {}

  private ProductNames(List<ProductName> products) {
    for (var product : products) {
      codes.add(Folding.fold(product.code()));
      names.add(new Name(product.code(), words(product.code())));
      product.names().forEach(it -> names.add(new Name(product.code(), words(it))));
    }
    names.removeIf(it -> it.words().isEmpty());
    names.forEach(this::refuseSharedAlias);
    weigh(products.size());
  }

  /**
   * @throws IllegalArgumentException when one word alone stands for two products
   */
  public static ProductNames of(List<ProductName> products) {
    return new ProductNames(products);
  }

  /** The codes in lower case, as they stand in departure codes. */
  Set<String> codes() {
    return codes;
  }

  boolean knows(String word) {
    return weights.containsKey(word);
  }

  /** Whether a word is one of a name, or may be with a slip of the finger. */
  boolean recognises(String word) {
    var likeness = new HashMap<String, Double>();
    liken(word, likeness);
    return knows(word) || !likeness.isEmpty();
  }

  /** The words of a message: those that are as they are, and those that may be mistyped. */
  record Words(Set<String> exact, Set<String> unsure) {}

  /**
   * What a message says about products.
   *
   * @param certain the one that is meant, null when none or several may be
   * @param rivals the codes of those between which only the person can choose
   */
  record Found(Understanding.@Nullable Product certain, List<String> rivals) {}

  Found find(Words said) {
    var likeness = new HashMap<String, Double>();
    said.exact().forEach(it -> likeness.put(it, 1.0));
    said.unsure().forEach(it -> liken(it, likeness));
    var best = new HashMap<String, Candidate>();
    for (var name : names) {
      var candidate = candidate(name, likeness);
      best.merge(name.code(), candidate, Candidate::better);
    }
    return judge(best);
  }

  private static Found judge(Map<String, Candidate> best) {
    var first = best.values().stream().reduce(Candidate::better).orElse(null);
    if (first == null || first.confidence() < CONSIDERED) {
      return new Found(null, List.of());
    }
    var rivals =
        best.values().stream().filter(it -> it.rivals(first)).map(Candidate::code).toList();
    if (rivals.size() > 1) {
      return new Found(null, rivals.stream().sorted().toList());
    }
    return first.confidence() < CERTAIN
        ? new Found(null, List.of())
        : new Found(new Understanding.Product(first.code(), first.confidence()), List.of());
  }

  /** A product that may be meant, and which words of its name were said. */
  private record Candidate(String code, double confidence, Set<String> words, Set<String> all) {

    Candidate better(Candidate other) {
      return other.confidence > confidence ? other : this;
    }

    /**
     * Nearly as good as the first, or named by words that the first does not have, or by the same
     * few as an uncertain first.
     */
    boolean rivals(Candidate first) {
      return confidence > first.confidence - TOO_CLOSE
          || (confidence >= CERTAIN && !first.all.containsAll(words))
          || (first.confidence < CERTAIN && words.containsAll(first.words));
    }
  }

  private Candidate candidate(Name name, Map<String, Double> said) {
    var sum = 0.0;
    var whole = 0.0;
    var words = new HashSet<String>();
    for (var word : name.words()) {
      var weight = weights.getOrDefault(word, 0.0);
      var alike = said.getOrDefault(word, 0.0);
      if (alike > 0) {
        words.add(word);
      }
      sum += weight * alike;
      whole += weight;
    }
    return new Candidate(
        name.code(), sum / whole, words, ownWords.getOrDefault(name.code(), Set.of()));
  }

  private void liken(String typed, Map<String, Double> likeness) {
    if (typed.length() < CODE_LENGTH - 1 || typed.length() > LONGEST) {
      return;
    }
    for (var word : byLetter.getOrDefault(typed.charAt(0), List.of())) {
      var alike = LIKENESS.apply(typed, word);
      if (alike >= ALIKE && Typos.distance(typed, word) <= 2) {
        likeness.merge(word, alike, Math::max);
      }
    }
  }

  private void weigh(int products) {
    var bearers = new HashMap<String, Set<String>>();
    for (var name : names) {
      for (var word : name.words()) {
        bearers.computeIfAbsent(word, it -> new HashSet<>()).add(name.code());
        ownWords.computeIfAbsent(name.code(), it -> new HashSet<>()).add(word);
      }
    }
    bearers.forEach(
        (word, codes) -> {
          weights.put(
              word,
              Math.log((products + 1) / (codes.size() - 0.5)) * Math.min(1, word.length() / FULL));
          if (isGuessable(word)) {
            byLetter.computeIfAbsent(word.charAt(0), it -> new ArrayList<>()).add(word);
          }
        });
  }

  /** A short word that is a name by itself is a code; one that is part of a name is a word. */
  private boolean isGuessable(String word) {
    return word.length() > CODE_LENGTH
        || (word.length() == CODE_LENGTH
            && names.stream().noneMatch(it -> it.words().equals(Set.of(word))));
  }

  private void refuseSharedAlias(Name name) {
    for (var other : names) {
      if (name.words().size() == 1
          && name.words().equals(other.words())
          && !name.code().equals(other.code())) {
        throw new IllegalArgumentException(
            "One word (%s) stands for two products (%s, %s). Maybe call one of them by two words."
                .formatted(name.words().iterator().next(), name.code(), other.code()));
      }
    }
  }

  private static Set<String> words(String name) {
    var words = new LinkedHashSet<String>();
    for (var token : Tokens.of(Folding.fold(name))) {
      if (token.is(Kind.WORD)) {
        words.add(token.text());
      }
    }
    return words;
  }
}
