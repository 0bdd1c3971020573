package travel.opslayer.decision.classic.snippets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import travel.opslayer.decision.language.Lexicon;

/** The few signs and words of a snippet or a cell that can mean something to rules of ours. */
final class Tokens {

  private static final int LONGEST = 2_000;

  private static final Pattern TOKEN =
      Pattern.compile(
          "\"[^\"]*\"|'[^']*'|\\$(?:param|\\d+)?|-?\\d{1,12}(?![\\w.])|[A-Za-z_]\\w*|==|!=|<=|>="
              + "|&&|\\|\\||[<>(),.;:]");

  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

  private final List<String> tokens;
  private int at;

  private Tokens(List<String> tokens) {
    this.tokens = tokens;
  }

  static Tokens of(String text) throws NotCarried {
    if (text.length() > LONGEST) {
      throw new NotCarried("This cell holds more than 2,000 letters.", "make several rows of it.");
    }
    var plain = text.replaceAll("[\\u201c\\u201d]", "\"");
    var tokens = new ArrayList<String>();
    var blank = BLANK.matcher(plain);
    var token = TOKEN.matcher(plain);
    var at = 0;
    while (at < plain.length()) {
      if (blank.region(at, plain.length()).lookingAt()) {
        at = blank.end();
      } else if (token.region(at, plain.length()).lookingAt()) {
        tokens.add(token.group());
        at = token.end();
      } else {
        throw new NotCarried(
            "This cannot stand in a rule (%s).".formatted(Lexicon.shorten(plain.substring(at))),
            "rules compare fields with words and numbers, and say words.");
      }
    }
    return new Tokens(tokens);
  }

  boolean isAtEnd() {
    return at >= tokens.size();
  }

  /** An empty text at the end. */
  String peek() {
    return isAtEnd() ? "" : tokens.get(at);
  }

  boolean skip(String wanted) {
    var found = !isAtEnd() && peek().equals(wanted);
    at += found ? 1 : 0;
    return found;
  }

  String next() throws NotCarried {
    if (isAtEnd()) {
      throw new NotCarried("Something is missing at the end of this.", "");
    }
    return tokens.get(at++);
  }

  void expect(String wanted) throws NotCarried {
    var found = next();
    if (!found.equals(wanted)) {
      throw new NotCarried(
          "Here stands (%s) and should stand (%s).".formatted(Lexicon.shorten(found), wanted), "");
    }
  }

  String name() throws NotCarried {
    var found = next();
    if (!NAME.matcher(found).matches()) {
      throw new NotCarried("This is no name (%s).".formatted(Lexicon.shorten(found)), "");
    }
    return found;
  }

  /** A word in quotes, a number, a name such as Role.SALES or a place for a cell. */
  Value value() throws NotCarried {
    var found = next();
    if (found.startsWith("\"") || found.startsWith("'")) {
      return new Value(found.substring(1, found.length() - 1), true);
    }
    if (!found.startsWith("$") && !found.matches("-?\\w+")) {
      throw new NotCarried("This is no value (%s).".formatted(Lexicon.shorten(found)), "");
    }
    var last = found;
    while (skip(".")) {
      if (peek().startsWith("$")) {
        return new Value(next(), true);
      }
      last = name();
    }
    return new Value(last, false);
  }
}
