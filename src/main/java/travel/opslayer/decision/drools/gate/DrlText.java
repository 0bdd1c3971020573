package travel.opslayer.decision.drools.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.language.Lexicon;

/** What is refused before any parser sees it, because it harms or deceives parsers and readers. */
final class DrlText {

  private static final int LONGEST = 500_000;

  /** A few thousand brackets overflow the parser's stack. */
  private static final int DEEPEST = 12;

  private DrlText() {}

  static String of(RuleFile file) throws NotAllowed {
    if (file.bytes().length > LONGEST) {
      throw new NotAllowed(1, "This file is bigger than 500 KB.", "split it into several files.");
    }
    try {
      var marked = UTF_8.newDecoder().decode(ByteBuffer.wrap(file.bytes())).toString();
      // Editors on Windows begin with a mark that their users cannot see or delete.
      var text = marked.startsWith("\uFEFF") ? marked.substring(1) : marked;
      check(text);
      RuleLength.check(text);
      return text;
    } catch (CharacterCodingException e) {
      throw new NotAllowed(1, "This file is not text in UTF-8.", "save it as UTF-8.");
    }
  }

  private static void check(String text) throws NotAllowed {
    var line = 1;
    var depth = 0;
    for (var i = 0; i < text.length(); i++) {
      var sign = text.charAt(i);
      line += sign == '\n' ? 1 : 0;
      if (isInvisible(sign)) {
        throw new NotAllowed(
            line, "There is an invisible sign here (U+%04X).".formatted((int) sign), "delete it.");
      }
      if (sign == '\\') {
        throw new NotAllowed(line, "There is a backslash here (\\).", "write the letter itself.");
      }
      depth += "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
      if (depth > DEEPEST) {
        throw new NotAllowed(line, "Brackets are nested too deep here.", "make two rules of it.");
      }
    }
  }

  private static boolean isInvisible(char sign) {
    return (Character.isISOControl(sign) && "\n\r\t".indexOf(sign) < 0)
        || Character.getType(sign) == Character.FORMAT
        || Character.getType(sign) == Character.LINE_SEPARATOR
        || Character.getType(sign) == Character.PARAGRAPH_SEPARATOR
        || Character.isSurrogate(sign);
  }

  static String shorten(String text) {
    return Lexicon.shorten(text);
  }
}
