package travel.opslayer.decision.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.decision.RuleFile;

class CsvGridTest {

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void the_row_of_titles_tells_what_separates_the_cells(String sign) throws Unreadable {
    assertThat(rows("a%1$sb%1$sc\n1%1$s\"2,;\t3\"%1$s\n".formatted(sign)))
        .containsExactly(List.of("a", "b", "c"), List.of("1", "2,;\t3", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void every_end_of_line_is_one(String end) throws Unreadable {
    assertThat(rows("a,b" + end + "1,2" + end))
        .containsExactly(List.of("a", "b"), List.of("1", "2"));
    assertThat(rows("a,b" + end + "1,2")).hasSize(2);
  }

  @Test
  void a_quote_inside_quotes_is_written_twice() throws Unreadable {
    assertThat(rows("a\n\"say \"\"hi\"\", twice\"\n").get(1)).containsExactly("say \"hi\", twice");
  }

  @Test
  void a_byte_order_mark_and_blanks_around_a_word_are_not_part_of_it() throws Unreadable {
    assertThat(rows("\uFEFFa , b\n\u00a01,2 \n"))
        .containsExactly(List.of("a", "b"), List.of("1", "2"));
  }

  @Test
  void blank_rows_at_the_end_are_no_rows_and_in_the_middle_they_are() throws Unreadable {
    assertThat(rows("a,b\n1,2\n\n,\n\n")).hasSize(2);
    assertThat(rows("a,b\n\n1,2\n")).hasSize(3);
  }

  @Test
  void addresses_count_as_excel_does() {
    assertThat(Grid.address(1, 0)).isEqualTo("A1");
    assertThat(Grid.address(12, 25)).isEqualTo("Z12");
    assertThat(Grid.address(7, 26)).isEqualTo("AA7");
    assertThat(Grid.address(7, 52)).isEqualTo("BA7");
  }

  private static List<List<String>> rows(String text) throws Unreadable {
    return CsvGrid.read(new RuleFile("table.csv", text.getBytes(UTF_8))).rows();
  }

  @Test
  void what_a_program_would_calculate_is_guarded_in_wide_letters_too_and_read_as_it_was() {
    for (var it : List.of("=1", "+1", "-1", "@a", "＝1", "＋1", "－1", "＠a", "'＝1")) {
      var written = CsvGrid.written(it);
      var grid = new Grid("a.csv", null, List.of(List.of(written)));

      assertThat(written).as(it).isEqualTo("'" + it);
      assertThat(grid.text(1, 0)).isEqualTo(it);
    }
    assertThat(CsvGrid.written("1＝1")).isEqualTo("1＝1");
  }
}
