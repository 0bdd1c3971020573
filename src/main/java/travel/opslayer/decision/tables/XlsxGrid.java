package travel.opslayer.decision.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;

/**
 * Reads an Excel workbook that holds one table and nothing clever. What people cannot see (hidden
 * rows), what changes by itself (formulas) and what Excel makes of a value (dates, percentages) is
 * refused, for each would decide otherwise than its reader thinks.
 */
final class XlsxGrid {

  private static final int ROWS = 5_000;
  private static final int COLUMNS = 60;
  private static final double LARGEST_WHOLE = 1e15;

  static {
    // A file of a few kilobytes can unpack to gigabytes.
    ZipSecureFile.setMaxEntrySize(8 << 20);
    ZipSecureFile.setMaxTextSize(2 << 20);
    ZipSecureFile.setMaxFileCount(200);
  }

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private Grid grid;

  private XlsxGrid(String file) {
    this.file = file;
    this.grid = new Grid(file, null, List.of());
  }

  static Grid read(RuleFile file) throws Unreadable {
    if (file.bytes().length > 4 && file.bytes()[0] == (byte) 0xD0) {
      throw new Unreadable(
          file.name(),
          "This is an old Excel file or one with a password.",
          "save it as an Excel workbook (.xlsx) without a password.");
    }
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file.bytes()))) {
      return new XlsxGrid(file.name()).read(workbook);
    } catch (IOException | RuntimeException e) {
      // Whatever POI throws at a foreign file: it is no workbook, or too big a one.
      throw new Unreadable(
          file.name(),
          "This is not an Excel workbook that can be read.",
          "it was copied in half or is too big; open it in Excel and save it again.");
    }
  }

  private Grid read(XSSFWorkbook workbook) throws Unreadable {
    if (workbook.isMacroEnabled()) {
      throw new Unreadable(file, "This workbook has macros.", "save it as .xlsx without macros.");
    }
    for (var i = 1; i < workbook.getNumberOfSheets(); i++) {
      var more = workbook.getSheetAt(i);
      if (more.getPhysicalNumberOfRows() > 0) {
        problems.add(
            new Problem(
                file,
                more.getSheetName(),
                "A1",
                null,
                "There is a second sheet (%s) in this workbook.".formatted(more.getSheetName()),
                "move it to a file of its own."));
      }
    }
    return read(workbook.getSheetAt(0));
  }

  private Grid read(Sheet sheet) throws Unreadable {
    var name = sheet.getSheetName();
    grid = new Grid(file, name, List.of());
    if (!name.matches("[\\p{L}\\p{M}\\p{N} _.&()-]{1,31}")) {
      problem(1, 0, "A sheet cannot be called (%s).".formatted(name), "use letters and digits.");
      throw new Unreadable(problems);
    }
    if (sheet.getLastRowNum() >= ROWS) {
      problem(ROWS + 1, 0, "This table has more than 5,000 rows.", "split it into several files.");
      throw new Unreadable(problems);
    }
    for (var it : sheet.getMergedRegions()) {
      problem(
          it.getFirstRow() + 1,
          it.getFirstColumn(),
          "The cells (%s) are merged.".formatted(it.formatAsString()),
          "unmerge them and repeat the value in each.");
    }
    var rows = new ArrayList<List<String>>();
    for (var i = 0; i <= sheet.getLastRowNum(); i++) {
      rows.add(row(sheet, i));
    }
    while (!rows.isEmpty() && rows.getLast().stream().allMatch(String::isBlank)) {
      rows.removeLast();
    }
    hiddenColumns(sheet, rows);
    if (!problems.isEmpty()) {
      throw new Unreadable(problems);
    }
    return new Grid(file, name, rows);
  }

  private List<String> row(Sheet sheet, int index) {
    var cells = new ArrayList<String>();
    var row = sheet.getRow(index);
    if (row == null) {
      return cells;
    }
    for (var i = 0; i < Math.min(row.getLastCellNum(), COLUMNS); i++) {
      var cell = row.getCell(i, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL);
      cells.add(cell == null ? "" : text(cell));
    }
    if (row.getLastCellNum() > COLUMNS) {
      problem(index + 1, COLUMNS, "This row has more than 60 columns.", "delete the rest of it.");
    }
    if (row.getZeroHeight() && !cells.stream().allMatch(String::isBlank)) {
      problem(index + 1, 0, "This row is hidden.", "show it or delete it.");
    }
    return cells;
  }

  private void hiddenColumns(Sheet sheet, List<List<String>> rows) {
    var width = rows.stream().mapToInt(List::size).max().orElse(0);
    for (var i = 0; i < width; i++) {
      if (sheet.isColumnHidden(i)) {
        problem(1, i, "This column is hidden.", "show it or delete it.");
      }
    }
  }

  private String text(Cell cell) {
    return switch (cell.getCellType()) {
      case FORMULA -> refuse(cell, "This is a formula (%s).", "type the value instead.");
      case ERROR -> refuse(cell, "Excel shows an error here (%s).", "type the value instead.");
      case BOOLEAN -> cell.getBooleanCellValue() ? "yes" : "no";
      case NUMERIC -> number(cell);
      case STRING -> cell.getStringCellValue().replace('\u00a0', ' ').strip();
      case BLANK, _NONE -> "";
    };
  }

  private String number(Cell cell) {
    if (DateUtil.isCellDateFormatted(cell)) {
      return refuse(
          cell,
          "Excel has made a date of this (%s).",
          "format the cell as text and type it again.");
    }
    if (cell.getCellStyle().getDataFormatString().contains("%")) {
      return refuse(
          cell, "This is a percentage (%s).", "format the cell as text and type it again.");
    }
    var number = cell.getNumericCellValue();
    return number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE
        ? String.valueOf((long) number)
        : BigDecimal.valueOf(number).toPlainString();
  }

  private String refuse(Cell cell, String sentence, String advice) {
    var shown = cell.getCellType() == CellType.FORMULA ? cell.getCellFormula() : cell.toString();
    problem(cell.getRowIndex() + 1, cell.getColumnIndex(), sentence.formatted(shown), advice);
    return "?";
  }

  private void problem(int row, int column, String sentence, String advice) {
    problems.add(grid.problem(row, column, sentence, advice));
  }
}
