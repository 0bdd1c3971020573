package travel.opslayer.facts.words;

import java.util.ArrayList;
import java.util.List;
import travel.opslayer.facts.words.Token.Kind;

/** Cuts a folded text into tokens. Letters and digits part: "x2" is a word and a number. */
final class Tokens {

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean glued;
  private boolean line;

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String folded) {
    return of(folded, List.of());
  }

  /**
   * @param codes where public codes stand; each becomes one token
   */
  static List<Token> of(String folded, List<Codes.Found> codes) {
    var all = new Tokens(folded);
    for (var code : codes) {
      all.readTo(code.start());
      all.add(Kind.CODE, code.code(), 0);
      all.at = code.end();
    }
    all.readTo(folded.length());
    return all.tokens;
  }

  private void readTo(int end) {
    while (at < end) {
      var letter = text.codePointAt(at);
      if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
        glued = false;
        line |= letter == '\n';
        at += Character.charCount(letter);
      } else if (Character.isDigit(letter)) {
        number(end);
      } else if (wordly(letter)) {
        word(end);
      } else {
        var kind = emoji(letter) ? Kind.SYMBOL : Kind.MARK;
        add(kind, Character.toString(letter), 0);
        at += Character.charCount(letter);
      }
    }
  }

  private void number(int end) {
    var start = at;
    var value = 0;
    while (at < end && Character.isDigit(text.codePointAt(at))) {
      value = at - start < 9 ? value * 10 + Character.digit(text.codePointAt(at), 10) : 0;
      at += Character.charCount(text.codePointAt(at));
    }
    add(Kind.NUMBER, text.substring(start, at), value);
  }

  private void word(int end) {
    var word = new StringBuilder();
    while (at < end) {
      var letter = text.codePointAt(at);
      if (wordly(letter)) {
        word.appendCodePoint(letter);
      } else if (letter != '\'' || !wordlyAt(at + 1, end)) {
        break;
      }
      at += Character.charCount(letter);
    }
    add(Kind.WORD, word.toString(), 0);
  }

  private boolean wordlyAt(int place, int end) {
    return place < end && wordly(text.codePointAt(place));
  }

  private void add(Kind kind, String word, int value) {
    tokens.add(new Token(kind, word, value, glued, line && !tokens.isEmpty()));
    glued = true;
    line = false;
  }

  private static boolean wordly(int letter) {
    if (letter < 0x80) {
      return letter >= 'a' && letter <= 'z';
    }
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> Character.isLetter(letter);
    };
  }

  private static boolean emoji(int letter) {
    return letter > 0xFF
        && (Character.isEmoji(letter) || Character.getType(letter) == Character.OTHER_SYMBOL);
  }
}
