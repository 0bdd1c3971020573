package travel.opslayer.decision.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.decision.schema.Column;
import travel.opslayer.decision.schema.Column.Note;
import travel.opslayer.decision.schema.Schema;

/** Which column of a grid is which of its schema, and so the cells of each row. */
final class Layout {

  /** Rows in which a table of Drools' own form says that it is one. */
  private static final int CLASSIC = 8;

  private final Grid grid;
  private final List<Problem> problems;
  private final Map<Integer, Column> columns = new TreeMap<>();

  private Layout(Grid grid, List<Problem> problems) {
    this.grid = grid;
    this.problems = problems;
  }

  /** The rows that hold something; empty when the titles are wrong, for then nothing is sure. */
  static List<List<Cell>> rows(Grid grid, Schema schema, List<Problem> problems) {
    if (grid.rows().size() < 2) {
      problems.add(grid.problem(1, 0, "This table has no rows.", "delete the file, or fill it."));
      return List.of();
    }
    if (isClassic(grid)) {
      problems.add(
          grid.problem(
              1,
              0,
              "This is a decision table for programmers (RuleSet, RuleTable).",
              "copy its data rows into a new table with one row of titles above them."));
      return List.of();
    }
    var layout = new Layout(grid, problems);
    var before = problems.size();
    layout.titles(schema);
    return problems.size() > before ? List.of() : layout.rows();
  }

  private static boolean isClassic(Grid grid) {
    return grid.rows().stream()
        .limit(CLASSIC)
        .flatMap(List::stream)
        .anyMatch(it -> it.matches("(?i)rule(set|table)\\b.*"));
  }

  private void titles(Schema schema) {
    var known = schema.columns().stream().map(Column::title).toList();
    var titles = grid.rows().getFirst();
    for (var i = 0; i < titles.size(); i++) {
      title(i, titles.get(i), schema, known);
    }
    for (var it : schema.columns()) {
      if (!columns.containsValue(it) && !(it instanceof Note)) {
        problems.add(
            grid.problem(
                1,
                0,
                "Column (%s) is missing.".formatted(it.title()),
                "give one of the columns this title in row 1."));
      }
    }
  }

  private void title(int index, String typed, Schema schema, List<String> known) {
    if (typed.isEmpty()) {
      return;
    }
    var column = same(typed, schema);
    if (column.isEmpty()) {
      problems.add(
          grid.problem(
              1,
              index,
              "There is no column (%s) in this kind of table.".formatted(Lexicon.shorten(typed)),
              Nearest.advice(typed, known)));
    } else if (columns.containsValue(column.get())) {
      problems.add(
          grid.problem(
              1, index, "Column (%s) is there twice.".formatted(typed), "delete one of them."));
    } else {
      columns.put(index, column.get());
    }
  }

  private static Optional<Column> same(String typed, Schema schema) {
    return Nearest.same(typed, schema.columns().stream().map(Column::title).toList())
        .flatMap(
            title -> schema.columns().stream().filter(it -> it.title().equals(title)).findFirst());
  }

  private List<List<Cell>> rows() {
    var rows = new ArrayList<List<Cell>>();
    for (var row = 2; row <= grid.rows().size(); row++) {
      if (grid.isBlank(row)) {
        problems.add(grid.problem(row, 0, "This row is blank and others follow.", "delete it."));
      } else {
        rows.add(cells(row));
      }
    }
    return rows;
  }

  private List<Cell> cells(int row) {
    var cells = new ArrayList<Cell>();
    columns.forEach((index, column) -> cells.add(new Cell(grid, row, index, column, problems)));
    for (var i = 0; i < grid.rows().get(row - 1).size(); i++) {
      if (!columns.containsKey(i) && !grid.text(row, i).isEmpty()) {
        problems.add(
            grid.problem(
                row,
                i,
                "There is text (%s) in a column without a title."
                    .formatted(Lexicon.shorten(grid.text(row, i))),
                "it belongs into another column."));
      }
    }
    return cells;
  }
}
