package travel.opslayer.decision.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.drools.Office.situation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.Verdict.Permit;
import travel.opslayer.decision.Verdict.Require;

/** Workbooks as Excel saves them, each made here with one thing that people do to them. */
class WorkbookTest {

  private static final String PERMIT = "20-authorise/permit.xlsx";
  private static final List<List<String>> GOOD =
      List.of(
          List.of("Action", "Role", "Lead state", "Own lead", "When told"),
          List.of("ask_price", "customer", "", "", "Lucía & co."),
          List.of("send_quote", "sales, manager", "not closed", "yes", ""));

  @Test
  void a_workbook_is_a_table_whose_rules_name_the_sheet_and_the_row() {
    var release = Office.release(Office.bareWith(workbook(it -> {})));

    assertThat(release.book().ask(Phase.DECIDE, situation("sender_role", "customer")))
        .containsExactly(
            new Hit(
                "permit.xlsx row 2", "20-authorise/permit.xlsx#Permit!2", new Permit("ask_price")));
  }

  @Test
  void numbers_and_yes_or_no_are_taken_as_excel_keeps_them() throws IOException {
    var file =
        table(
            "20-authorise/require.xlsx",
            "Require",
            List.of(
                List.of("Rule", "Action", "People", "Product known", "Needs"),
                List.of("Eight", "ask_price", "", "", "approval")),
            sheet -> {
              sheet.getRow(1).createCell(2).setCellValue(8);
              sheet.getRow(1).createCell(3).setCellValue(true);
            });
    var book = Office.release(Office.bareWith(file)).book();

    assertThat(book.ask(Phase.DECIDE, situation("party_size", 8L, "product_code", "EBC")))
        .extracting(Hit::verdict)
        .containsExactly(new Require("ask_price", "approval"));
    assertThat(book.ask(Phase.DECIDE, situation("party_size", 8L))).isEmpty();
  }

  @Test
  void empty_sheets_that_excel_adds_do_no_harm() {
    assertThat(problems(it -> it.getWorkbook().createSheet("Sheet2"))).isEmpty();
  }

  @Test
  void a_wrong_word_is_named_with_file_sheet_and_cell() {
    assertThat(problems(it -> it.getRow(1).getCell(1).setCellValue("custmer")))
        .containsExactly(
            "20-authorise/permit.xlsx:Permit:B2: Role (custmer) is not a word that rules know."
                + " Maybe 'customer'?");
  }

  @Test
  void a_blank_row_in_the_middle_is_refused() {
    assertThat(
            problems(
                it -> {
                  it.shiftRows(2, 2, 1);
                }))
        .containsExactly(
            "20-authorise/permit.xlsx:Permit:A3: This row is blank and others follow."
                + " Maybe delete it.");
  }

  @Test
  void a_formula_is_refused() {
    assertThat(problems(it -> it.getRow(1).getCell(1).setCellFormula("B3")))
        .containsExactly(
            "20-authorise/permit.xlsx:Permit:B2: This is a formula (B3)."
                + " Maybe type the value instead.");
  }

  @Test
  void an_error_of_excel_is_refused() {
    assertThat(
            problems(it -> it.getRow(1).createCell(1, CellType.ERROR).setCellErrorValue((byte) 42)))
        .containsExactly(
            "20-authorise/permit.xlsx:Permit:B2: Excel shows an error here (#N/A)."
                + " Maybe type the value instead.");
  }

  @Test
  void merged_cells_are_refused() {
    assertThat(problems(it -> it.addMergedRegion(new CellRangeAddress(1, 2, 1, 1))))
        .containsExactly(
            "20-authorise/permit.xlsx:Permit:B2: The cells (B2:B3) are merged."
                + " Maybe unmerge them and repeat the value in each.");
  }

  @Test
  void a_hidden_row_and_a_hidden_column_are_refused() {
    assertThat(problems(it -> it.getRow(2).setZeroHeight(true)))
        .containsExactly(
            "20-authorise/permit.xlsx:Permit:A3: This row is hidden. Maybe show it or delete it.");
    assertThat(problems(it -> it.setColumnHidden(2, true)))
        .containsExactly(
            "20-authorise/permit.xlsx:Permit:C1: This column is hidden."
                + " Maybe show it or delete it.");
  }

