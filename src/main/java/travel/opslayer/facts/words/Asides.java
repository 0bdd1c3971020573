package travel.opslayer.facts.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds wishes that are asked beside the first one. A message is cut where a sentence ends, at a
 * comma, at a new line, at the words for and, and between bubbles; two wishes that nothing parts
 * are one.
 */
final class Asides {

  private static final String ENDS = "?¿!.,;…।";

  /** A greeting in front of a wish is politeness. */
  private static final String GREETING = "greet";

  private final List<List<Piece>> parts = new ArrayList<>();

  void add(Bubble bubble) {
    var part = new ArrayList<Piece>();
    for (var piece : bubble.pieces()) {
      if (piece.isMark(ENDS) || piece.token().line() || piece.is("filler", "and")) {
        keep(part);
        part = new ArrayList<>();
      }
      part.add(piece);
    }
    keep(part);
  }

  private void keep(List<Piece> part) {
    if (part.stream().anyMatch(it -> it.has("wish"))) {
      parts.add(part);
    }
  }

  /** The wishes of all parts but the first that has one, without those of that one. */
  List<String> wishes(@Nullable String language) {
    var first = List.<String>of();
    var all = new LinkedHashSet<String>();
    for (var part : parts) {
      var wishes = wishes(part, language);
      if (first.isEmpty()) {
        first = wishes;
      } else {
        all.addAll(wishes);
      }
    }
    first.forEach(all::remove);
    return List.copyOf(all);
  }

  private static List<String> wishes(List<Piece> part, @Nullable String language) {
    return part.stream()
        .flatMap(it -> it.meanings("wish", language).stream())
        .filter(it -> !it.equals(GREETING))
        .toList();
  }
}
