package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Other ways in which a morning can go: claimed times, voices, drivers, two trips at once. */
class T06VariantsTest extends FieldDay {

  @Test
  void a_time_that_is_only_claimed_is_trusted_less_and_a_colleague_confirms_it() {
    watch();
    clock("05:10:00");
    writes(PEMBA, "G1", "05:11:00", "4:45 ma pugeko");

    assertThat(told(PEMBA)).contains("trip/checked_in");
    said(BIKRAM, "trip/claimed_notice", "Pemba", "4:45");
    assertThat(facts()).containsExactly("04:45 05:11 low stands");
    assertThat(metric("check_ins_claimed")).isOne();
    assertThat(metric("check_ins_on_time")).isZero();
    assertThat(alarms()).containsExactly("stands");
    taps(BIKRAM, "B1", "05:12:00", "confirm_time@TRP123");

    said(BIKRAM, "trip/time_confirmed", "4:45");
    assertThat(facts()).containsExactly("04:45 05:11 low confirmed", "04:45 05:12 seen stands");
    assertThat(alarms()).containsExactly("checked_in_in_time");
  }

  @Test
  void a_claim_that_is_denied_counts_from_when_it_was_known() {
    watch();
    clock("05:10:00");
    writes(PEMBA, "G1", "05:11:00", "4:45 ma pugeko");
    taps(BIKRAM, "B1", "05:12:00", "deny_time@TRP123");

    said(BIKRAM, "trip/time_denied", "5:11");
    assertThat(alarms()).containsExactly("stands");
  }

  @Test
  void pugyo_alone_is_a_check_in_and_the_number_is_asked() {
    writes(PEMBA, "G1", "04:50:00", "pugyo");

    said(PEMBA, "trip/checked_in", "TRP123", "4:50");
    assertThat(last(PEMBA).choices())
        .containsExactly(
            "count_guests:9@TRP123",
            "count_guests:8@TRP123",
            "count_guests:7@TRP123",
            "count_other@TRP123");
    taps(PEMBA, "G2", "04:51:00", "count_guests:8@TRP123");
    said(PEMBA, "trip/who_missing", "8 of 9");
  }

  @Test
  void a_voice_note_that_nobody_hears_is_asked_with_buttons_and_a_number_checks_in() {
    phones.at(DAY + "04:50:00");
    phones.speaks(PEMBA, "G1", DAY + "04:50:00", null);
    settle();

    said(PEMBA, "trip/voice_how_many");
    taps(PEMBA, "G2", "04:51:00", "count_guests:9@TRP123");
    said(PEMBA, "trip/all_here", "TRP123");
    assertThat(crew("PEMBA")).isEqualTo("checked_in");
  }

  @Test
  void how_many_need_a_night_more_is_not_how_many_are_here() {
    writes(PEMBA, "G1", "04:50:00", "9 jana pugyo");
    said(PEMBA, "trip/all_here");
    writes(PEMBA, "G2", "04:55:00", "need 1 extra night lobuche for 1 pax");

    assertThat(told(PEMBA)).doesNotContain("trip/who_missing");
    assertThat(told(BIKRAM)).doesNotContain("trip/missing_notice");
  }

  @Test
  void a_place_alone_is_a_check_in() {
    phones.at(DAY + "04:50:00");
    phones.isAt(PEMBA, "G1", DAY + "04:50:00", 28.2096, 83.9584);
    settle();

    said(PEMBA, "trip/checked_in", "TRP123");
    assertThat(crew("PEMBA")).isEqualTo("checked_in");
  }

  @Test
  void a_driver_may_say_that_they_are_there_and_does_not_count_guests() {
    watch();
    clock("05:10:00");
    writes(RAM, "R1", "05:11:00", "pugyo");

    said(RAM, "trip/driver_checked_in");
    said(BIKRAM, "trip/driver_arrived", "Ram", "Pemba");
    assertThat(crew("PEMBA")).isEqualTo("accepted");
    writes(RAM, "R2", "05:12:00", "7 jana cha");
    said(RAM, "trip/count_by_guide");
    clock("05:20:00");
    said(ANITA, "trip/no_check_in", "Pemba", "Ram is there");
  }

