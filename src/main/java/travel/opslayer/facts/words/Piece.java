package travel.opslayer.facts.words;

import java.util.List;
import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.words.Token.Kind;

/**
 * A stretch of a bubble that is read as one: a phrase of the tables, or a single token that no
 * table knows.
 *
 * @param token its first token
 * @param senses what it may mean; empty when no table knows it
 * @param words how many words it spans; 0 for punctuation and emoji
 * @param distance how many letters were mistyped
 */
record Piece(Token token, List<Phrase> senses, int words, int distance) {

  static Piece unknown(Token token) {
    var counts = token.is(Kind.WORD) || token.is(Kind.CODE) || token.is(Kind.NUMBER);
    return new Piece(token, List.of(), counts ? 1 : 0, 0);
  }

  /** What it means in this sort, or null when it is none of the sort. */
  @Nullable String means(String sort) {
    for (var sense : senses) {
      if (sense.sort().equals(sort)) {
        return sense.means();
      }
    }
    return null;
  }

  /** All that it means in this sort; in the language spoken, where it says something in it. */
  List<String> meanings(String sort, @Nullable String language) {
    var spoken = senses.stream().filter(it -> it.language().equals(language)).toList();
    return (spoken.isEmpty() ? senses : spoken)
        .stream().filter(it -> it.sort().equals(sort)).map(Phrase::means).toList();
  }

  boolean has(String sort) {
    return means(sort) != null;
  }

  boolean is(String sort, String meaning) {
    for (var sense : senses) {
      if (sense.sort().equals(sort) && sense.means().equals(meaning)) {
        return true;
      }
    }
    return false;
  }

  boolean isMark(String marks) {
    return token.is(Kind.MARK) && !token.text().isEmpty() && marks.contains(token.text());
  }

  /** The x of "x2". */
  boolean isTimes() {
    return token.text().equals("x") || isMark("×*");
  }

  boolean isUnknownWord() {
    return senses.isEmpty() && token.is(Kind.WORD);
  }

  /** Never the words: they are personal. */
  @Override
  public String toString() {
    return token.kind() + " of " + words + " words";
  }
}
