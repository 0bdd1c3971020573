package travel.opslayer.decision.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.language.Nearest;

/**
 * A CSV table with one row more. What stands in it stays as it is, sign by sign, except that titles
 * are added for what it has no column for.
 *
 * @param row its number, as people count
 */
public record AddedRow(RuleFile file, int row) {

  /** Spreadsheet programs take a file for UTF-8 when it begins with it. */
  private static final String MARK = "\uFEFF";

  /**
   * @param table empty for a new one
   * @param cells by title
   */
  public static AddedRow to(RuleFile table, Map<String, String> cells) {
    var text = new String(table.bytes(), UTF_8);
    var marked = text.isEmpty() || text.startsWith(MARK);
    var body = withoutEnd(text.startsWith(MARK) ? text.substring(1) : text);
    var separator = CsvGrid.separator(body);
    var line = text.contains("\r\n") ? "\r\n" : "\n";
    var rows = rows(table.name(), body.isEmpty() ? body : body + line);
    var known = rows.isEmpty() ? List.<String>of() : rows.getFirst();
    var added = cells.keySet().stream().filter(it -> Nearest.same(it, known).isEmpty()).toList();
    var titles = new ArrayList<>(known);
    titles.addAll(added);
    var row = titles.stream().map(it -> cell(it, cells)).toList();
    var whole =
        (marked ? MARK : "")
            + withTitles(body, added, separator)
            + line
            + row.stream().map(CsvGrid::written).collect(joining(String.valueOf(separator)))
            + line;
    return new AddedRow(
        new RuleFile(table.name(), whole.getBytes(UTF_8)), Math.max(1, rows.size()) + 1);
  }

  /** Spreadsheet programs leave rows of blank cells behind, and none may be in the middle. */
  private static String withoutEnd(String text) {
    var end = text.length();
    while (end > 0 && " \t\r\n,;".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  private static List<List<String>> rows(String name, String body) {
    try {
      return CsvGrid.read(new RuleFile(name, body.getBytes(UTF_8))).rows();
    } catch (Unreadable e) {
      throw new IllegalStateException("A table that was accepted cannot be read.", e);
    }
  }

  private static String cell(String title, Map<String, String> cells) {
    return title.isEmpty()
        ? ""
        : Nearest.same(title, cells.keySet()).map(it -> cells.getOrDefault(it, "")).orElse("");
  }

  private static String withTitles(String body, List<String> added, char separator) {
    var end = endOfTitles(body);
    var titles = added.stream().map(CsvGrid::written).collect(joining(String.valueOf(separator)));
    var joint = end == 0 || added.isEmpty() ? "" : String.valueOf(separator);
    return body.substring(0, end) + joint + titles + body.substring(end);
  }

  private static int endOfTitles(String body) {
    var quoted = false;
    for (var i = 0; i < body.length(); i++) {
      var sign = body.charAt(i);
      quoted ^= sign == '"';
      if (!quoted && (sign == '\n' || sign == '\r')) {
        return i;
      }
    }
    return body.length();
  }
}
