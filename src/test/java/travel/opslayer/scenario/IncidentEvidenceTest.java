package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** All that is known of an incident, as a page. */
class IncidentEvidenceTest extends Breakdown {

  private String page(String phone) {
    var text = last(phone).text();
    var link = text.replaceAll("(?s).*(http\\S+/m/\\S+)\\s.*", "$1");
    var answer = house.post(URI.create(link).getPath(), new byte[0]);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void it_holds_who_said_what_who_took_it_and_by_which_rules() {
    says(RAM, "I1", "06:10:00", "ISSUE TRP123 gaadi bigriyo");
    says(BIKRAM, "B1", "06:11:00", "ok");
    says(BIKRAM, "B2", "06:20:00", "evidence INC-1");

    assertThat(last(BIKRAM).template()).isEqualTo("evidence/made");
    assertThat(page(BIKRAM))
        .contains("INC-1", "TRP123", "gaadi bigriyo", "RAM", "BIKRAM")
        .contains("report_incident", "take_incident", "40-actions/incident-severity.csv!")
        .contains("incident/alert");
  }

  @Test
  void of_one_that_there_is_not_it_asks_which() {
    says(ANITA, "A1", "06:20:00", "evidence INC-7");

    assertThat(last(ANITA).template()).isEqualTo("evidence/which");
  }
}
