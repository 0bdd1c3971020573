package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A vehicle breaks down, and it goes otherwise than in the scenario. */
class T07VariantsTest extends Breakdown {

  @Test
  void nobody_answers_and_the_managers_are_told_after_five_minutes() {
    breakdown();
    timersAt("09:47:22");
    assertThat(last(ANITA).template()).isEqualTo("incident/alert_again");
    assertThat(last(DEEPAK).template()).isEqualTo("incident/alert_again");
    assertThat(all(BIKRAM, "incident/alert_again")).isEmpty();
    timersAt("09:52:24");
    assertThat(all(BIKRAM, "incident/alert_again")).hasSize(1);
  }

  @Test
  void a_second_before_nobody_else_is_told() {
    breakdown();
    timersAt("09:47:20");
    assertThat(all(ANITA, "incident/alert_again")).isEmpty();
  }

  @Test
  void solved_with_its_code() {
    breakdown();
    says(PEMBA, "G2", "10:41:50", "RESOLVED TRP123");
    assertThat(state()).isEqualTo("resolved");
  }

  @Test
  void two_go_on_and_which_one_is_asked() {
    breakdown();
    says(PEMBA, "G5", "09:50:00", "pahiro, bato banda");
    assertThat(house.count("SELECT count(*) FROM incidents")).isEqualTo(2);
    says(PEMBA, "G6", "10:30:00", "resolved");

    assertThat(last(PEMBA).template()).isEqualTo("incident/which");
    assertThat(last(PEMBA).choices())
        .containsExactly("resolve_incident@INC-1", "resolve_incident@INC-2");
    taps(PEMBA, "G7", "10:30:20", "resolve_incident@INC-2");
    assertThat(state("INC-1")).isEqualTo("reported");
    assertThat(state("INC-2")).isEqualTo("resolved");
  }

  @Test
  void words_come_before_the_photo() {
    says(PEMBA, "G1", "09:42:00", "ISSUE TRP123 gaadi bigriyo dai");
    shows(RAM, "R1", "09:42:20");
    speaks(RAM, "R2", "09:42:40", "gaadi kharab ho gayi, radiator phut gaya");

    assertThat(house.column("SELECT code FROM incidents")).containsExactly("INC-1");
    assertThat(house.count("SELECT count(*) FROM incident_reports WHERE incident_id IS NOT NULL"))
        .isEqualTo(3);
  }

  @Test
  void who_is_off_duty_is_asked_which_trip() {
    says(DAWA, "D1", "09:42:00", "gaadi bigriyo");
    assertThat(house.count("SELECT count(*) FROM incidents")).isZero();
    assertThat(last(DAWA).template()).isEqualTo("incident/which_trip");
    assertThat(last(DAWA).choices()).contains("report_incident:vehicle@TRP123");
    taps(DAWA, "D2", "09:42:30", "report_incident:vehicle@TRP123");
    assertThat(house.column("SELECT trip || ' ' || category FROM incidents"))
        .containsExactly("TRP123 vehicle");
  }

  @Test
  void a_photo_that_nobody_explains_is_asked_about() {
    shows(RAM, "R1", "09:42:03");
    timersAt("09:44:15");
    assertThat(last(RAM).template()).isEqualTo("incident/what_happened");
    taps(RAM, "R2", "09:44:20", "report_incident:vehicle@TRP123");
    assertThat(last(BIKRAM).template()).isEqualTo("incident/alert");
  }

  @Test
  void the_guide_alone_closes_nothing_and_neither_does_one_colleague() {
    breakdown();
    quotes(BIKRAM, "B1", "10:00:00", shown(BIKRAM, "incident/alert"), "resolved");
    assertThat(state()).isEqualTo("resolved");
    taps(BIKRAM, "B2", "10:01:00", "close_incident@INC-1");
    assertThat(last(BIKRAM).template()).isEqualTo("incident/second_needed");
    taps(PEMBA, "G9", "10:01:30", "close_incident@INC-1");
    assertThat(state()).isEqualTo("resolved");
    taps(ANITA, "A2", "10:02:00", "close_incident@INC-1");
    assertThat(state()).isEqualTo("closed");
  }

