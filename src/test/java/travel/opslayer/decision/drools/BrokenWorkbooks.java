package travel.opslayer.decision.drools;

import static travel.opslayer.decision.drools.Workbooks.GOOD;
import static travel.opslayer.decision.drools.Workbooks.PERMIT;
import static travel.opslayer.decision.drools.Workbooks.bytes;
import static travel.opslayer.decision.drools.Workbooks.changed;
import static travel.opslayer.decision.drools.Workbooks.offers;
import static travel.opslayer.decision.drools.Workbooks.permit;
import static travel.opslayer.decision.drools.Workbooks.styled;
import static travel.opslayer.decision.drools.Workbooks.table;
import static travel.opslayer.decision.drools.Workbooks.zip;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import travel.opslayer.decision.RuleFile;

/** Workbooks with one mistake each; what staff see is in {@code rules/workbooks/expected.txt}. */
final class BrokenWorkbooks {

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private BrokenWorkbooks() {}

  static Map<String, RuleFile> all() throws IOException, GeneralSecurityException {
    var all = new TreeMap<String, RuleFile>();
    layout(all);
    hidden(all);
    calculated(all);
    numbers(all);
    days(all);
    words(all);
    sheets(all);
    otherFiles(all);
    halves(all);
    large(all);
    return all;
  }

  private static void layout(Map<String, RuleFile> all) {
    all.put("merged titles", permit(it -> merge(it, "C1:D1")));
    all.put("merged roles of two rows", permit(it -> merge(it, "B2:B3")));
    all.put("merged blank cells", permit(it -> merge(it, "C2:D3")));
    all.put("merged heading above", permit(BrokenWorkbooks::heading));
    all.put("blank row in the middle", permit(it -> it.shiftRows(2, 2, 3)));
    all.put("remark below", permit(it -> it.createRow(8).createCell(0).setCellValue("ask Deepak")));
    all.put("text beside", permit(it -> it.getRow(2).createCell(7).setCellValue("?")));
    all.put("title blank", permit(it -> it.getRow(0).getCell(2).setBlank()));
    all.put("title twice", permit(it -> it.getRow(0).getCell(2).setCellValue("ROLE")));
    all.put("title over two lines", permit(it -> set(it, 0, 3, "Own\nlead?")));
    all.put("row said before", permit(it -> copy(it, 1, 3)));
    all.put("titles only", permit(BrokenWorkbooks::empty));
    all.put("titles and coloured rows", permit(BrokenWorkbooks::coloured));
  }

  private static void hidden(Map<String, RuleFile> all) {
    all.put("hidden row", permit(it -> it.getRow(2).setZeroHeight(true)));
    all.put("row of a tenth of a point", permit(it -> it.getRow(2).setHeight((short) 2)));
    all.put("column of a tenth of a letter", permit(it -> it.setColumnWidth(2, 20)));
    all.put("word partly struck out", permit(Workbooks::partlyStruckOut));
    all.put("word shown as another", permit(it -> text(it, "General;General;General;\"guide\"")));
    all.put("word shown behind a not", permit(it -> text(it, "\"not \"@")));
    all.put("row of no height", permit(it -> it.getRow(2).setHeight((short) 0)));
    all.put("hidden titles", permit(it -> it.getRow(0).setZeroHeight(true)));
    all.put("hidden column", permit(it -> it.setColumnHidden(3, true)));
    all.put("column of no width", permit(it -> it.setColumnWidth(2, 0)));
    all.put("rows folded away", permit(BrokenWorkbooks::folded));
    all.put("word struck out", permit(BrokenWorkbooks::struckOut));
    all.put("text shown as nothing", permit(it -> styled(it, 1, ";;;").setCellValue("sales")));
    all.put("number shown as nothing", offers(it -> styled(it, 4, ";;;").setCellValue(3)));
  }

  private static void calculated(Map<String, RuleFile> all) {
    all.put("formula", permit(it -> it.getRow(1).getCell(1).setCellFormula("B3")));
    all.put("formula in a note", permit(it -> it.getRow(1).getCell(4).setCellFormula("NOW()")));
    all.put("formula in a title", permit(it -> it.getRow(0).getCell(1).setCellFormula("\"Role\"")));
    all.put("formula of an array", offers(BrokenWorkbooks::array));
    all.put("formula of the web", permit(it -> formula(it, "WEBSERVICE(\"http://example.com\")")));
    all.put("formula of a link", permit(it -> formula(it, "HYPERLINK(\"http://example.com\",B3)")));
    all.put("formula that is text", permit(it -> set(it, 1, 4, "=HYPERLINK(B3)")));
    all.put("command that is text", permit(it -> set(it, 1, 4, "@SUM(1)*cmd|' /C calc'!A0")));
    for (var it : FormulaError.values()) {
      if (it.getCode() >= 0) {
        all.put(
            "error " + it.getString().replaceAll("\\W", ""),
            permit(
                sheet ->
                    sheet.getRow(1).createCell(1, CellType.ERROR).setCellErrorValue(it.getCode())));
      }
    }
  }

