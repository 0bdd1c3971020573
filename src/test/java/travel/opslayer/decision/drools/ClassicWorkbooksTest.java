package travel.opslayer.decision.drools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.classic.ClassicImport;
import travel.opslayer.decision.classic.Imported;

/** Classic tables as workbooks: what only these can do, and what attackers do with them. */
class ClassicWorkbooksTest {

  private static final List<List<String>> ROWS =
      List.of(
          List.of("RuleTable Permits"),
          List.of("CONDITION", "CONDITION", "ACTION"),
          List.of("Situation", "", ""),
          List.of("sender_role", "lead_own == $param", "decision.permit(\"$param\");"),
          List.of("Role", "Own", "Action"),
          List.of("customer", "", "ask_price"),
          List.of("", "", "ask_quote"));

  private static RuleFile workbook(Consumer<XSSFSheet> change) {
    return Workbooks.table("permits.xlsx", "Permits", ROWS, change);
  }

  private static Imported imported(RuleFile file) {
    var folder = Office.bareWith();
    return ClassicImport.of(file, folder, Office.read(folder).lexicon());
  }

  private static List<String> problems(Imported imported) {
    return imported.problems().stream().map(Problem::toString).toList();
  }

  private static String only(Imported imported) {
    return new String(imported.files().getFirst().bytes(), UTF_8);
  }

  @Test
  void merged_patterns_and_merged_cells_count_for_all_that_they_cover() {
    var imported =
        imported(
            workbook(
                it -> {
                  it.addMergedRegion(CellRangeAddress.valueOf("A1:C1"));
                  it.addMergedRegion(CellRangeAddress.valueOf("A3:B3"));
                  it.addMergedRegion(CellRangeAddress.valueOf("A6:A7"));
                  it.getRow(5).getCell(1).setCellValue(true);
                }));

    assertThat(problems(imported)).isEmpty();
    assertThat(only(imported))
        .isEqualTo(
            """
            Action,Role,Lead state,Own lead,When told,Why
            ask_price,customer,,yes,,
            ask_quote,customer,,,,
            """);
    assertThat(imported.remarks())
        .extracting(Problem::toString)
        .containsExactly(
            "permits.xlsx:Permits:A6: These cells are merged, so each of their rows holds what"
                + " they say.");
  }

  @Test
  void every_sheet_is_read_and_the_second_one_is_told() {
    var imported =
        imported(
            workbook(
                it -> {
                  it.getRow(6).getCell(0).setCellValue("guide");
                  var more = it.getWorkbook().cloneSheet(0, "More");
                  more.getRow(5).getCell(2).setCellValue("send_quote");
                  it.getRow(6).setZeroHeight(true);
                }));

    assertThat(problems(imported)).isEmpty();
    assertThat(imported.files())
        .extracting(RuleFile::name)
        .containsExactly("20-authorise/permit-permits.csv", "20-authorise/permit-permits-2.csv");
    assertThat(imported.remarks())
        .extracting(Problem::toString)
        .containsExactly(
            "permits.xlsx:Permits:A7: This row is hidden, and is read like any other.",
            "permits.xlsx:More:A1: The classic tool reads the first sheet alone, unless it is told"
                + " otherwise. Maybe see that this one was in force.");
    assertThat(imported.carried()).isEqualTo(4);
  }

  @Test
  void a_formula_is_not_calculated_and_its_row_is_left_out() {
    var imported =
        imported(
            workbook(
                it -> {
                  it.getRow(5).getCell(2).setCellFormula("CONCATENATE(\"ask_\",\"price\")");
                  it.getRow(6).getCell(0).setCellValue("sales");
                }));

    assertThat(problems(imported))
        .containsExactly(
            "permits.xlsx:Permits:C6: This is a formula (CONCATENATE(\"ask_\",\"price\")). Maybe"
                + " type the value instead.");
    assertThat(only(imported)).contains("ask_quote,sales").doesNotContain("ask_price");
    assertThat(imported.carried()).isOne();
  }

