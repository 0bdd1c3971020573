package travel.opslayer.facts.words;

import java.util.BitSet;
import java.util.List;
import travel.opslayer.facts.words.Token.Kind;

/** One message of a burst, in pieces; reading beyond its ends finds nothing rather than failing. */
final class Bubble {

  private static final Piece NOTHING =
      new Piece(new Token(Kind.MARK, "", 0, false), List.of(), 0, 0);

  private final List<Piece> pieces;
  private final BitSet dated = new BitSet();

  Bubble(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  List<Piece> pieces() {
    return pieces;
  }

  int size() {
    return pieces.size();
  }

  Piece at(int index) {
    return index < 0 || index >= pieces.size() ? NOTHING : pieces.get(index);
  }

  /** Whether a filler with this meaning stands there. */
  boolean filler(int index, String meaning) {
    return at(index).is("filler", meaning);
  }

  /** Nobody else may read these pieces as a number. */
  void date(int from, int to) {
    dated.set(from, to);
  }

  boolean isDated(int index) {
    return index >= 0 && dated.get(index);
  }

  /** A number in digits that stands alone: no time, price, share, code or part of a bigger one. */
  boolean isPlain(int index) {
    var before = at(index - 1);
    var after = at(index + 1);
    return !(before.isMark("$€£₹¥#") || after.isMark("%$€£₹¥"))
        && !(at(index).token().glued() && before.isMark(".,:/'-") && digits(index - 2))
        && !(after.isMark(".,:/'-") && after.token().glued() && gluedDigits(index + 2));
  }

  private boolean digits(int index) {
    return at(index).token().is(Kind.NUMBER);
  }

  private boolean gluedDigits(int index) {
    return digits(index) && at(index).token().glued();
  }
}
