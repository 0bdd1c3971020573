package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A guide checks in: a wrong code, a voice note, webhooks that come late, guests who oversleep. */
class T06Test extends FieldDay {

  private static final String ALARMS =
      "SELECT coalesce(withdrawn, 'stands') FROM trip_facts WHERE kind = 'alarm'";

  /** G1 to the alarm: his webhooks are held back. */
  private void alarm() {
    phones.at(DAY + "04:00:00");
    phones.writes(TOM, "Tom", "T0", DAY + "04:00:00", "hello");
    settle();
    writes(PEMBA, "G1", "04:46:50", "CHEKIN TRP132");
    clock("05:10:00");
  }

  /** G2 to G4, written in time. */
  private void late() {
    phones.at(DAY + "05:11:30");
    phones.tapsAt(PEMBA, "G2", DAY + "04:48:05", "check_in@TRP123");
    phones.speaks(PEMBA, "G3", DAY + "04:52:40", "pugyo hotel, 7 jana cha, 2 jana chaina");
    phones.isAt(PEMBA, "G4", DAY + "04:52:55", 28.2096, 83.9584);
    settle();
  }

  private static String local(String column) {
    return "to_char(%s AT TIME ZONE 'Asia/Kathmandu', 'HH24:MI')".formatted(column);
  }

  @Test
  void a_code_of_somebody_else_is_answered_by_the_nearest_of_their_own() {
    alarm();

    var answer = phones.of(PEMBA).getFirst();
    assertThat(answer.template()).isEqualTo("trip/not_yours");
    assertThat(answer.text()).contains("TRP132 is not yours", "TRP123", "5:00", "9 guests");
    assertThat(answer.choices()).containsExactly("check_in@TRP123", "show_trips@TRP123");
    said(BIKRAM, "trip/no_check_in", "TRP123", "Pemba", "4:46", "CHEKIN TRP132", "Ram");
    assertThat(last(BIKRAM).choices()).contains("call_crew@TRP123", "ask_driver@TRP123");
    assertThat(told(ANITA)).doesNotContain("trip/no_check_in");
  }

  @Test
  void what_comes_late_counts_from_when_it_was_written_and_takes_the_alarm_back() {
    alarm();
    late();

    said(PEMBA, "trip/who_missing", "TRP123", "4:48", "7 of 9");
    assertThat(last(PEMBA).choices())
        .containsExactly(
            "name_missing:BK-1901@TRP123",
            "name_missing:BK-1902@TRP123",
            "name_missing:BK-1903@TRP123",
            "name_missing:BK-1904@TRP123",
            "name_missing:BK-1905@TRP123",
            "missing_unknown@TRP123");
    assertThat(last(PEMBA).text()).doesNotContain("+44");
    assertThat(phones.of(BIKRAM))
        .anySatisfy(
            it -> {
              assertThat(it.template()).isEqualTo("trip/alarm_over");
              assertThat(it.text()).contains("Withdrawn", "Pemba", "on time", "4:48", "delayed");
            });
    assertThat(house.column(ALARMS)).containsExactly("checked_in_in_time");
    assertThat(metric("check_ins_on_time")).isOne();
    assertThat(metric("check_ins_late")).isZero();
    assertThat(metric("check_ins_claimed")).isZero();
    assertThat(
            house.rows(
                "SELECT %s AS happened, %s AS known, trust FROM trip_facts WHERE kind = 'check_in'"
                    .formatted(local("happened_at"), local("known_at"))))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it)
                    .containsEntry("happened", "04:48")
                    .containsEntry("known", "05:11")
                    .containsEntry("trust", "seen"));
    assertThat(house.column("SELECT state FROM crew WHERE trip = 'TRP127'"))
        .containsOnly("accepted");
    clock("05:20:00");
    assertThat(told(ANITA)).doesNotContain("trip/no_check_in");
  }

  @Test
  void that_it_was_raised_and_that_it_was_withdrawn_stand_in_the_timeline() {
    alarm();
    late();

    assertThat(
            house.column(
                "SELECT kind FROM timeline_entries WHERE subject = 'TRP123'"
                    + " AND kind LIKE '%alarm%' ORDER BY at"))
        .containsExactly("alarm", "alarm_withdrawn");
  }

  @Test
  void a_missing_guest_is_called_answers_and_they_leave() {
    alarm();
    late();
    taps(PEMBA, "G5", "05:12:20", "name_missing:BK-1901@TRP123");

    said(TOM, "trip/come_down", "Tom", "Pemba", "Hotel Barahi", "5:25");
    assertThat(last(TOM).choices()).hasSize(3).first().isEqualTo("guest_answer:coming@TRP123");
    said(PEMBA, "trip/called", "Walsh x2", "5:25");
    writes(TOM, "T1", "05:13:01", "omg overslept!! 5 min pls 🙏🙏");
    said(PEMBA, "trip/guest_says", "Walsh x2", "overslept", "5:25");
    said(TOM, "trip/told_guide", "Pemba");
    writes(PEMBA, "G6", "05:19:44", "aayo 👍 9 jana, janchau");

    said(PEMBA, "trip/started", "9 of 9", "TRP123", "5:19");
    assertThat(trip("state")).isEqualTo("in_progress");
    assertThat(trip(local("started_at"))).isEqualTo("05:19");
    assertThat(house.column("SELECT DISTINCT state FROM trip_guests")).containsExactly("here");
    clock("05:26:00");
    assertThat(told(BIKRAM)).doesNotContain("trip/no_show_asked");
  }

  @Test
  void nobody_is_left_behind_by_a_clock_but_by_a_colleague() {
    alarm();
    late();
    taps(PEMBA, "G5", "05:12:20", "name_missing:BK-1901@TRP123");
    clock("05:25:00");

    said(BIKRAM, "trip/no_show_asked", "7 of 9", "Walsh x2", "Pemba");
    assertThat(last(BIKRAM).choices())
        .containsExactly("leave_guests:BK-1901@TRP123", "wait_more@TRP123", "call_crew@TRP123");
    assertThat(house.column("SELECT DISTINCT state FROM trip_guests")).containsExactly("expected");
    writes(PEMBA, "G7", "05:25:30", "janchau");
    said(PEMBA, "trip/not_all_here");
    taps(BIKRAM, "B1", "05:26:00", "leave_guests:BK-1901@TRP123");

    said(PEMBA, "trip/leave_notice", "Walsh x2", "7 of 7");
    said(TOM, "trip/left_without", "Tom");
    taps(PEMBA, "G8", "05:27:00", "start_trip@TRP123");
    assertThat(trip("state")).isEqualTo("in_progress");
    assertThat(house.column("SELECT state FROM trip_guests WHERE booking = 'BK-1901'"))
        .containsExactly("no_show");
  }

  @Test
  void tapped_twice_is_checked_in_once() {
    alarm();
    phones.at(DAY + "05:11:30");
    phones.tapsAt(PEMBA, "G2", DAY + "04:48:05", "check_in@TRP123");
    phones.tapsAt(PEMBA, "G2b", DAY + "04:48:05", "check_in@TRP123");
    settle();

    assertThat(house.count("SELECT count(*) FROM trip_facts WHERE kind = 'check_in'")).isOne();
    assertThat(told(BIKRAM)).containsOnlyOnce("trip/alarm_over");
  }
}
