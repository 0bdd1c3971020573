package travel.opslayer.decision.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.drools.Office.situation;
import static travel.opslayer.decision.drools.Workbooks.GOOD;
import static travel.opslayer.decision.drools.Workbooks.PERMIT;
import static travel.opslayer.decision.drools.Workbooks.bytes;
import static travel.opslayer.decision.drools.Workbooks.styled;
import static travel.opslayer.decision.drools.Workbooks.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.Verdict.Permit;
import travel.opslayer.decision.Verdict.Require;

/** Workbooks as Excel saves them, each made here with one thing that people do to them. */
class WorkbookTest {

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
  void what_spreadsheet_programs_add_around_a_table_does_no_harm() {
    assertThat(
            problems(
                it -> {
                  var style = it.getWorkbook().createCellStyle();
                  it.createRow(1_048_575).createCell(0).setCellStyle(style);
                  it.getRow(0).createCell(1_023).setCellStyle(style);
                  it.createRow(7).createCell(2).setCellValue(" ");
                  it.createFreezePane(0, 1);
                  it.setAutoFilter(CellRangeAddress.valueOf("A1:E3"));
                  it.setDefaultColumnWidth(20);
                }))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"General", "0", "0.00", "#,##0", "#,##0.00", "@"})
  void how_a_whole_number_is_shown_makes_no_difference(String format) {
    var table = Workbooks.offers(it -> styled(it, 4, format).setCellValue(4_000));
    var book = Office.release(Office.bareWith(table)).book();

    assertThat(book.ask(Phase.DECIDE, situation("sender_role", "customer", "party_size", 4_000L)))
        .hasSize(1);
  }

  @Test
  void a_wrong_word_is_named_with_file_sheet_and_cell() {
    assertThat(problems(it -> it.getRow(1).getCell(1).setCellValue("custmer")))
        .containsExactly(
            "20-authorise/permit.xlsx:Permit:B2: Role (custmer) is not a word that rules know."
                + " Maybe 'customer'?");
  }

  @Test
  void a_case_in_a_workbook_is_tried_and_named_with_sheet_and_cell() {
    var titles = List.of("Case", "Sender role", "Expect wish");
    var row = List.of("A price", "customer", "ask_price");

    assertThat(Office.problems(table("cases/price.xlsx", "Cases", List.of(titles, row), it -> {})))
        .extracting(Problem::toString)
        .containsExactly(
            "cases/price.xlsx:Cases:C2: Expect wish (ask_price): the rules say none."
                + " Maybe mend the rules, or write 'none' here if they are right.");
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
    assertThat(problems(it -> styled(it, 1, "d-mmm-yyyy").setCellValue(new Date(0))))
        .singleElement()
        .asString()
        .startsWith("20-authorise/permit.xlsx:Permit:B2: Excel has made a date of this (")
        .endsWith("Maybe format the cell as text and type it again.");
    assertThat(problems(it -> styled(it, 1, "0%").setCellValue(0.5)))
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
    assertThat(problems(it -> it.createRow(5_001).createCell(0).setCellValue("ask_price")))
        .containsExactly(
            "20-authorise/permit.xlsx:Permit:A5002: This table has more than 5,000 rows."
                + " Maybe split it into several files.");
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

  private static List<String> problems(Consumer<Sheet> change) {
    return Office.problems(workbook(change)).stream().map(Problem::toString).toList();
  }

  private static RuleFile workbook(Consumer<Sheet> change) {
    return Workbooks.permit(change::accept);
  }
}