  @Test
  void an_ok_that_quotes_nothing_takes_what_they_were_just_told() {
    breakdown();
    says(BIKRAM, "B1", "09:43:00", "ok");

    assertThat(last(BIKRAM).template()).isEqualTo("incident/taken");
    assertThat(house.column("SELECT state FROM incidents")).containsExactly("acknowledged");
  }

  @Test
  void an_ok_after_something_else_takes_nothing_and_one_that_quotes_the_alert_does() {
    breakdown();
    says(BIKRAM, "B1", "09:43:00", "status BK-1901");
    says(BIKRAM, "B2", "09:43:20", "ok");
    assertThat(house.column("SELECT state FROM incidents")).containsExactly("reported");

    quotes(BIKRAM, "B3", "09:44:00", shown(BIKRAM, "incident/alert"), "ok");
    assertThat(house.column("SELECT state FROM incidents")).containsExactly("acknowledged");
  }

  @Test
  void of_a_trip_that_has_not_started_or_is_not_theirs_it_is_an_incident_too() {
    house.execute("UPDATE trips SET state = 'staffed', started_at = NULL WHERE code = 'TRP123'");
    phones.at("2026-11-08T13:00:00");
    phones.writes(RAM, "x", "I1", "2026-11-08T13:00:00", "ISSUE TRP123 Vehicle breakdown");
    house.settle();
    house.move(java.time.Duration.ofSeconds(1));
    house.settle();

    assertThat(last(RAM).template()).isEqualTo("incident/opened");
    assertThat(last(BIKRAM).text()).contains("INC-1", "TRP123", "vehicle");
    for (var it : java.util.List.of(DAWA, SARITA)) {
      phones.writes(it, "x", "I" + it, "2026-11-08T13:01:00", "ISSUE TRP130 landslide on the road");
      house.settle();
      house.move(java.time.Duration.ofSeconds(1));
      house.settle();
    }
    assertThat(house.column("SELECT trip || ' ' || category FROM incidents ORDER BY code"))
        .containsExactly("TRP123 vehicle", "TRP130 road");
    assertThat(last(SARITA).template()).isEqualTo("incident/joined");
    phones.writes(RAM, "x", "I2", "2026-11-08T13:02:00", "resolved");
    house.settle();
    house.move(java.time.Duration.ofSeconds(1));
    house.settle();
    assertThat(last(RAM).template()).isEqualTo("incident/resolved");
  }

  @Test
  void an_ok_takes_the_alert_that_was_told_last_also_when_another_incident_was_theirs() {
    breakdown();
    taps(BIKRAM, "B1", "09:43:00", "take_incident@INC-1");
    says(PEMBA, "G2", "09:50:00", "resolved");
    taps(BIKRAM, "B2", "09:51:00", "close_incident@INC-1");
    says(PEMBA, "G3", "09:55:00", "pahiro, bato banda");
    assertThat(last(BIKRAM).template()).isEqualTo("incident/alert");
    says(BIKRAM, "B3", "09:55:30", "ok");

    assertThat(last(BIKRAM).template()).isEqualTo("incident/taken");
    assertThat(state("INC-2")).isEqualTo("acknowledged");
  }

  @Test
  void whoever_was_called_in_the_office_is_asked_which_trip() {
    says(SARITA, "S1", "09:42:00", "guest calls: van broken down");

    assertThat(last(SARITA).template()).isEqualTo("incident/which_trip");
    assertThat(house.count("SELECT count(*) FROM incidents")).isZero();
    taps(SARITA, "S2", "09:42:20", "report_incident:vehicle@TRP123");
    assertThat(last(BIKRAM).template()).isEqualTo("incident/alert");
  }