  @Test
  void merged_cells_that_lie_over_others_are_not_spread_again_and_again() {
    var sheet = CellRangeAddress.valueOf("A1:BH5000");

    assertThat(problems(imported(workbook(it -> until5000(it).addMergedRegionUnsafe(sheet)))))
        .noneMatch(it -> it.contains("lie over others"));
    assertThat(
            problems(
                imported(
                    workbook(
                        it -> {
                          until5000(it).addMergedRegionUnsafe(sheet);
                          it.addMergedRegionUnsafe(CellRangeAddress.valueOf("A1:B1"));
                        }))))
        .containsExactly(
            "permits.xlsx:Permits:A1: These merged cells lie over others. Maybe unmerge them.");
  }

  private static XSSFSheet until5000(XSSFSheet sheet) {
    sheet.createRow(4_999).createCell(0).setCellValue("x");
    return sheet;
  }

  @Test
  void of_a_sheet_full_of_formulas_as_many_are_told_as_anybody_reads() {
    var imported =
        imported(
            workbook(
                it -> {
                  for (var i = 5; i < 405; i++) {
                    it.createRow(i).createCell(0).setCellFormula("1+1");
                  }
                }));

    assertThat(imported.problems()).hasSizeBetween(300, 302);
    assertThat(imported.carried()).isZero();
  }

  @Test
  void a_snippet_as_long_as_a_book_is_refused_before_it_is_read() {
    for (var it : List.of("a.", "(", "sender_role ")) {
      var book = it.repeat(16_000 / it.length());

      assertThat(
              problems(imported(workbook(sheet -> sheet.getRow(3).getCell(0).setCellValue(book)))))
          .first()
          .isEqualTo(
              "permits.xlsx:Permits:A4: This cell holds more than 2,000 letters. Maybe make several"
                  + " rows of it.");
    }
  }

  @Test
  void macros_halves_bombs_and_letters_are_refused_in_a_sentence() throws IOException {
    var good = workbook(it -> {}).bytes();
    try (var macros = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
      macros.createSheet("Permits").createRow(0).createCell(0).setCellValue("RuleTable");
      assertThat(refusal(Workbooks.bytes(macros)))
          .isEqualTo(
              "permits.xlsx:A1: This workbook has macros. Maybe save it as .xlsx without"
                  + " macros.");
    }
    var bomb =
        Workbooks.changed(
            new RuleFile("permits.xlsx", good),
            "xl/worksheets/sheet1.xml",
            it -> it.replace("<sheetData>", "<sheetData>" + " ".repeat(9 << 20)));
    var unreadable =
        "permits.xlsx:A1: This is not an Excel workbook that can be read. Maybe it was copied in"
            + " half or is too big; open it in Excel and save it again.";
    assertThat(refusal(bomb.bytes())).isEqualTo(unreadable);
    assertThat(refusal(java.util.Arrays.copyOf(good, good.length / 2))).isEqualTo(unreadable);
    assertThat(refusal(Workbooks.letter())).isEqualTo(unreadable);
    assertThat(refusal(new byte[(1 << 20) + 1]))
        .isEqualTo("permits.xlsx:A1: This file is bigger than 1 MB. Maybe split it.");
  }

  private static String refusal(byte[] bytes) {
    var imported = imported(new RuleFile("permits.xlsx", bytes));
    assertThat(imported.files()).isEmpty();
    return problems(imported).getFirst();
  }

  @Test
  void in_a_rule_folder_such_a_workbook_names_the_command() {
    var file =
        new RuleFile(
            Workbooks.PERMIT,
            workbook(it -> it.addMergedRegion(CellRangeAddress.valueOf("A3:B3"))).bytes());

    assertThat(Office.problems(file))
        .extracting(Problem::toString)
        .containsExactly(
            "20-authorise/permit.xlsx:Permits:A1: This is a decision table for programmers"
                + " (RuleSet, RuleTable). Maybe take it out of the folder and run 'rules import'"
                + " on it, which makes tables of ours.");
  }
}