  private static void numbers(Map<String, RuleFile> all) {
    all.put("number of 12 digits", offers(it -> cell(it, 3).setCellValue(977_985_123_456.0)));
    all.put("number of 17 digits", offers(it -> styled(it, 3, "0").setCellValue(1.23456e17)));
    all.put("number rounded", offers(it -> styled(it, 4, "0").setCellValue(4.6)));
    all.put("number with decimals", offers(it -> cell(it, 4).setCellValue(2.5)));
    all.put("number as a fraction", offers(it -> styled(it, 4, "# ?/?").setCellValue(0.5)));
    all.put("number with leading zeros", offers(it -> styled(it, 3, "0000").setCellValue(7)));
    all.put("number shown as a word", offers(it -> styled(it, 4, "\"five\"").setCellValue(5)));
    all.put("number with thousands as text", offers(it -> set(it, 1, 4, "4,000")));
    all.put("number shortened as text", offers(it -> set(it, 1, 3, "1.23457E+12")));
    all.put("percentage", offers(it -> styled(it, 4, "0.0%").setCellValue(0.5)));
    all.put(
        "money by its format", offers(it -> styled(it, 8, "[$€-407] #,##0").setCellValue(1450)));
    all.put("money without a currency", offers(it -> cell(it, 8).setCellValue(1450)));
    all.put("number in a column of words", offers(it -> cell(it, 1).setCellValue(5)));
    all.put("yes or no in a column of words", offers(it -> cell(it, 1).setCellValue(true)));
    all.put("yes or no in a column of numbers", offers(it -> cell(it, 4).setCellValue(false)));
  }

  private static void days(Map<String, RuleFile> all) {
    var day = LocalDateTime.of(2027, 3, 4, 0, 0);
    all.put("day made of a range", offers(it -> styled(it, 4, "d-mmm").setCellValue(day)));
    all.put("day made of a code", offers(it -> styled(it, 3, "mmm-yy").setCellValue(day)));
    all.put("day shown without a year", offers(it -> styled(it, 5, "d-mmm").setCellValue(day)));
    all.put(
        "day with an hour",
        offers(it -> styled(it, 5, "yyyy-mm-dd hh:mm").setCellValue(day.plusHours(9))));
    all.put("day as a number", offers(it -> cell(it, 5).setCellValue(46_450)));
    all.put("day as unsure text", offers(it -> set(it, 1, 5, "3/4/2027")));
    all.put("hours for a length", offers(it -> styled(it, 7, "[h]:mm").setCellValue(0.0625)));
  }

  private static void words(Map<String, RuleFile> all) {
    all.put("wrong word", permit(it -> set(it, 1, 1, "custmer")));
    all.put("wrong word in two colours", permit(BrokenWorkbooks::coloursInAWord));
    all.put("word with a line break", permit(it -> set(it, 1, 1, "cust\nomer")));
    all.put("word that would end its quotes", permit(it -> set(it, 1, 1, "customer\" || true")));
    all.put("word with an escaped quote", permit(it -> set(it, 1, 1, "customer\\u0022")));
    all.put("blank role", permit(it -> set(it, 1, 1, "  ")));
    all.put("unknown parameter", offers(it -> set(it, 1, 4, ">= P-LARG")));
  }

  private static void sheets(Map<String, RuleFile> all) throws IOException {
    all.put("second sheet", permit(it -> second(it, "Old")));
    all.put(
        "second sheet that is hidden",
        permit(
            it -> {
              second(it, "Old");
              it.getWorkbook().setSheetHidden(1, true);
            }));
    all.put("hidden sheet before an empty one", permit(BrokenWorkbooks::hiddenSheet));
    all.put("second sheet called like code", permit(it -> second(it, "a\"); exit(1)")));
    all.put("sheet called like code", table(PERMIT, "P\" + x + \"", GOOD, it -> {}));
    all.put(
        "sheet called on two lines",
        changed(
            permit(it -> {}),
            "xl/workbook.xml",
            it -> it.replace("\"Permit\"", "\"Per&#10;mit\"")));
    try (var workbook = new XSSFWorkbook()) {
      all.put("no sheet", new RuleFile(PERMIT, bytes(workbook)));
      workbook.createSheet("Permit");
      all.put("empty sheet", new RuleFile(PERMIT, bytes(workbook)));
    }
  }

