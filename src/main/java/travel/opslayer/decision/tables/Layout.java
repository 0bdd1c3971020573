package travel.opslayer.decision.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.decision.language.Reading.Bad;
import travel.opslayer.decision.schema.Column;
import travel.opslayer.decision.schema.Column.Datum;
import travel.opslayer.decision.schema.Column.Note;
import travel.opslayer.decision.schema.Schema;

/** Which column of a grid is which of its schema, and so the cells of each row. */
final class Layout {

  /** Rows in which a table of Drools' own form says that it is one. */
  private static final int CLASSIC = 8;

  /** What nobody reads any more need not be looked for: a broken table may have 300,000 cells. */
  private static final int MOST_PROBLEMS = 200;

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
    if (grid.isBlank(1)) {
      problems.add(
          grid.problem(1, 0, "Row 1 is blank, and the titles belong there.", "delete this row."));
      return List.of();
    }
    if (isClassic(grid)) {
      problems.add(classic(grid));
      return List.of();
    }
    var layout = new Layout(grid, problems);
    var before = problems.size();
    layout.titles(schema);
    return problems.size() > before ? List.of() : layout.rows();
  }

  static Problem classic(Grid grid) {
    return grid.problem(
        1,
        0,
        "This is a decision table for programmers (RuleSet, RuleTable).",
        "take it out of the folder and run 'rules import' on it, which makes tables of ours.");
  }

  static boolean isClassic(Grid grid) {
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
      if (!columns.containsValue(it) && !it.optional()) {
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
    var invisible = Mangled.invisible(typed);
    if (invisible.isPresent()) {
      var bad = invisible.get();
      problems.add(grid.problem(1, index, bad.sentence(), bad.advice()));
    } else if (column.isEmpty()) {
      problems.add(
          grid.problem(
              1,
              index,
              "There is no column (%s) in this kind of table.".formatted(Lexicon.shorten(typed)),
              Nearest.advice(typed, known)));
    } else if (columns.containsValue(column.get())) {
      problems.add(
          grid.problem(
              1,
              index,
              "Column (%s) is there twice.".formatted(Lexicon.shorten(typed)),
              "delete one of them."));
    } else {
      columns.put(index, column.get());
    }
  }

  private static Optional<Column> same(String typed, Schema schema) {
    return Nearest.same(typed, schema.columns().stream().map(Column::title).toList())
        .flatMap(
            title -> schema.columns().stream().filter(it -> it.title().equals(title)).findFirst());
  }

  /** A row with a cell that is no longer what was typed is not read further. */
  private List<List<Cell>> rows() {
    var rows = new ArrayList<List<Cell>>();
    for (var row = 2; row <= grid.rows().size() && problems.size() < MOST_PROBLEMS; row++) {
      if (grid.isBlank(row)) {
        problems.add(grid.problem(row, 0, "This row is blank and others follow.", "delete it."));
      } else if (isTitles(row)) {
        problems.add(grid.problem(row, 0, "This row repeats the titles.", "delete it."));
      } else {
        cells(row).ifPresent(rows::add);
      }
    }
    return rows;
  }

  /** Whoever puts two tables one below the other has them twice. */
  private boolean isTitles(int row) {
    return columns.size() > 1
        && columns.keySet().stream()
            .allMatch(it -> grid.text(row, it).equalsIgnoreCase(grid.text(1, it)));
  }

  private Optional<List<Cell>> cells(int row) {
    var before = problems.size();
    var cells = new ArrayList<Cell>();
    columns.forEach((index, column) -> cells.add(new Cell(grid, row, index, column, problems)));
    cells.forEach(it -> mangled(it).ifPresent(bad -> it.refuse(bad.sentence(), bad.advice())));
    for (var i = 0; i < grid.rows().get(row - 1).size(); i++) {
      if (!columns.containsKey(i) && !grid.text(row, i).isEmpty()) {
        problems.add(
            grid.problem(
                row,
                i,
                "There is text (%s) in a column without a title."
                    .formatted(Lexicon.shorten(grid.text(row, i))),
                grid.sheet() == null
                    ? "it belongs into another column; a cell with commas in it needs quotes (\")."
                    : "it belongs into another column."));
      }
    }
    return problems.size() == before ? Optional.of(cells) : Optional.empty();
  }

  /** Notes may say 3-Apr, and people may write 1E+5; a rule must not mean it. */
  private static Optional<Bad> mangled(Cell cell) {
    var isForReaders =
        cell.column() instanceof Note
            || (cell.column() instanceof Datum it
                && (it.part().equals("phrase") || it.part().equals("meaning")));
    return Mangled.text(cell.written())
        .or(() -> isForReaders ? Optional.empty() : Mangled.value(cell.text()));
  }
}
