package travel.opslayer.decision.drools.gate;

/**
 * Refuses rules that are too long for the parser, which looks ahead from each word of what it
 * cannot understand: a name of 100,000 dots takes it minutes.
 */
final class RuleLength {

  /** Words and signs; the longest rule that the gate lets through has fewer. */
  private static final int MOST = 3_000;

  private final String text;
  private int at;

  private RuleLength(String text) {
    this.text = text;
  }

  static void check(String text) throws NotAllowed {
    new RuleLength(text).check();
  }

  private void check() throws NotAllowed {
    var count = 0;
    var before = "";
    var start = 0;
    while (at < text.length()) {
      var piece = next();
      start = count == 0 ? at : start;
      count = piece.equals("end") && before.equals(";") ? 0 : count + (piece.isEmpty() ? 0 : 1);
      before = piece.isEmpty() ? before : piece;
      if (count > MOST) {
        throw new NotAllowed(line(start), "This rule is too long.", "make several rules of it.");
      }
    }
  }

  /** A word or a sign; empty for blanks and comments. */
  private String next() {
    var from = at;
    if (text.startsWith("//", at)) {
      at = behind("\n", at);
      return "";
    }
    if (text.startsWith("/*", at)) {
      at = behind("*/", at + 2);
      return "";
    }
    at = isWord(from) ? endOfWord() : text.charAt(from) == '"' ? behind("\"", at + 1) : at + 1;
    return text.substring(from, at).strip();
  }

  private int endOfWord() {
    var end = at;
    while (end < text.length() && isWord(end)) {
      end++;
    }
    return end;
  }

  private boolean isWord(int index) {
    return Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '_';
  }

  private int behind(String sign, int from) {
    var found = text.indexOf(sign, from);
    return found < 0 ? text.length() : found + sign.length();
  }

  private int line(int index) {
    return 1 + (int) text.substring(0, index).chars().filter(it -> it == '\n').count();
  }
}
