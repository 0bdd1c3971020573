package travel.opslayer.decision.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.decision.drools.Office;
import travel.opslayer.decision.language.Written;
import travel.opslayer.facts.Rota.Hours;
import travel.opslayer.facts.Rota.Shift;

class RotaRowsTest {

  private static final String TITLES = "Role,Who,Hours,From,Until,Why\n";

  @Test
  void a_row_is_a_shift() {
    var read = read("guide,bikram,Sun-Fri 09:00-19:00,1 Dec 2026,2026-12-24,he is away then\n");

    assertThat(read.problems()).isEmpty();
    assertThat(read.parameters().rota().shifts())
        .containsExactly(
            new Shift(
                "guide",
                "BIKRAM",
                Hours.of("Sun-Fri 09:00-19:00").orElseThrow(),
                LocalDate.parse("2026-12-01"),
                LocalDate.parse("2026-12-24")));
  }

  @Test
  void there_may_be_none() {
    assertThat(Office.read(Office.files()).parameters().rota().shifts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "guidee,BIKRAM,Sun 09:00-19:00,,, | A2 | guidee",
        "customer,BIKRAM,Sun 09:00-19:00,,, | A2 | no role of colleagues",
        ",BIKRAM,Sun 09:00-19:00,,, | A2 | Role",
        "guide,BIKRAM SUNITA,Sun 09:00-19:00,,, | B2 | a row for each",
        "guide,BIKRAM,9 to 5,,, | C2 | Sun-Fri 09:00-19:00",
        "guide,BIKRAM,,,, | C2 | Hours",
        "guide,BIKRAM,Sun 09:00-19:00,3/4/2027,, | D2 | 3/4/2027",
        "guide,BIKRAM,Sun 09:00-19:00,2026-12-24,2026-12-01, | E2 | before it begins"
      })
  void what_is_wrong_is_told_with_its_cell(String row, String cell, String says) {
    assertThat(read(row + "\n").problems())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.toString()).contains("rota.csv").contains(cell).contains(says);
            });
  }

  private static Written read(String rows) {
    return Office.read(Office.filesWith(Office.file("rota.csv", TITLES + rows)));
  }
}
