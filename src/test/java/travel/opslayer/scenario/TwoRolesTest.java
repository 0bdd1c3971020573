package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pemba guides TRP123 and belongs to the office too: what either role may do, he may do. */
class TwoRolesTest extends FieldDay {

  @BeforeEach
  void pembaIsOfTheOfficeToo() {
    phones.at(DAY + "04:40:00");
    house.execute(
        """
        INSERT INTO person_roles (tenant_id, person_id, role)
        SELECT tenant_id, id, 'operations' FROM people WHERE code = 'PEMBA'
        """);
  }

  @Test
  void he_checks_in_as_a_guide_and_takes_an_incident_as_the_office() {
    writes(PEMBA, "G1", "04:50:00", "9 jana pugyo");

    assertThat(told(PEMBA)).contains("trip/all_here");
    assertThat(roleOf("check_in")).isEqualTo("field");
    assertThat(
            at(
                "SELECT state FROM crew WHERE trip = 'TRP123' AND person_id ="
                    + " (SELECT id FROM people WHERE code = 'PEMBA')"))
        .isEqualTo("checked_in");

    writes(RAM, "R1", "04:55:00", "ISSUE TRP123 gadi bigriyo");
    taps(PEMBA, "G2", "04:56:00", "take_incident@" + at("SELECT code FROM incidents"));

    assertThat(at("SELECT state FROM incidents")).isEqualTo("acknowledged");
    assertThat(roleOf("take_incident")).isEqualTo("operations");
  }

  @Test
  void what_he_tells_of_his_own_trip_he_tells_as_its_guide() {
    writes(PEMBA, "G1", "04:50:00", "9 jana pugyo");
    writes(PEMBA, "G2", "04:55:00", "ISSUE TRP123 vehicle breakdown");

    assertThat(roleOf("report_incident")).isEqualTo("field");
    assertThat(told(PEMBA)).contains("incident/opened");
  }

  @Test
  void a_command_of_the_office_works_and_one_of_neither_role_is_refused() {
    writes(DAWA, "D1", "04:50:00", "close ebc0315");
    assertThat(told(DAWA).getLast()).startsWith("refused/");
    assertThat(last(DAWA).text()).contains("operations");

    writes(PEMBA, "G1", "04:51:00", "close ebc0315");
    assertThat(told(PEMBA).getLast()).isEqualTo("inventory/closed");
  }

  @Test
  void who_could_do_it_names_no_role_of_theirs() {
    writes(PEMBA, "G1", "04:50:00", "figures");

    assertThat(last(PEMBA).text()).contains("manager").doesNotContain("operations", "field");
  }

  @Test
  void what_one_role_can_only_explain_the_other_does() {
    writes(PEMBA, "G1", "04:50:00", "pugyo");
    writes(PEMBA, "G2", "04:51:00", "undo");
    assertThat(told(PEMBA).getLast()).isEqualTo("trip/check_in_undone");

    writes(PEMBA, "G3", "04:52:00", "undo");
    assertThat(told(PEMBA).getLast()).isEqualTo("inventory/undo_over");
  }

  @Test
  void what_nobody_understands_is_said_once() {
    writes(PEMBA, "G1", "04:50:00", "blorp zzz");

    assertThat(told(PEMBA)).containsExactly("help/nobody_meant");
  }

  @Test
  void what_he_may_do_holds_both() {
    writes(PEMBA, "G1", "04:50:00", "?");

    assertThat(last(PEMBA).choices())
        .anyMatch(it -> it.startsWith("check_in@TRP123") || it.equals("help@TRP123"));
    assertThat(last(PEMBA).text()).containsIgnoringCase("hold");
  }

  private String roleOf(String wish) {
    return at(
        "SELECT facts ->> 'sender_role' FROM decisions WHERE wish = '%s' ORDER BY at DESC LIMIT 1"
            .formatted(wish));
  }
}