  @Test
  void a_value_that_excel_made_a_date_or_a_percentage_is_refused() {
    assertThat(problems(it -> styled(it, "d-mmm-yyyy").setCellValue(new Date(0))))
        .singleElement()
        .asString()
        .startsWith("20-authorise/permit.xlsx:Permit:B2: Excel has made a date of this (")
        .endsWith("Maybe format the cell as text and type it again.");
    assertThat(problems(it -> styled(it, "0%").setCellValue(0.5)))
        .containsExactly(
            "20-authorise/permit.xlsx:Permit:B2: This is a percentage (0.5)."
                + " Maybe format the cell as text and type it again.");
  }

  @Test
  void a_second_table_in_the_workbook_is_refused() {
    assertThat(
            problems(
                it ->
                    it.getWorkbook()
                        .createSheet("Old")
                        .createRow(0)
                        .createCell(0)
                        .setCellValue("x")))
        .containsExactly(
            "20-authorise/permit.xlsx:Old:A1: There is a second sheet (Old) in this workbook."
                + " Maybe move it to a file of its own.");
  }

  @Test
  void a_sheet_whose_name_could_be_code_is_refused() {
    var file = table(PERMIT, "P\" + x + \"", GOOD, it -> {});

    assertThat(Office.problems(file))
        .extracting(Problem::sentence)
        .containsExactly("A sheet cannot be called (P\" + x + \").");
  }

  @Test
  void macros_and_old_workbooks_are_refused() throws IOException {
    try (var workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
      workbook.createSheet("Permit");
      assertThat(Office.problems(new RuleFile(PERMIT, bytes(workbook))))
          .extracting(Problem::sentence)
          .containsExactly("This workbook has macros.");
    }
    var old = new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
    assertThat(Office.problems(new RuleFile(PERMIT, old)))
        .extracting(Problem::sentence)
        .containsExactly("This is an old Excel file or one with a password.");
  }

  @Test
  void a_table_of_more_than_five_thousand_rows_is_refused() {
    assertThat(problems(it -> it.createRow(5_000).createCell(0).setCellValue("ask_price")))
        .containsExactly(
            "20-authorise/permit.xlsx:Permit:A5001: This table has more than 5,000 rows."
                + " Maybe split it into several files.");
  }

  @Test
  void a_workbook_cut_anywhere_is_refused() {
    var whole = workbook(it -> {}).bytes();
    for (var length = 1; length < whole.length; length += 97) {
      var cut = new RuleFile(PERMIT, Arrays.copyOf(whole, length));
      assertThat(Office.problems(cut)).as("cut at %d", length).isNotEmpty();
    }
  }

  @Test
  void a_file_that_unpacks_to_gigabytes_is_refused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      var zeros = new byte[1 << 20];
      for (var i = 0; i < 300; i++) {
        zip.write(zeros);
      }
    }
    assertThat(bytes.size()).isLessThan(1 << 20);

    assertThat(Office.problems(new RuleFile(PERMIT, bytes.toByteArray())))
        .extracting(Problem::sentence)
        .containsExactly("This is not an Excel workbook that can be read.");
  }

  private static Cell styled(Sheet sheet, String format) {
    var workbook = sheet.getWorkbook();
    var style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    var cell = sheet.getRow(1).createCell(1);
    cell.setCellStyle(style);
    return cell;
  }

  private static List<String> problems(Consumer<Sheet> change) {
    return Office.problems(workbook(change)).stream().map(Problem::toString).toList();
  }

  private static RuleFile workbook(Consumer<Sheet> change) {
    return table(PERMIT, "Permit", GOOD, change);
  }

  private static RuleFile table(
      String name, String sheetName, List<List<String>> rows, Consumer<Sheet> change) {
    try (var workbook = new XSSFWorkbook()) {
      var sheet = workbook.createSheet(sheetName);
      for (var i = 0; i < rows.size(); i++) {
        var row = sheet.createRow(i);
        for (var j = 0; j < rows.get(i).size(); j++) {
          row.createCell(j).setCellValue(rows.get(i).get(j));
        }
      }
      change.accept(sheet);
      return new RuleFile(name, bytes(workbook));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Workbook workbook) throws IOException {
    var bytes = new ByteArrayOutputStream();
    workbook.write(bytes);
    return bytes.toByteArray();
  }
}
