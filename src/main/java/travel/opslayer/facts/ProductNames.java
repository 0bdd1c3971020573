package travel.opslayer.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import travel.opslayer.facts.Token.Kind;

/**
 * The names of the products on sale, ready to be found in messages. A word weighs the more the
 * fewer products have it: "everest" says much, "camp" little.
 */
public final class ProductNames {

  /** Up to this length a word is a code and must be typed as it is. */
  private static final int CODE_LENGTH = 4;

  private static final double ALIKE = 0.9;
  private static final double CONSIDERED = 0.3;
  private static final double CERTAIN = 0.5;
  private static final double TOO_CLOSE = 0.15;
  private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();

  private final List<Name> names = new ArrayList<>();
  private final Map<String, Double> weights = new HashMap<>();
  private final Map<Character, List<String>> byLetter = new HashMap<>();
  private final Set<String> codes = new HashSet<>();

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

  /** How sure each product is, the surest first; those that are hardly hinted at left out. */
  List<Understanding.Product> find(Words said) {
    var likeness = new HashMap<String, Double>();
    said.exact().forEach(it -> likeness.put(it, 1.0));
    said.unsure().forEach(it -> liken(it, likeness));
    var best = new TreeMap<String, Double>();
    for (var name : names) {
      best.merge(name.code(), likeness(name, likeness), Math::max);
    }
    return best.entrySet().stream()
        .filter(it -> it.getValue() >= CONSIDERED)
        .map(it -> new Understanding.Product(it.getKey(), it.getValue()))
        .sorted(Comparator.comparingDouble(Understanding.Product::confidence).reversed())
        .toList();
  }

  /** The words of a message: those that are as they are, and those that may be mistyped. */
  record Words(Set<String> exact, Set<String> unsure) {}

  /** Whether the first of {@link #find} is the one. */
  static boolean isCertain(List<Understanding.Product> found) {
    return !found.isEmpty() && found.getFirst().confidence() >= CERTAIN && close(found).size() == 1;
  }

  /** The first and all that are as good as the first. */
  static List<String> close(List<Understanding.Product> found) {
    return found.stream()
        .filter(it -> it.confidence() > found.getFirst().confidence() - TOO_CLOSE)
        .map(Understanding.Product::code)
        .toList();
  }

  private double likeness(Name name, Map<String, Double> said) {
    var sum = 0.0;
    var whole = 0.0;
    for (var word : name.words()) {
      var weight = weights.getOrDefault(word, 0.0);
      sum += weight * said.getOrDefault(word, 0.0);
      whole += weight;
    }
    return sum / whole;
  }

  private void liken(String typed, Map<String, Double> likeness) {
    if (typed.length() < CODE_LENGTH - 1) {
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
      }
    }
    bearers.forEach(
        (word, codes) -> {
          weights.put(word, Math.log((products + 1) / (codes.size() - 0.5)));
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