  @Test
  void the_office_gets_the_number_and_may_ask_the_driver() {
    watch();
    clock("05:10:00");
    taps(BIKRAM, "B1", "05:10:30", "call_crew@TRP123");
    said(BIKRAM, "trip/phone", PEMBA);
    taps(BIKRAM, "B2", "05:10:40", "ask_driver@TRP123");
    said(RAM, "trip/driver_asked", "Pemba");
    taps(RAM, "R1", "05:11:00", "say_guide@TRP123");
    said(BIKRAM, "trip/driver_says", "Ram", "Pemba");
  }

  @Test
  void two_trips_at_one_time_are_asked() {
    house.execute("UPDATE trips SET starts_at = '2026-11-10T05:30+05:45' WHERE code = 'TRP127'");
    house.execute("UPDATE crew SET ends_at = '2026-11-10T05:30+05:45' WHERE trip = 'TRP123'");
    house.execute("UPDATE crew SET starts_at = '2026-11-10T05:30+05:45' WHERE trip = 'TRP127'");
    writes(PEMBA, "G1", "04:50:00", "checkin");

    said(PEMBA, "trip/which");
    assertThat(last(PEMBA).choices()).contains("check_in@TRP123", "check_in@TRP127");
    assertThat(crew("PEMBA")).isEqualTo("accepted");
    taps(PEMBA, "G2", "04:50:30", "check_in@TRP127");
    assertThat(crew("PEMBA")).isEqualTo("accepted");
    said(PEMBA, "trip/checked_in", "TRP127");
  }

  @Test
  void nobody_checks_in_hours_before() {
    writes(PEMBA, "G1", "04:50:00", "CHECKIN TRP127");

    said(PEMBA, "trip/too_early");
  }

  @Test
  void the_crew_sees_of_the_guests_what_its_work_needs() {
    writes(PEMBA, "G1", "04:30:00", "guest list");
    said(PEMBA, "trip/guest_list", "Walsh x2 · Hotel Barahi", "Nair x1 · Lakeside Inn");
    assertThat(last(PEMBA).text()).doesNotContain("Tom", "7700");
    writes(RAM, "R1", "04:31:00", "guest list");
    said(RAM, "trip/guest_list", "Hotel Barahi: 6", "Lakeside Inn: 3");
    assertThat(last(RAM).text()).doesNotContain("Walsh");
    writes(DAWA, "D1", "04:32:00", "guest list trp123");
    said(DAWA, "trip/not_on_it");
    writes(PEMBA, "G2", "04:33:00", "my trips");
    said(PEMBA, "trip/my_trips", "TRP123", "TRP127", "9 guests");
  }

  @Test
  void a_customer_who_writes_the_words_of_the_crew_learns_nothing() {
    writes(TOM, "T1", "04:50:00", "checkin TRP123");

    assertThat(last(TOM).text()).doesNotContain("Pemba", "Barahi", "guests");
    assertThat(crew("PEMBA")).isEqualTo("accepted");
  }

  @Test
  void an_accident_is_no_headcount() {
    writes(PEMBA, "G1", "04:50:00", "gaadi bigriyo, 7 jana cha");

    assertThat(told(PEMBA)).doesNotContain("trip/who_missing");
    assertThat(house.count("SELECT count(*) FROM incidents")).isOne();
  }

  @Test
  void the_number_of_a_guest_is_not_passed_on() {
    writes(PEMBA, "G1", "04:50:00", "pugyo, 7 jana cha");
    taps(PEMBA, "G2", "04:51:00", "name_missing:BK-1901@TRP123");
    writes(TOM, "T1", "04:52:00", "in the lobby, ring +44 7700 900103");

    said(PEMBA, "trip/guest_says", "lobby", "•••");
    assertThat(last(PEMBA).text()).doesNotContain("900103");
  }

  @Test
  void who_does_not_know_whom_they_miss_has_the_office_call() {
    writes(PEMBA, "G1", "04:50:00", "pugyo, 7 jana cha");
    taps(PEMBA, "G2", "04:51:00", "missing_unknown@TRP123");

    said(PEMBA, "trip/ops_calls", "5:25");
    said(BIKRAM, "trip/guests_unknown", "Walsh x2", "7 of 9");
  }

