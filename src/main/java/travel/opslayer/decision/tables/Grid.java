package travel.opslayer.decision.tables;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Problem;

/**
 * A table as text, whatever kind of file it came from.
 *
 * @param sheet null for a file without sheets
 * @param rows from row 1, which holds the titles; a cell that is not there is blank
 */
public record Grid(String file, @Nullable String sheet, List<List<String>> rows) {

  /** Beyond that a table is no longer read by people; and a small file may unpack to millions. */
  static final int MOST_ROWS = 5_000;

  static final int MOST_COLUMNS = 60;

  /** Before this, an apostrophe says that it is no formula. */
  private static final Pattern GUARDED = Pattern.compile("'+[=+@＝＋＠－-]");

  /** All kinds of blanks look the same. */
  private static final Pattern BLANK = Pattern.compile("[\\p{Zs}&&[^ ]]");

  /** A cell as its reader sees it. */
  static String clean(String text) {
    return BLANK.matcher(text).replaceAll(" ").strip();
  }

  /** What is meant. */
  public String text(int row, int column) {
    var written = written(row, column);
    return GUARDED.matcher(written).lookingAt() ? written.substring(1) : written;
  }

  /** What is in the file. */
  public String written(int row, int column) {
    var cells = rows.get(row - 1);
    return column < cells.size() ? cells.get(column) : "";
  }

  public boolean isBlank(int row) {
    return rows.get(row - 1).stream().allMatch(String::isBlank);
  }

  public Problem problem(int row, int column, String sentence, String advice) {
    return new Problem(file, sheet, address(row, column), null, sentence, advice);
  }

  /** A1 as Excel counts: columns from 0 here, rows from 1. */
  public static String address(int row, int column) {
    var letters = new StringBuilder();
    for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.append(row).toString();
  }
}
