package travel.opslayer.decision.classic;

import java.util.List;
import java.util.Optional;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.tables.ForeignSheet;
import travel.opslayer.decision.tables.Grid;

/**
 * One table of a classic sheet, from the cell 'RuleTable' to the first gap.
 *
 * @param name what stands behind 'RuleTable'; it may be blank
 * @param row of that cell
 * @param rows that hold a rule, by number
 */
record ClassicTable(
    ForeignSheet sheet, String name, int row, List<Column> columns, List<Integer> rows) {

  ClassicTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A column with its four rows of titles.
   *
   * @param kind empty when there is no such kind
   * @param pattern the object that is asked or told; blank when the snippet says it all
   */
  record Column(
      int index,
      Optional<ColumnKind> kind,
      String typed,
      String pattern,
      String snippet,
      String title) {

    boolean is(ColumnKind wanted) {
      return kind.filter(wanted::equals).isPresent();
    }

    /** As its readers call it. */
    String shown() {
      return title.isBlank() ? typed : title;
    }
  }

  /** Row of the snippets; those of kinds and patterns stand above it. */
  int snippets() {
    return row + 3;
  }

  String text(int row, Column column) {
    return sheet.text(row, column.index());
  }

  Problem problem(int row, int column, String sentence, String advice) {
    return sheet.grid().problem(row, column, sentence, advice);
  }

  /** Something about a row as a whole. */
  Problem problem(int row, String sentence, String advice) {
    return problem(row, columns.isEmpty() ? 0 : columns.getFirst().index(), sentence, advice);
  }

  String address(int row, Column column) {
    return Grid.address(row, column.index());
  }
}
