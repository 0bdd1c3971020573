package travel.opslayer.decision.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;

/** Reads all sheets of a file of another program, by the readers that guard our own tables. */
public final class ForeignSheets {

  private static final int LARGEST = 1 << 20;
  private static final int MOST_SHEETS = 50;
  private static final int MOST_MERGED = 2_000;

  /** More are not told; what is below is not read then. */
  private static final int MOST_PROBLEMS = 300;

  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> remarks = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();
  private final Grid place;
  private final XlsxCells cells =
      new XlsxCells(
          (row, column, sentence, advice) -> {
            this.refused.add(Grid.address(row, column));
            if (this.problems.size() < MOST_PROBLEMS) {
              this.problems.add(problem(row, column, sentence, advice));
            }
          });

  /** Of cells under merged ones; when they are more than cells, some lie over others. */
  private int covered;

  private ForeignSheets(Grid place) {
    this.place = place;
  }

  /** Empty when the file cannot be read at all; why is added to the problems. */
  public static List<ForeignSheet> read(RuleFile file, List<Problem> problems) {
    try {
      if (file.bytes().length > LARGEST) {
        throw new Unreadable(file.name(), "This file is bigger than 1 MB.", "split it.");
      }
      var name = file.name().toLowerCase(Locale.ROOT);
      if (name.endsWith(".csv")) {
        return List.of(new ForeignSheet(CsvGrid.read(file), Set.of(), List.of(), List.of()));
      }
      if (name.endsWith(".xlsx")) {
        return OpenWorkbook.read(file, it -> sheets(file.name(), it));
      }
      throw new Unreadable(
          file.name(),
          "This kind of file (%s) is not read.".formatted(name.replaceFirst(".*(?=\\.)", "")),
          "save it as an Excel workbook (.xlsx) or as 'CSV UTF-8'.");
    } catch (Unreadable e) {
      problems.addAll(e.problems());
      return List.of();
    }
  }

  private static List<ForeignSheet> sheets(String file, XSSFWorkbook workbook) throws Unreadable {
    var sheets = new ArrayList<ForeignSheet>();
    for (var i = 0; i < Math.min(workbook.getNumberOfSheets(), MOST_SHEETS); i++) {
      var sheet = workbook.getSheetAt(i);
      var reader = new ForeignSheets(new Grid(file, sheet.getSheetName(), List.of()));
      if (workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i)) {
        reader.remark(1, 0, "This sheet is hidden, and is read like any other.");
      }
      sheets.add(reader.read(sheet));
    }
    return sheets;
  }

  private ForeignSheet read(Sheet sheet) throws Unreadable {
    var last = XlsxGrid.last(sheet);
    if (last > Grid.MOST_ROWS) {
      var sentence = "This sheet has more than 5,000 rows.";
      throw new Unreadable(
          List.of(problem(Grid.MOST_ROWS + 2, 0, sentence, "split it into several files.")));
    }
    var rows = new ArrayList<List<String>>();
    for (var i = 0; i <= last; i++) {
      rows.add(row(sheet.getRow(i), i + 1));
    }
    var merged = Math.min(sheet.getNumMergedRegions(), MOST_MERGED);
    for (var i = 0; i < merged; i++) {
      spread(sheet.getMergedRegion(i), rows);
    }
    var width = rows.stream().mapToInt(List::size).max().orElse(0);
    for (var i = 0; i < width; i++) {
      if (sheet.isColumnHidden(i)) {
        remark(1, i, "This column is hidden, and is read like any other.");
      }
    }
    return new ForeignSheet(
        new Grid(place.file(), place.sheet(), rows), refused, problems, remarks);
  }

  private List<String> row(@Nullable Row row, int number) {
    var texts = new ArrayList<String>();
    if (row == null) {
      return texts;
    }
    for (var i = 0; i < Math.min(row.getLastCellNum(), Grid.MOST_COLUMNS); i++) {
      var cell = row.getCell(i, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL);
      texts.add(cell == null ? "" : cells.text(cell, false));
    }
    if (row.getLastCellNum() > Grid.MOST_COLUMNS) {
      problems.add(
          problem(
              number,
              Grid.MOST_COLUMNS,
              "What stands beyond 60 columns is not read.",
              "split it."));
    }
    if (row.getZeroHeight() && !texts.stream().allMatch(String::isBlank)) {
      remark(number, 0, "This row is hidden, and is read like any other.");
    }
    return texts;
  }

  /** As the classic tool does: each of the cells counts as filled in. */
  private void spread(CellRangeAddress merged, List<List<String>> rows) throws Unreadable {
    var top = merged.getFirstRow();
    var left = merged.getFirstColumn();
    if (top >= rows.size() || left >= rows.get(top).size()) {
      return;
    }
    var text = rows.get(top).get(left);
    var isRefused = refused.contains(Grid.address(top + 1, left));
    var bottom = Math.min(merged.getLastRow(), rows.size() - 1);
    var right = Math.min(merged.getLastColumn(), Grid.MOST_COLUMNS - 1);
    covered += (bottom - top + 1) * (right - left + 1);
    if (covered > Grid.MOST_ROWS * Grid.MOST_COLUMNS) {
      var sentence = "These merged cells lie over others.";
      throw new Unreadable(List.of(problem(top + 1, left, sentence, "unmerge them.")));
    }
    for (var row = top; row <= bottom; row++) {
      var cells = rows.get(row);
      for (var i = left; i <= right; i++) {
        while (cells.size() <= i) {
          cells.add("");
        }
        cells.set(i, text);
        if (isRefused) {
          refused.add(Grid.address(row + 1, i));
        }
      }
    }
    if (merged.getLastRow() > top && !text.isBlank()) {
      remark(top + 1, left, "These cells are merged, so each of their rows holds what they say.");
    }
  }

  private void remark(int row, int column, String sentence) {
    remarks.add(problem(row, column, sentence, ""));
  }

  private Problem problem(int row, int column, String sentence, String advice) {
    return place.problem(row, column, sentence, advice);
  }
}