  private static void otherFiles(Map<String, RuleFile> all)
      throws IOException, GeneralSecurityException {
    try (var workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
      workbook.createSheet("Permit").createRow(0).createCell(0).setCellValue("Action");
      all.put("macros in an xlsx", new RuleFile(PERMIT, bytes(workbook)));
    }
    try (var workbook = new HSSFWorkbook()) {
      workbook.createSheet("Permit").createRow(0).createCell(0).setCellValue("Action");
      all.put("xls called xlsx", new RuleFile(PERMIT, bytes(workbook)));
    }
    all.put("csv called xlsx", Office.file(PERMIT, "Action,Role\nask_price,customer\n"));
    all.put("web page called xlsx", Office.file(PERMIT, "<html><table></table></html>"));
    all.put("zip called xlsx", new RuleFile(PERMIT, zip("permit.csv", "Action,Role\n")));
    all.put("letter called xlsx", new RuleFile(PERMIT, Workbooks.letter()));
    all.put("empty zip called xlsx", new RuleFile(PERMIT, zip()));
    all.put("protected by a password", new RuleFile(PERMIT, Workbooks.encrypted()));
    all.put(
        "workbook called csv", new RuleFile("20-authorise/permit.csv", permit(it -> {}).bytes()));
  }

  private static void halves(Map<String, RuleFile> all) {
    var whole = permit(it -> {}).bytes();
    for (var percent : new int[] {1, 10, 25, 50, 75, 90, 99}) {
      var cut = Arrays.copyOf(whole, whole.length * percent / 100);
      all.put("cut at %02d percent".formatted(percent), new RuleFile(PERMIT, cut));
    }
    all.put("cut by one byte", new RuleFile(PERMIT, Arrays.copyOf(whole, whole.length - 1)));
    all.put(
        "cut inside the sheet",
        changed(permit(it -> {}), SHEET, it -> it.substring(0, it.length() * 2 / 3)));
  }

  private static void large(Map<String, RuleFile> all) {
    all.put("6,000 rows", permit(BrokenWorkbooks::longTable));
    all.put("300 columns", permit(it -> it.getRow(2).createCell(299).setCellValue("x")));
    all.put("cell of 30,000 letters", permit(it -> set(it, 1, 4, "x".repeat(30_000))));
    all.put("list of 900 words", permit(it -> set(it, 1, 1, "a, ".repeat(900))));
  }

  private static void merge(XSSFSheet sheet, String range) {
    sheet.addMergedRegion(CellRangeAddress.valueOf(range));
  }

  private static void heading(XSSFSheet sheet) {
    sheet.shiftRows(0, 2, 1);
    sheet.createRow(0).createCell(0).setCellValue("Permissions");
    merge(sheet, "A1:E1");
  }

  private static void set(XSSFSheet sheet, int row, int column, String text) {
    sheet.getRow(row).createCell(column).setCellValue(text);
  }

  private static Cell cell(XSSFSheet sheet, int column) {
    return sheet.getRow(1).createCell(column);
  }

  private static void copy(XSSFSheet sheet, int from, int to) {
    var row = sheet.createRow(to);
    sheet
        .getRow(from)
        .forEach(it -> row.createCell(it.getColumnIndex()).setCellValue(it.getStringCellValue()));
  }

  private static void empty(XSSFSheet sheet) {
    sheet.removeRow(sheet.getRow(2));
    sheet.removeRow(sheet.getRow(1));
  }

  private static void coloured(XSSFSheet sheet) {
    empty(sheet);
    var style = sheet.getWorkbook().createCellStyle();
    for (var i = 1; i < 6_000; i++) {
      sheet.createRow(i).createCell(0).setCellStyle(style);
    }
  }

  private static void struckOut(XSSFSheet sheet) {
    var font = sheet.getWorkbook().createFont();
    font.setStrikeout(true);
    var style = sheet.getWorkbook().createCellStyle();
    style.setFont(font);
    sheet.getRow(2).getCell(1).setCellStyle(style);
  }

  private static void text(XSSFSheet sheet, String format) {
    styled(sheet, 1, format).setCellValue("sales");
  }

  private static void folded(XSSFSheet sheet) {
    sheet.groupRow(2, 2);
    sheet.setRowGroupCollapsed(2, true);
  }

  private static void formula(XSSFSheet sheet, String formula) {
    sheet.getRow(1).getCell(1).setCellFormula(formula);
  }

  private static void array(XSSFSheet sheet) {
    sheet.setArrayFormula("SUM(A1:A2*1)", CellRangeAddress.valueOf("E2:E2"));
  }

  private static void coloursInAWord(XSSFSheet sheet) {
    var text = sheet.getWorkbook().getCreationHelper().createRichTextString("custmer");
    var red = sheet.getWorkbook().createFont();
    red.setBold(true);
    text.applyFont(0, 4, red);
    sheet.getRow(1).getCell(1).setCellValue(text);
  }

  private static void second(XSSFSheet sheet, String name) {
    var second = sheet.getWorkbook().createSheet("x");
    second.createRow(0).createCell(0).setCellValue("x");
    sheet.getWorkbook().setSheetName(1, name);
  }

  private static void hiddenSheet(XSSFSheet sheet) {
    sheet.getWorkbook().createSheet("Read this");
    sheet.getWorkbook().setActiveSheet(1);
    sheet.getWorkbook().setSheetHidden(0, true);
  }

  private static void longTable(XSSFSheet sheet) {
    for (var i = 3; i < 6_000; i++) {
      sheet.createRow(i).createCell(0).setCellValue("ask_price");
    }
  }
}
