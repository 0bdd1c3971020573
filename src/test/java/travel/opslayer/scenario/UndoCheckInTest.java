package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A check-in that was a slip is taken back, and whoever is not there is missed. */
class UndoCheckInTest extends FieldDay {

  @Test
  void a_check_in_that_is_taken_back_is_waited_for_again() {
    watch();
    writes(PEMBA, "G1", "04:50:00", "pugyo");
    assertThat(crew("PEMBA")).isEqualTo("checked_in");
    writes(PEMBA, "G2", "04:52:00", "undo");

    said(PEMBA, "trip/check_in_undone", "TRP123", "4:50");
    said(BIKRAM, "trip/check_in_undone_notice", "TRP123", "Pemba", "4:50");
    assertThat(crew("PEMBA")).isEqualTo("accepted");
    assertThat(facts()).containsExactly("04:50 04:50 seen taken_back");
    assertThat(metric("check_ins_on_time")).isZero();
    clock("05:10:00");
    said(BIKRAM, "trip/no_check_in", "TRP123");

    writes(PEMBA, "G3", "05:12:00", "pugyo");
    assertThat(crew("PEMBA")).isEqualTo("checked_in");
  }

  @Test
  void taken_back_after_the_time_it_is_missed_at_once() {
    watch();
    writes(PEMBA, "G1", "04:50:00", "pugyo");
    clock("05:10:00");
    assertThat(told(BIKRAM)).doesNotContain("trip/no_check_in");
    writes(PEMBA, "G2", "05:12:00", "undo");
    clock("05:12:30");

    assertThat(told(BIKRAM)).contains("trip/no_check_in");
  }

  @Test
  void when_the_trip_is_on_its_way_nothing_is_taken_back() {
    writes(PEMBA, "G1", "04:50:00", "9 jana pugyo");
    writes(PEMBA, "G2", "05:01:00", "janchau");
    writes(PEMBA, "G3", "05:02:00", "undo");

    assertThat(crew("PEMBA")).isEqualTo("checked_in");
    assertThat(told(PEMBA)).doesNotContain("trip/check_in_undone");
  }

  /** It is near the start: the clocks are set. */
  private void watch() {
    phones.at(DAY + "04:30:00");
    house.settle();
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

  private java.util.List<String> facts() {
    return house.column(
        """
        SELECT to_char(happened_at AT TIME ZONE 'Asia/Kathmandu', 'HH24:MI ')
          || to_char(known_at AT TIME ZONE 'Asia/Kathmandu', 'HH24:MI ') || trust || ' '
          || coalesce(withdrawn, 'stands')
        FROM trip_facts WHERE kind = 'check_in' ORDER BY place
        """);
  }
}
