package travel.opslayer.decision.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;

/**
 * Reads a table that a spreadsheet program saved as CSV. Which sign separates the cells depends on
 * the country of the computer, so it is taken from the row of titles.
 */
final class CsvGrid {

  private static final char MARK = '\uFEFF';
  private static final String SAVE = "save it as 'CSV UTF-8' or as an Excel workbook (.xlsx).";

  /** What a spreadsheet program would run, in wide letters too, and however often it is guarded. */
  private static final Pattern FORMULA = Pattern.compile("'*[=+@＝＋＠－-]");

  private static final Pattern QUOTED = Pattern.compile("[,;\t\"\r\n]");

  private final String file;
  private final String text;
  private final char separator;
  private final List<List<String>> rows = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private List<String> row = new ArrayList<>();
  private int at;

  private CsvGrid(String file, String text) {
    this.file = file;
    this.text = text;
    this.separator = separator(text);
  }

  static Grid read(RuleFile file) throws Unreadable {
    var text = decode(file);
    var reader = new CsvGrid(file.name(), text);
    reader.all();
    reader.checkSize();
    return new Grid(file.name(), null, reader.rows);
  }

  /** A cell that is read back as it was, and that no spreadsheet program takes for a formula. */
  static String written(String text) {
    var safe = FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static String decode(RuleFile file) throws Unreadable {
    var bytes = ByteBuffer.wrap(file.bytes());
    if (file.bytes().length > 3 && file.bytes()[0] == 'P' && file.bytes()[1] == 'K') {
      throw new Unreadable(
          file.name(),
          "This is a workbook that is called .csv.",
          "call it .xlsx, or open it and save it as 'CSV UTF-8'.");
    }
    try {
      var text = UTF_8.newDecoder().decode(bytes).toString();
      if (text.indexOf('\0') >= 0) {
        throw new Unreadable(file.name(), "This file is not text in UTF-8.", SAVE);
      }
      return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      var line = 1;
      for (var i = 0; i < bytes.position(); i++) {
        line += file.bytes()[i] == '\n' ? 1 : 0;
      }
      var sentence = "A letter here is not in UTF-8.";
      throw new Unreadable(List.of(new Problem(file.name(), null, null, line, sentence, SAVE)));
    }
  }

  static char separator(String text) {
    var best = ',';
    var most = 0;
    for (var candidate : new char[] {',', ';', '\t'}) {
      var count = count(text, candidate);
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  private static int count(String text, char wanted) {
    var quoted = false;
    var count = 0;
    for (var i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
      var sign = text.charAt(i);
      quoted ^= sign == '"';
      count += !quoted && sign == wanted ? 1 : 0;
    }
    return count;
  }

  private void all() throws Unreadable {
    while (at < text.length()) {
      var sign = text.charAt(at);
      if (sign == '"' && cell.toString().isBlank()) {
        quoted();
      } else if (sign == separator) {
        endCell();
        at++;
      } else if (sign == '\n' || sign == '\r') {
        endRow();
      } else {
        cell.append(sign);
        at++;
      }
    }
    if (!row.isEmpty() || !cell.isEmpty()) {
      endRow();
      checkEnd();
    }
    while (!rows.isEmpty() && rows.getLast().stream().allMatch(String::isBlank)) {
      rows.removeLast();
    }
  }

  /** A file that is still being copied ends anywhere. */
  private void checkEnd() throws Unreadable {
    var last = rows.getLast();
    if (rows.size() > 1 && last.size() < rows.getFirst().size()) {
      throw new Unreadable(
          List.of(
              problem(
                  rows.size(),
                  last.size() - 1,
                  "The file ends in the middle of this row.",
                  "it was copied in half; save it again.")));
    }
  }

  private void checkSize() throws Unreadable {
    if (rows.size() > Grid.MOST_ROWS + 1) {
      throw new Unreadable(
          List.of(
              problem(
                  Grid.MOST_ROWS + 2,
                  0,
                  "This table has more than 5,000 rows.",
                  "split it into several files.")));
    }
    for (var i = 0; i < rows.size(); i++) {
      var cells = rows.get(i);
      if (cells.size() > Grid.MOST_COLUMNS
          && !cells.stream().skip(Grid.MOST_COLUMNS).allMatch(String::isEmpty)) {
        throw new Unreadable(
            List.of(
                problem(
                    i + 1,
                    Grid.MOST_COLUMNS,
                    "This row has more than 60 columns.",
                    "delete the rest of it.")));
      }
    }
  }

  private void quoted() throws Unreadable {
    var start = at++;
    cell.setLength(0);
    while (at < text.length()) {
      var sign = text.charAt(at++);
      if (sign != '"') {
        cell.append(sign);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append(sign);
        at++;
      } else {
        skipBlanks();
        return;
      }
    }
    at = start;
    throw new Unreadable(
        List.of(
            here(
                "A quote (\") is opened here and never closed.",
                "add one at the end of the cell.")));
  }

  private void skipBlanks() throws Unreadable {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && text.charAt(at) != separator && "\r\n".indexOf(text.charAt(at)) < 0) {
      throw new Unreadable(
          List.of(
              here("There is text after a closing quote (\").", "write a quote inside twice.")));
    }
  }

  private Problem here(String sentence, String advice) {
    return problem(rows.size() + 1, row.size(), sentence, advice);
  }

  private Problem problem(int row, int column, String sentence, String advice) {
    return new Problem(file, null, Grid.address(row, column), null, sentence, advice);
  }

  private void endCell() {
    row.add(Grid.clean(cell.toString()));
    cell.setLength(0);
  }

  private void endRow() {
    endCell();
    rows.add(row);
    row = new ArrayList<>();
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
}
