package travel.opslayer.decision.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.RuleFile;

class WrittenRowsTest {

  private static final RuleFile PERMIT =
      new RuleFile("20/permit.csv", "Action,Role,Why\nquote,sales,\nhold,,late\n".getBytes(UTF_8));

  @Test
  void a_row_is_found_by_its_source_without_its_blank_cells() {
    var rows = WrittenRows.of(PERMIT, List.of("20/permit.csv!2", "20/permit.csv!3"));

    assertThat(rows.get("20/permit.csv!2"))
        .containsExactly(entry("Action", "quote"), entry("Role", "sales"));
    assertThat(rows.get("20/permit.csv!3"))
        .containsExactly(entry("Action", "hold"), entry("Why", "late"));
  }

  @Test
  void titles_rows_after_the_end_and_other_files_are_not() {
    assertThat(
            WrittenRows.of(
                PERMIT,
                List.of(
                    "20/permit.csv!1", "20/permit.csv!4", "30/permit.csv!2", "20/permit.csv:2")))
        .isEmpty();
  }

  @Test
  void a_row_of_a_workbook_is_found_by_its_sheet() throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var book = new XSSFWorkbook()) {
      var sheet = book.createSheet("Permit");
      var titles = sheet.createRow(0);
      titles.createCell(0).setCellValue("Action");
      titles.createCell(1).setCellValue("From");
      var row = sheet.createRow(1);
      row.createCell(0).setCellValue("quote");
      row.createCell(1).setCellValue(8);
      book.write(bytes);
    }
    var source = "20/permit.xlsx#Permit!2";

    assertThat(WrittenRows.of(new RuleFile("20/permit.xlsx", bytes.toByteArray()), List.of(source)))
        .containsOnlyKeys(source)
        .satisfies(
            it ->
                assertThat(it.get(source))
                    .containsExactly(entry("Action", "quote"), entry("From", "8")));
  }

  @Test
  void a_text_has_no_rows() {
    var text = new RuleFile("20/large.drl", "rule \"x\"".getBytes(UTF_8));

    assertThat(WrittenRows.of(text, List.of("20/large.drl:2"))).isEmpty();
  }
}
