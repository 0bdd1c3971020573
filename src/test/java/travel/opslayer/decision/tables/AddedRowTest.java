package travel.opslayer.decision.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.decision.RuleFile;

class AddedRowTest {

  private static final String FILE = "cases/kept.csv";

  @Test
  void a_new_table_begins_with_its_titles() {
    var added = AddedRow.to(table(""), cells("Case", "A price", "Sender role", "customer"));

    assertThat(text(added)).isEqualTo("\uFEFFCase,Sender role\nA price,customer\n");
    assertThat(added.row()).isEqualTo(2);
    assertThat(added.file().name()).isEqualTo(FILE);
  }

  @Test
  void what_stands_there_stays_as_it_is() {
    var before = "case;\"Sender; role\" ;Why\r\n\"One\"; guide ;x";
    var added = AddedRow.to(table(before), cells("Why", "a;b", "Case", "Two"));

    assertThat(text(added)).isEqualTo(before + "\r\nTwo;;\"a;b\"\r\n");
    assertThat(added.row()).isEqualTo(3);
  }

  @Test
  void a_column_that_is_missing_is_added_at_the_end() {
    var added =
        AddedRow.to(
            table("Case,Why\nOne,x\nTwo\n"), cells("Case", "Three", "Sender role", "guide"));

    assertThat(text(added)).isEqualTo("Case,Why,Sender role\nOne,x\nTwo\nThree,,guide\n");
    assertThat(added.row()).isEqualTo(4);
  }

  @Test
  void titles_are_the_same_however_they_are_written() {
    var added = AddedRow.to(table("CASE,sender_role\nOne,guide\n"), cells("Sender role", "sales"));

    assertThat(text(added)).isEqualTo("CASE,sender_role\nOne,guide\n,sales\n");
  }

  @Test
  void blank_rows_that_a_spreadsheet_program_left_behind_are_taken_away() {
    var added = AddedRow.to(table("Case,Why\nOne,x\n,,\n , \n\n"), cells("Case", "Two"));

    assertThat(text(added)).isEqualTo("Case,Why\nOne,x\nTwo,\n");
    assertThat(added.row()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+34",
        "-5",
        "-",
        "@SUM(A1)",
        "'=1",
        "''@x",
        "'quoted'",
        "a, b; \"c\"",
        "one\ttwo",
        "\"",
        "Annapurna के लिए",
        "5 - 3 = 2"
      })
  void a_cell_is_no_formula_and_reads_as_it_was(String value) throws Exception {
    var added = AddedRow.to(table("Case,Why\nOne,x\n"), cells("Case", "Two", "Why", value));

    var grid = CsvGrid.read(added.file());
    assertThat(List.of(grid.text(3, 0), grid.text(3, 1))).isEqualTo(List.of("Two", value));
    assertThat(text(added).lines().toList().getLast().replace("\"", ""))
        .doesNotContainPattern(",[=+@-]");
  }

  @Test
  void what_is_no_formula_is_not_touched() {
    var added = AddedRow.to(table("Case,Why\nOne,x\n"), cells("Case", "a-b", "Why", "O'Hara = x"));

    assertThat(text(added)).endsWith("\na-b,O'Hara = x\n");
  }

  private static RuleFile table(String text) {
    return new RuleFile(FILE, text.getBytes(UTF_8));
  }

  private static String text(AddedRow added) {
    return new String(added.file().bytes(), UTF_8);
  }

  private static Map<String, String> cells(String... titlesAndCells) {
    var cells = new LinkedHashMap<String, String>();
    for (var i = 0; i < titlesAndCells.length; i += 2) {
      cells.put(titlesAndCells[i], titlesAndCells[i + 1]);
    }
    return cells;
  }
}
