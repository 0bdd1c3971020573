package travel.opslayer.decision.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.language.Lexicon;

/**
 * Reads an Excel workbook that holds one table and nothing clever. What people cannot see (hidden
 * rows), what changes by itself (formulas) and what Excel makes of a value (dates, percentages) is
 * refused, for each would decide otherwise than its reader thinks.
 */
final class XlsxGrid {

  private static final int MOST_PROBLEMS = 300;
  private static final int MOST_MERGED = 20;

  /** In twentieths of a point, and in 256ths of a letter: less is seen by nobody. */
  private static final int LOWEST = 60;

  private static final int NARROWEST = 128;

  private final String file;
  private final Predicate<String> hasDays;
  private final XlsxCells cells = new XlsxCells(this::problem);
  private final List<Problem> problems = new ArrayList<>();
  private List<String> titles = List.of();
  private Grid grid;

  private XlsxGrid(String file, Predicate<String> hasDays) {
    this.file = file;
    this.hasDays = hasDays;
    this.grid = new Grid(file, null, List.of());
  }

  /**
   * @param hasDays whether the column of a title asks for days: there alone is a date what it says
   */
  static Grid read(RuleFile file, Predicate<String> hasDays) throws Unreadable {
    return OpenWorkbook.read(file, it -> new XlsxGrid(file.name(), hasDays).read(it));
  }

  private Grid read(XSSFWorkbook workbook) throws Unreadable {
    for (var i = 1; i < workbook.getNumberOfSheets(); i++) {
      var more = workbook.getSheetAt(i);
      if (more.getPhysicalNumberOfRows() > 0) {
        problems.add(
            new Problem(
                file,
                more.getSheetName(),
                "A1",
                null,
                "There is a second sheet (%s) in this workbook."
                    .formatted(Lexicon.shorten(more.getSheetName())),
                "move it to a file of its own."));
      }
    }
    var sheet = workbook.getSheetAt(0);
    if (workbook.isSheetHidden(0) || workbook.isSheetVeryHidden(0)) {
      throw new Unreadable(
          List.of(
              new Problem(
                  file, sheet.getSheetName(), "A1", null, "This sheet is hidden.", "show it.")));
    }
    return read(sheet);
  }

  private Grid read(Sheet sheet) throws Unreadable {
    var name = sheet.getSheetName();
    grid = new Grid(file, name, List.of());
    if (!name.matches("[\\p{L}\\p{M}\\p{N} _.&()-]{1,31}")) {
      problem(
          1,
          0,
          "A sheet cannot be called (%s).".formatted(Lexicon.shorten(name)),
          "use letters and digits.");
      throw new Unreadable(problems);
    }
    var last = last(sheet);
    if (last > Grid.MOST_ROWS) {
      problem(
          Grid.MOST_ROWS + 2,
          0,
          "This table has more than 5,000 rows.",
          "split it into several files.");
      throw new Unreadable(problems);
    }
    refuseMerged(sheet);
    refuseTwofold(sheet);
    var rows = new ArrayList<List<String>>();
    for (var i = 0; i <= last && problems.size() < MOST_PROBLEMS; i++) {
      rows.add(row(sheet, i));
      titles = rows.getFirst();
    }
    hiddenColumns(sheet, rows);
    var whole = new Grid(file, name, rows);
    if (!problems.isEmpty()) {
      throw new Unreadable(Layout.isClassic(whole) ? List.of(Layout.classic(whole)) : problems);
    }
    return whole;
  }

  private void refuseMerged(Sheet sheet) {
    for (var i = 0; i < Math.min(sheet.getNumMergedRegions(), MOST_MERGED); i++) {
      var it = sheet.getMergedRegion(i);
      problem(
          it.getFirstRow() + 1,
          it.getFirstColumn(),
          "The cells (%s) are merged.".formatted(it.formatAsString()),
          "unmerge them and repeat the value in each.");
    }
  }

  private void refuseTwofold(Sheet sheet) {
    if (isTwofold(sheet)) {
      problem(1, 0, "A row or a cell is there twice.", "open it in Excel and save it again.");
    }
  }

  /** Of two cells of one place, programs show one or the other. */
  private static boolean isTwofold(Sheet sheet) {
    if (!(sheet instanceof XSSFSheet it)) {
      return false;
    }
    var rows = it.getCTWorksheet().getSheetData().sizeOfRowArray();
    for (var row : sheet) {
      if (((XSSFRow) row).getCTRow().sizeOfCArray() != row.getPhysicalNumberOfCells()) {
        return true;
      }
    }
    return rows != sheet.getPhysicalNumberOfRows();
  }

  /** The last row that holds anything; rows that were only coloured are none. -1 without any. */
  static int last(Sheet sheet) {
    var last = -1;
    for (var row : sheet) {
      last = isBlank(row) ? last : Math.max(last, row.getRowNum());
    }
    return last;
  }

  private static boolean isBlank(Row row) {
    for (var cell : row) {
      if (cell.getCellType() != CellType.BLANK
          && !(cell.getCellType() == CellType.STRING && cell.getStringCellValue().isBlank())) {
        return false;
      }
    }
    return true;
  }

  private List<String> row(Sheet sheet, int index) {
    var cells = new ArrayList<String>();
    var row = sheet.getRow(index);
    if (row == null) {
      return cells;
    }
    for (var i = 0; i < Math.min(row.getLastCellNum(), Grid.MOST_COLUMNS); i++) {
      var cell = row.getCell(i, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL);
      cells.add(cell == null ? "" : this.cells.text(cell, isDays(i)));
    }
    if (isBeyond(row)) {
      problem(
          index + 1,
          Grid.MOST_COLUMNS,
          "This row has more than 60 columns.",
          "delete the rest of it.");
    }
    if ((row.getZeroHeight() || row.getHeight() < LOWEST)
        && !cells.stream().allMatch(String::isBlank)) {
      problem(index + 1, 0, "This row is hidden.", "show it or delete it.");
    }
    return cells;
  }

  private static boolean isBeyond(Row row) {
    for (var cell : row) {
      if (cell.getColumnIndex() >= Grid.MOST_COLUMNS && cell.getCellType() != CellType.BLANK) {
        return true;
      }
    }
    return false;
  }

  private void hiddenColumns(Sheet sheet, List<List<String>> rows) {
    var width = rows.stream().mapToInt(List::size).max().orElse(0);
    for (var i = 0; i < width; i++) {
      if (sheet.isColumnHidden(i) || sheet.getColumnWidth(i) < NARROWEST) {
        problem(1, i, "This column is hidden.", "show it or delete it.");
      }
    }
  }

  private boolean isDays(int column) {
    return column < titles.size() && hasDays.test(titles.get(column));
  }

  private void problem(int row, int column, String sentence, String advice) {
    problems.add(grid.problem(row, column, sentence, advice));
  }
}
