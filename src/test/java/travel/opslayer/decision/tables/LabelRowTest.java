package travel.opslayer.decision.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.decision.Label;
import travel.opslayer.decision.drools.Office;

/** What authors say about a change; what they get wrong is among the broken folders. */
class LabelRowTest {

  @ParameterizedTest
  @CsvSource({
    "1 Dec 2026,,2026-12-01T00:00",
    "2026-12-01,6:30,2026-12-01T06:30",
    "1.12.2026,23:59,2026-12-01T23:59"
  })
  void a_day_and_an_hour_are_a_moment_of_the_office(String day, String hour, String moment) {
    assertThat(
            label("From,Hour,Who,Why\n" + day + "," + (hour == null ? "" : hour) + ",S,winter\n"))
        .isEqualTo(new Label(LocalDateTime.parse(moment), "S", "winter"));
  }

  @Test
  void whoever_says_nothing_has_said_nothing() {
    assertThat(Office.read(Office.files()).label()).isEqualTo(Label.NONE);
  }

  @Test
  void who_and_why_may_stand_alone() {
    assertThat(label("From,Hour,Who,Why\n,,SARITA,\n")).isEqualTo(new Label(null, "SARITA", null));
  }

  private static Label label(String text) {
    var written = Office.read(Office.filesWith(Office.file("release.csv", text)));
    assertThat(written.problems()).isEmpty();
    return written.label();
  }
}
