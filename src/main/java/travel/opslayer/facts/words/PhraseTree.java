package travel.opslayer.facts.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import travel.opslayer.facts.words.Token.Kind;

/** All phrases of the tables, word by word, to find those that a message holds. */
final class PhraseTree {

  /** Longest first, then the best spelled, then the earliest. */
  private static final Comparator<Hit> ORDER =
      Comparator.comparingInt((Hit it) -> -it.words())
          .thenComparingInt(Hit::distance)
          .thenComparingInt(Hit::start);

  private final Node root = new Node();

  /**
   * @param whole whether it counts only where it is the whole message
   */
  void learn(List<String> words, Phrase phrase, boolean whole) {
    var node = root;
    for (var word : words) {
      node = node.next.computeIfAbsent(word, it -> new Node());
    }
    (whole ? node.wholes : node.anywhere).add(phrase);
  }

  /** The phrases that a message holds, which may overlap, the one to prefer first. */
  List<Hit> hits(List<Place> places) {
    var telling = places.stream().filter(Place::isTelling).count();
    var hits = new ArrayList<Hit>();
    for (var i = 0; i < places.size(); i++) {
      hits.addAll(new Walk(places, i, telling).hits());
    }
    hits.sort(ORDER);
    return hits;
  }

  /** One word of a message and the words of the tables that it may be. */
  record Place(int index, Token token, Set<String> spellings) {

    /** Emoji leave a message whole. */
    private boolean isTelling() {
      return !token.is(Kind.SYMBOL);
    }

    private int distance(String word) {
      var text = token.text();
      return Folding.stretched(text) && Folding.squeeze(word).equals(Folding.squeeze(text))
          ? 0
          : Typos.distance(text, word);
    }
  }

  /**
   * A phrase found.
   *
   * @param end the token behind its last
   */
  record Hit(int start, int end, int words, int distance, List<Phrase> senses) {

    Piece piece(Token first) {
      return new Piece(first, senses, first.is(Kind.SYMBOL) ? 0 : words, distance);
    }
  }

  /** A word of the tables, reached from the words before it. */
  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    final List<Phrase> anywhere = new ArrayList<>();
    final List<Phrase> wholes = new ArrayList<>();

    /** What a phrase means as a whole message comes before what it means in one. */
    List<Phrase> senses(boolean whole) {
      return whole ? wholes : anywhere;
    }
  }

  /** All phrases that begin at one place. */
  private final class Walk {
    private final List<Place> places;
    private final int first;
    private final long telling;
    private final Map<Integer, Hit> best = new HashMap<>();

    Walk(List<Place> places, int first, long telling) {
      this.places = places;
      this.first = first;
      this.telling = telling;
      follow(root, first, 0);
    }

    /** A guess between two meanings is none. */
    List<Hit> hits() {
      return best.values().stream().filter(it -> it.distance() == 0 || isFairGuess(it)).toList();
    }

    private boolean isFairGuess(Hit hit) {
      return meanings(hit.senses()) == 1
          && Guess.isFair(hit.senses().getFirst(), letters(first + hit.words()));
    }

    private void follow(Node node, int index, int distance) {
      if (index > first) {
        arrive(node, index, distance);
      }
      if (index == places.size() || node.next.isEmpty()) {
        return;
      }
      var place = places.get(index);
      for (var word : place.spellings()) {
        var next = node.next.get(word);
        if (next != null) {
          follow(next, index + 1, distance + place.distance(word));
        }
      }
    }

    private void arrive(Node node, int end, int distance) {
      var sure = distance == 0 || letters(end) >= Guess.LONG;
      var senses = node.senses(!node.wholes.isEmpty() && sure && isWhole(end));
      var words = end - first;
      var other = best.get(words);
      if (senses.isEmpty() || (other != null && other.distance() < distance)) {
        return;
      }
      var all =
          other != null && other.distance() == distance
              ? Stream.concat(other.senses().stream(), senses.stream()).toList()
              : senses;
      var last = places.get(end - 1).index() + 1;
      best.put(words, new Hit(places.get(first).index(), last, words, distance, all));
    }

    private boolean isWhole(int end) {
      return places.subList(first, end).stream().filter(Place::isTelling).count() == telling;
    }

    private int letters(int end) {
      return places.subList(first, end).stream().mapToInt(it -> it.token().text().length()).sum();
    }

    private static long meanings(List<Phrase> senses) {
      return senses.stream().map(it -> it.sort() + " " + it.means()).distinct().count();
    }
  }
}
