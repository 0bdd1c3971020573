package travel.opslayer.decision.classic.snippets;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import travel.opslayer.decision.language.Lexicon;

/**
 * A value of a snippet, in which the text of a cell may have a place.
 *
 * @param isQuoted whether it stood in quotes, so that whatever the cell holds is one text
 */
public record Value(String text, boolean isQuoted) {

  private static final Pattern PLACE = Pattern.compile("\\$(?:param|(\\d+))?");
  private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

  /** The whole cell, as the classic tool puts it behind a field that stands alone. */
  static final Value CELL = new Value("$param", true);

  /** What stands here when a cell is filled in; a list in a cell gives several. */
  List<String> filled(String cell) throws NotCarried {
    if (isQuoted) {
      return List.of(plain(filledText(cell)));
    }
    if (!text.startsWith("$")) {
      return List.of(text);
    }
    var filled = filledText(cell);
    var values = new ArrayList<String>();
    if (filled.matches("[^\"'\u201c\u201d]*")) {
      // The classic tool wants quotes here; a word without them means the same to us.
      for (var it : COMMA.split(filled, -1)) {
        values.add(it.strip());
      }
      return values;
    }
    var tokens = Tokens.of(filled);
    do {
      values.add(tokens.value().text());
    } while (tokens.skip(","));
    if (!tokens.isAtEnd()) {
      throw new NotCarried("This is no list of values (%s).".formatted(shown(filled)), "");
    }
    return values;
  }

  private String filledText(String cell) throws NotCarried {
    var matcher = PLACE.matcher(text);
    var filled = new StringBuilder();
    var from = 0;
    while (matcher.find()) {
      filled.append(text, from, matcher.start());
      filled.append(matcher.group(1) == null ? cell : part(cell, matcher.group(1)));
      from = matcher.end();
    }
    return filled.append(text.substring(from)).toString();
  }

  static List<String> parts(String cell) {
    return COMMA.splitAsStream(cell).map(it -> it.replace("\\,", ",").strip()).toList();
  }

  private static String part(String cell, String number) throws NotCarried {
    var parts = parts(cell);
    var index = number.length() > 2 ? 0 : Integer.parseInt(number);
    if (index < 1 || index > parts.size()) {
      throw new NotCarried(
          "This cell (%s) has no part %s.".formatted(shown(cell), number),
          "write the parts with commas between them.");
    }
    return parts.get(index - 1);
  }

  /** Quotes that the author wrote round a word that gets quotes anyway. */
  private static String plain(String text) {
    return text.matches("\"[^\"]*\"|\u201c[^\u201d]*\u201d")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static String shown(String text) {
    return Lexicon.shorten(text);
  }
}