  /** It is near the start: the clocks are set. */
  private void watch() {
    phones.at(DAY + "04:30:00");
    house.settle();
  }

  private java.util.List<String> facts() {
    return house.column(
        """
        SELECT to_char(happened_at AT TIME ZONE 'Asia/Kathmandu', 'HH24:MI ')
          || to_char(known_at AT TIME ZONE 'Asia/Kathmandu', 'HH24:MI ') || trust || ' '
          || coalesce(withdrawn, 'stands')
        FROM trip_facts WHERE kind = 'check_in' ORDER BY place
        """);
  }

  private java.util.List<String> alarms() {
    return house.column(
        "SELECT coalesce(withdrawn, 'stands') FROM trip_facts WHERE kind = 'alarm' ORDER BY place");
  }

  private String crew(String code) {
    return house
        .column(
            """
            SELECT c.state FROM crew c JOIN people p ON p.id = c.person_id
            WHERE c.trip = 'TRP123' AND p.code = ?
            """,
            code)
        .getFirst();
  }

  /** Pemba has counted seven, and operations have said that Walsh x2 are left. */
  private void leftBehind() {
    writes(PEMBA, "G1", "05:00:00", "pugyo, 7 jana cha");
    taps(PEMBA, "G2", "05:01:00", "name_missing:BK-1901@TRP123");
    taps(BIKRAM, "B1", "05:26:00", "leave_guests:BK-1901@TRP123");
    said(PEMBA, "trip/leave_notice", "Walsh x2", "7 of 7");
  }

  @Test
  void who_was_left_and_comes_after_all_is_asked_about_and_travels() {
    leftBehind();
    writes(PEMBA, "G3", "05:27:00", "aayo 9 jana, janchau");

    said(PEMBA, "trip/who_came", "You say 9", "without Walsh x2", "7");
    assertThat(trip("state")).isEqualTo("staffed");
    taps(PEMBA, "G4", "05:27:10", "guests_came:BK-1901@TRP123");

    said(PEMBA, "trip/came", "Walsh x2", "9 guests");
    said(BIKRAM, "trip/came_notice", "TRP123", "Walsh x2", "9");
    taps(PEMBA, "G5", "05:27:20", "start_trip@TRP123");
    said(PEMBA, "trip/started", "9 of 9");
    assertThat(house.column("SELECT DISTINCT state FROM trip_guests")).containsExactly("here");
  }

  @Test
  void as_many_as_are_waited_for_are_asked_about_nobody() {
    leftBehind();
    writes(PEMBA, "G3", "05:27:00", "7 jana, janchau");

    said(PEMBA, "trip/started", "7 of 7");
    assertThat(house.column("SELECT state FROM trip_guests WHERE booking = 'BK-1901'"))
        .containsExactly("no_show");
  }

  @Test
  void who_runs_up_while_they_stand_there_is_counted_by_one_tap() {
    leftBehind();
    taps(PEMBA, "G3", "05:27:00", choice(PEMBA, "guests_came"));

    said(PEMBA, "trip/came", "Walsh x2", "9 guests");
    taps(PEMBA, "G4", "05:27:10", choice(PEMBA, "start_trip"));
    said(PEMBA, "trip/started", "9 of 9");
    clock("05:40:00");
    assertThat(told(BIKRAM)).doesNotContain("trip/no_show_asked");
  }

  @Test
  void who_jumps_in_at_the_last_moment_travels_though_the_van_has_gone() {
    leftBehind();
    taps(PEMBA, "G3", "05:27:00", "start_trip@TRP123");
    taps(PEMBA, "G4", "05:27:30", "guests_came:BK-1901@TRP123");
    taps(PEMBA, "G5", "05:27:31", "guests_came:BK-1901@TRP123");

    assertThat(told(PEMBA)).containsOnlyOnce("trip/came");
    assertThat(last(PEMBA).template()).isEqualTo("trip/nobody_left");
    assertThat(house.column("SELECT DISTINCT state FROM trip_guests")).containsExactly("here");
  }
}
