package travel.opslayer.decision.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.classic.ClassicTable.Column;
import travel.opslayer.decision.tables.ForeignSheet;

/** Finds the tables of a sheet as the classic tool does: it stops at the first gap, unasked. */
final class ClassicSheets {

  private static final String TABLE = "ruletable";

  /** Rows of titles: where it begins, kinds, patterns, snippets, titles. */
  private static final int TITLES = 5;

  private final ForeignSheet sheet;
  private final Frame frame;
  private final List<Problem> problems;
  private final List<Problem> remarks;
  private final List<ClassicTable> tables = new ArrayList<>();

  private ClassicSheets(
      ForeignSheet sheet, Frame frame, List<Problem> problems, List<Problem> remarks) {
    this.sheet = sheet;
    this.frame = frame;
    this.problems = problems;
    this.remarks = remarks;
  }

  static List<ClassicTable> of(
      ForeignSheet sheet, Frame frame, List<Problem> problems, List<Problem> remarks) {
    var finder = new ClassicSheets(sheet, frame, problems, remarks);
    var row = 1;
    while (row <= sheet.rows()) {
      row = finder.tableColumn(row) < 0 ? finder.between(row) : finder.table(row);
    }
    return finder.tables;
  }

  private int tableColumn(int row) {
    return IntStream.range(0, sheet.width(row))
        .filter(it -> sheet.text(row, it).toLowerCase(Locale.ROOT).startsWith(TABLE))
        .findFirst()
        .orElse(-1);
  }

  /** A row outside of tables. */
  private int between(int row) {
    frame.read(sheet, row, problems, remarks);
    return row + 1;
  }

  /**
   * @return the row that follows it
   */
  private int table(int row) {
    var start = tableColumn(row);
    var columns = new ArrayList<Column>();
    var width = IntStream.range(row, row + TITLES).map(sheet::width).max().orElse(0);
    IntStream.range(start, width).forEach(it -> column(row, it, columns));
    var rows = new ArrayList<Integer>();
    var last = row + TITLES;
    var at = row + TITLES;
    while (at <= sheet.rows() && tableColumn(at) < 0 && !isGap(at, start, last)) {
      if (isFilled(at, start)) {
        rows.add(at);
        last = at;
      }
      at++;
    }
    var name = sheet.text(row, start).substring(TABLE.length()).strip();
    tables.add(new ClassicTable(sheet, name, row, columns, rows));
    if (rows.isEmpty()) {
      problems.add(
          problem(row, start, "This table has no rows.", "delete it, or fill in rows below it."));
    }
    return behind(at, rows.isEmpty() ? row : rows.getLast());
  }

  private void column(int row, int index, List<Column> columns) {
    var typed = sheet.text(row + 1, index);
    var texts = IntStream.rangeClosed(2, 4).mapToObj(it -> sheet.text(row + it, index)).toList();
    if (!typed.isEmpty()) {
      // A workbook saved as CSV marks merged cells by three dots.
      var pattern = texts.get(0).replaceFirst("\\.\\.\\.$", "").strip();
      columns.add(
          new Column(index, ColumnKind.named(typed), typed, pattern, texts.get(1), texts.get(2)));
    } else if (texts.stream().anyMatch(it -> !it.isEmpty())) {
      problems.add(
          problem(
              row + 1,
              index,
              "This column has no kind, and is not read.",
              "write CONDITION or ACTION here."));
    }
  }

  private boolean isFilled(int row, int start) {
    return IntStream.range(start, sheet.width(row)).anyMatch(it -> !sheet.text(row, it).isEmpty());
  }

  private boolean isGap(int row, int start, int last) {
    return isFilled(row, start) && row - last > 1;
  }

  /** What stands below a gap looks as if it were in force, and never was. */
  private int behind(int row, int last) {
    var at = row;
    var first = 0;
    var until = 0;
    while (at <= sheet.rows() && tableColumn(at) < 0 && !frame.isProperty(sheet, at)) {
      if (isFilled(at, 0)) {
        first = first == 0 ? at : first;
        until = at;
      }
      at++;
    }
    if (first > 0) {
      var which =
          first == until
              ? "Row %d was".formatted(first)
              : "Rows %d to %d were".formatted(first, until);
      problems.add(
          problem(
              first,
              0,
              "%s never in force, for the classic tool stops at the gap below row %d."
                  .formatted(which, last),
              "delete the gap and import again, if they are meant."));
    }
    return Math.max(at, row);
  }

  private Problem problem(int row, int column, String sentence, String advice) {
    return sheet.grid().problem(row, column, sentence, advice);
  }
}
