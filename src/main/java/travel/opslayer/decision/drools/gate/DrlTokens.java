package travel.opslayer.decision.drools.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The few signs and words that a rule consists of, read from left to right. */
final class DrlTokens {

  /** One at a time: a repeated group would need a stack as deep as a comment has lines. */
  private static final Pattern SKIPPED = Pattern.compile("\\s+|//[^\\n\\r]*|/\\*(?s:.*?)\\*/");

  private static final Pattern TOKEN =
      Pattern.compile(
          "\"[^\"\\n\\r]*\"|-?\\d{1,12}(?![\\w.])|P-[A-Z0-9_-]{1,40}|[A-Za-z_]\\w*|==|!=|<=|>="
              + "|&&|\\|\\||[<>(),.;]");

  private final List<String> tokens;
  private final int line;
  private int at;

  private DrlTokens(List<String> tokens, int line) {
    this.tokens = tokens;
    this.line = line;
  }

  /**
   * @param line to be named when something is wrong
   */
  static DrlTokens of(String text, int line) throws NotAllowed {
    var tokens = new ArrayList<String>();
    var skipped = SKIPPED.matcher(text);
    var token = TOKEN.matcher(text);
    var at = 0;
    while (at < text.length()) {
      if (skipped.region(at, text.length()).lookingAt()) {
        at = skipped.end();
      } else if (token.region(at, text.length()).lookingAt()) {
        tokens.add(token.group());
        at = token.end();
      } else {
        var rest = text.substring(at).lines().findFirst().orElse("");
        throw new NotAllowed(
            line, "This cannot stand in a rule (%s).".formatted(DrlText.shorten(rest)), "");
      }
    }
    return new DrlTokens(tokens, line);
  }

  List<String> all() {
    return tokens;
  }

  boolean isAtEnd() {
    return at >= tokens.size();
  }

  /** An empty text at the end. */
  String peek() {
    return isAtEnd() ? "" : tokens.get(at);
  }

  String next() throws NotAllowed {
    if (isAtEnd()) {
      throw refuse(
          "Something is missing at the end of this rule.", "end each line after 'then' with ;.");
    }
    return tokens.get(at++);
  }

  boolean skip(String wanted) {
    var found = peek().equals(wanted);
    at += found ? 1 : 0;
    return found;
  }

  void expect(String wanted) throws NotAllowed {
    var found = next();
    if (!found.equals(wanted)) {
      throw refuse(
          "Here stands (%s) and should stand (%s).".formatted(DrlText.shorten(found), wanted), "");
    }
  }

  /** The text between quotes. */
  String quoted() throws NotAllowed {
    var found = next();
    if (found.charAt(0) != '"') {
      throw refuse(
          "This is not a word in quotes (%s).".formatted(DrlText.shorten(found)),
          "\"" + DrlText.shorten(found) + "\"?");
    }
    return found.substring(1, found.length() - 1);
  }

  NotAllowed refuse(String sentence, String advice) {
    return new NotAllowed(line, sentence, advice);
  }
}
