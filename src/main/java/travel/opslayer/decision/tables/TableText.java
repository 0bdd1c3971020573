package travel.opslayer.decision.tables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;

/** A rule file as text that people and version control can read: a line for each row. */
public final class TableText {

  private static final String BETWEEN = " | ";

  private TableText() {}

  /** Columns one below the other; what is no table is shown as it is. */
  public static List<String> of(RuleFile file) {
    if (!isTable(file)) {
      return new String(file.bytes(), UTF_8).lines().toList();
    }
    try {
      return aligned(WrittenRows.grid(file));
    } catch (Unreadable e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  /** Each row with the titles of what it fills in, so that it is the same wherever it stands. */
  public static List<String> rows(RuleFile file) {
    if (!isTable(file)) {
      return of(file);
    }
    try {
      var grid = WrittenRows.grid(file);
      return IntStream.rangeClosed(2, grid.rows().size())
          .filter(it -> !grid.isBlank(it))
          .mapToObj(
              it ->
                  String.join(
                      ", ",
                      WrittenRows.cells(grid, it).entrySet().stream()
                          .map(cell -> cell.getKey() + ": " + cell.getValue())
                          .toList()))
          .toList();
    } catch (Unreadable e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  private static boolean isTable(RuleFile file) {
    var name = file.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".xlsx");
  }

  private static List<String> aligned(Grid grid) {
    var columns = grid.rows().stream().mapToInt(List::size).max().orElse(0);
    var widths = new int[columns];
    for (var row = 1; row <= grid.rows().size(); row++) {
      for (var i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(grid.text(row, i)));
      }
    }
    var lines = new ArrayList<String>();
    for (var row = 1; row <= grid.rows().size(); row++) {
      var line = new StringBuilder();
      for (var i = 0; i < columns; i++) {
        var cell = grid.text(row, i).replace('\n', ' ');
        line.append(i == 0 ? "" : BETWEEN).append(cell);
        line.append(" ".repeat(widths[i] - width(cell)));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