  @Test
  void who_was_left_behind_is_not_counted_and_reads_nothing_of_it() {
    house.execute(
        "UPDATE trip_guests SET state = 'no_show' WHERE booking IN ('BK-1901', 'BK-1904')");
    var ask = planned();

    assertThat(all(BIKRAM, "incident/alert").getFirst().text()).contains("5 guests");
    assertThat(ask.text()).contains("3 bookings", "5 guests");
    taps(BIKRAM, "B3", "09:47:50", ask.choices().getFirst());
    assertThat(last(BIKRAM).text()).contains("3 bookings");
    assertThat(all(TOM, "incident/guest_vehicle")).isEmpty();
    assertThat(all(KENJI, "incident/guest_vehicle")).hasSize(1);
  }

  @Test
  void whoever_looks_after_none_is_asked_what_is_over() {
    breakdown();
    says(ANITA, "A1", "09:50:00", "resolved");

    assertThat(last(ANITA).template()).isEqualTo("incident/which");
    assertThat(last(ANITA).choices()).containsExactly("resolve_incident@INC-1");
    taps(ANITA, "A2", "09:50:20", "resolve_incident@INC-1");
    assertThat(state("INC-1")).isEqualTo("resolved");
    says(DEEPAK, "D1", "09:51:00", "resolved");
    assertThat(last(DEEPAK).template()).isEqualTo("incident/none_open");
  }

  @Test
  void trouble_in_a_command_is_no_report() {
    says(BIKRAM, "B1", "09:42:00", "close EBC-0329, landslide");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/closed");
    says(SARITA, "S1", "09:43:00", "Black ice, accident on TRP123");

    assertThat(last(BIKRAM).template()).isEqualTo("incident/alert");
    assertThat(house.column("SELECT code FROM incidents")).containsExactly("INC-1");
  }

  @Test
  void a_report_that_is_deleted_stays_open_and_is_asked_about() {
    says(PEMBA, "G1", "12:00:00", "ISSUE TRP123 guest fainted");
    assertThat(last(PEMBA).template()).isEqualTo("incident/opened_health");
    assertThat(last(PEMBA).choices()).contains("conscious@INC-1", "raise_sos@INC-1");
    phones.at(DAY + "12:00:50");
    phones.revokes(PEMBA, "G2", "G1");
    settleAt("12:00:51");

    assertThat(last(PEMBA).template()).isEqualTo("amend/report");
    assertThat(last(PEMBA).choices()).containsExactly("resolve_incident@INC-1", "still_true@INC-1");
    assertThat(last(BIKRAM).template()).isEqualTo("amend/report_notice");
    assertThat(state("INC-1")).isEqualTo("reported");
    taps(PEMBA, "G3", "12:01:20", "still_true@INC-1");
    assertThat(last(PEMBA).template()).isEqualTo("incident/still_true");
    assertThat(state("INC-1")).isEqualTo("reported");
    taps(PEMBA, "G4", "12:01:40", "conscious@INC-1");
    assertThat(last(BIKRAM).template()).isEqualTo("incident/conscious_notice");
    taps(PEMBA, "G5", "12:02:00", "resolve_incident@INC-1");
    assertThat(state("INC-1")).isEqualTo("resolved");
  }

  @Test
  void an_incident_is_run_by_words_that_name_it() {
    breakdown();
    says(BIKRAM, "B1", "09:43:00", "ok");
    assertThat(state("INC-1")).isEqualTo("acknowledged");
    says(BIKRAM, "B2", "09:44:00", "status inc-1");
    assertThat(last(BIKRAM).template()).isEqualTo("incident/details");
    says(PEMBA, "G2", "10:40:00", "resolved");
    says(ANITA, "A1", "10:41:00", "close INC-1");
    assertThat(state("INC-1")).isEqualTo("closed");
    says(BIKRAM, "B4", "10:43:00", "close EBC-0329");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/closed");
  }

  @Test
  void a_report_of_something_else_that_joins_is_read_by_operations() {
    breakdown();
    says(RAM, "R9", "09:50:00", "ISSUE TRP123 guest lost his passport");

    assertThat(last(RAM).template()).isEqualTo("incident/joined");
    assertThat(last(BIKRAM).template()).isEqualTo("incident/said_more");
    assertThat(last(BIKRAM).text()).contains("INC-1", "Ram", "lost his passport");
  }
}
