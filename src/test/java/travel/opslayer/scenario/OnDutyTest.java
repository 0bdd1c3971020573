package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.RuleFolder;

/** Bikram and Dawa are of operations; the rota says which of them is told. */
class OnDutyTest extends FieldDay {

  private static final String SHIPPED = "operations,BIKRAM,Sun-Sat 00:00-24:00,,,";

  @BeforeEach
  void dawaIsOfOperationsToo() {
    phones.at(DAY + "04:30:00");
    house.execute(
        """
        DELETE FROM person_roles WHERE person_id = (SELECT id FROM people WHERE code = 'DAWA');
        INSERT INTO person_roles (tenant_id, person_id, role)
        SELECT tenant_id, id, 'operations' FROM people WHERE code = 'DAWA';
        """);
    writes(DAWA, "D0", "04:30:00", "thanks");
  }

  @Test
  void who_is_on_duty_is_told_first_and_the_ladder_reaches_everybody() {
    house.execute(
        """
        UPDATE trips SET state = 'in_progress', started_at = '2026-11-10T04:45+05:45'
          WHERE code = 'TRP123'
        """);
    writes(RAM, "R1", "04:55:00", "ISSUE TRP123 gadi bigriyo");
    assertThat(told(BIKRAM)).contains("incident/alert");
    assertThat(told(DAWA)).isEmpty();

    for (var rung : List.of("05:11:00", "05:27:00", "05:43:00")) {
      clock(rung);
    }
    assertThat(told(DAWA)).contains("incident/alert_again");
  }

  @Test
  void a_cry_for_help_is_told_to_all_of_them() {
    writes(RAM, "R1", "04:55:00", "SOS");

    assertThat(told(BIKRAM)).contains("sos/alert");
    assertThat(told(DAWA)).contains("sos/alert");
  }

  @Test
  void an_accident_is_told_to_all_of_them() {
    writes(RAM, "R1", "04:55:00", "ISSUE TRP123 accident");

    assertThat(told(DAWA)).contains("incident/alert");
  }

  @Test
  void a_row_that_staff_change_counts_within_seconds() {
    rota("operations,BIKRAM,Sun-Sat 09:00-19:00,,,\noperations,DAWA,Sun-Sat 19:00-09:00,,,");
    writes(RAM, "R1", "04:55:00", "ISSUE TRP123 gadi bigriyo");

    assertThat(told(DAWA)).contains("incident/alert");
    assertThat(told(BIKRAM)).doesNotContain("incident/alert");
  }

  @Test
  void where_nobody_is_on_duty_everybody_is_told() {
    rota("operations,BIKRAM,Sun-Sat 09:00-19:00,,,");
    writes(RAM, "R1", "04:55:00", "ISSUE TRP123 gadi bigriyo");

    assertThat(told(DAWA)).contains("incident/alert");
    assertThat(told(BIKRAM)).contains("incident/alert");
  }

  @Test
  void whoever_is_on_duty_alone_and_reports_it_is_not_the_only_one_told() {
    writes(BIKRAM, "B1", "04:55:00", "ISSUE TRP123 gadi bigriyo");

    assertThat(told(DAWA)).contains("incident/alert");
  }

  @Test
  void a_code_that_nobody_has_is_nobody() {
    rota("operations,NOBODY,Sun-Sat 00:00-24:00,,,");
    writes(RAM, "R1", "04:55:00", "ISSUE TRP123 gadi bigriyo");

    assertThat(told(BIKRAM)).contains("incident/alert");
  }

  @Test
  void a_missing_check_in_is_told_to_who_is_on_duty() {
    writes(BIKRAM, "B1", "04:40:00", "rota");
    said(BIKRAM, "overview/rota", "operations: Bikram", "manager: everybody (Anita, Deepak)");
    clock("05:10:00");

    assertThat(told(BIKRAM)).contains("trip/no_check_in");
    assertThat(told(DAWA)).isEmpty();
  }

  private void rota(String rows) {
    house.rule("rota.csv", SHIPPED, rows);
    house.bean(RuleFolder.class).load();
  }
}
