package travel.opslayer.decision.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import travel.opslayer.decision.RuleFile;

/** Rows of a table as their author wrote them, found again by the source that a rule names. */
public final class WrittenRows {

  private static final Pattern SOURCE = Pattern.compile("(.+?)(#.+)?!(\\d+)");

  private WrittenRows() {}

  /**
   * By source, titles with cells, blank ones left out. A source of another file, of a text, or of a
   * row that is not there is left out too.
   */
  public static Map<String, Map<String, String>> of(RuleFile file, List<String> sources) {
    var rows = new LinkedHashMap<String, Map<String, String>>();
    if (file.name().toLowerCase(Locale.ROOT).endsWith(".drl")) {
      return rows;
    }
    try {
      var grid = grid(file);
      for (var source : sources) {
        var parts = SOURCE.matcher(source);
        if (parts.matches() && parts.group(1).equals(file.name())) {
          var row = Integer.parseInt(parts.group(3));
          if (row > 1 && row <= grid.rows().size()) {
            rows.put(source, cells(grid, row));
          }
        }
      }
      return rows;
    } catch (Unreadable e) {
      return Map.of(); // it was read when it was accepted, by an older service
    }
  }

  static Grid grid(RuleFile file) throws Unreadable {
    return file.name().toLowerCase(Locale.ROOT).endsWith(".xlsx")
        ? XlsxGrid.read(file, title -> true)
        : CsvGrid.read(file);
  }

  static Map<String, String> cells(Grid grid, int row) {
    var cells = new LinkedHashMap<String, String>();
    for (var column = 0; column < grid.rows().getFirst().size(); column++) {
      var text = grid.text(row, column);
      if (!text.isBlank()) {
        cells.put(grid.text(1, column), text);
      }
    }
    return cells;
  }
}
