package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Late news in other orders, with other times, and more of them. */
class T09VariantsTest extends FromTheValley {

  private static final String OK = "6:30 ma gorakshep pugyo, 9 jana thik";

  private String trust(String kind) {
    return house
        .column(
            "SELECT trust FROM trip_facts WHERE kind = ? AND withdrawn IS NULL ORDER BY place",
            kind)
        .getLast();
  }

  private void answered() {
    later("16:40:40");
  }

  @Test
  void a_cry_for_help_in_the_burst_goes_first_and_at_once() {
    waits("G1", "16:38:31", "16:40:03", OK);
    waits("G3", "16:38:34", "16:40:03", "10 baje 1 jana (nair) ko tauko dukhyo");
    waits("G2", "16:38:35", "16:40:04", "🆘");
    waits("G5", "16:38:38", "16:40:05", "resolved");
    signal();

    assertThat(last(PEMBA).template()).startsWith("sos/");
    assertThat(phones.of(BIKRAM)).anyMatch(it -> it.template().startsWith("sos/"));
    assertThat(all(PEMBA, "late/everything")).isEmpty();
    answered();

    said(PEMBA, "late/everything", "06:30 Gorak Shep 9 OK", "10:00 Nair headache, OK now");
    assertThat(house.column("SELECT category || ' ' || state FROM incidents ORDER BY category"))
        .containsExactly("health resolved", "sos reported");
  }

  @Test
  void cancelled_before_it_was_asked_is_asked_back() {
    waits("G6", "16:38:30", "16:40:02", "extra night cancel, aafai milyo 👍");
    waits("G1", "16:38:31", "16:40:03", OK);
    waits("G3", "16:38:34", "16:40:04", "need 1 extra night lobuche for 2 pax, approve garnu");
    signal();
    answered();

    said(PEMBA, "late/everything", "cancelled it before you asked");
    assertThat(last(PEMBA).choices()).containsExactly("ask_night@TRP118", "drop_night@TRP118");
    assertThat(phones.of(ANITA)).noneMatch(it -> it.template().startsWith("late/"));
    taps(PEMBA, "G7", "16:41:30", "ask_night@TRP118");
    said(PEMBA, "late/night_is_asked", "Anita", "1 extra night in Lobuche for 2");
    said(ANITA, "late/night_asked", "Pemba", "1 extra night in Lobuche for 2", "TRP118");
    said(ANITA, "late/night_asked", "NPR 5,000");
    taps(ANITA, "A1", "16:42:00", last(ANITA).choices().getFirst());
    said(PEMBA, "late/night_approved", "Lobuche");
    assertThat(house.column("SELECT state FROM extra_nights")).containsExactly("approved");
  }

  @Test
  void one_bed_for_one_night_operations_may_allow_by_themselves() {
    writes(PEMBA, "G1", "06:00:00", "need 1 extra night lobuche for 1 pax");

    said(BIKRAM, "late/night_asked", "Lobuche", "NPR 2,500");
    assertThat(phones.of(ANITA)).noneMatch(it -> it.template().startsWith("late/"));
    taps(BIKRAM, "B1", "06:05:00", last(BIKRAM).choices().getFirst());
    said(PEMBA, "late/night_approved", "Lobuche");
  }

  @Test
  void whoever_names_no_number_asks_for_all_guests() {
    writes(PEMBA, "G1", "06:00:00", "need 1 extra night lobuche");

    said(ANITA, "late/night_asked", "Lobuche", "NPR 25,000");
  }

  @Test
  void a_night_that_is_asked_alone_and_dropped_is_not_decided() {
    writes(PEMBA, "G1", "06:00:00", "need 1 extra night lobuche for 2 pax");
    said(ANITA, "late/night_asked", "Lobuche");
    writes(PEMBA, "G2", "06:05:00", "extra night cancel");

    said(PEMBA, "late/night_dropped", "Lobuche");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("cancelled");
    assertThat(house.column("SELECT state FROM extra_nights")).containsExactly("dropped");
  }

  @Test
  void a_time_that_has_not_been_yet_is_asked_and_then_corrected() {
    waits("G1", "16:38:31", "16:40:03", "19:30 ma gorakshep pugyo, 9 jana thik");
    waits("G2", "16:38:34", "16:40:04", "signal chaina");
    waits("G3", "16:38:35", "16:40:04", "mausam ramro");
    signal();
    answered();

    said(PEMBA, "late/everything", "19:30 does not fit");
    assertThat(last(BIKRAM).text()).contains("19:30 does not fit");
    assertThat(trust("report")).isEqualTo("low");
    writes(PEMBA, "G4", "16:42:00", "9:30");
    said(PEMBA, "late/changed", "9:30", "was 19:30");
    assertThat(trust("report")).isEqualTo("claimed");
  }

  @Test
  void a_time_before_the_trip_is_asked() {
    house.execute("UPDATE trips SET starts_at = '2026-10-27T06:45+05:45' WHERE code = 'TRP118'");
    waits("G1", "16:38:31", "16:40:03", OK);
    waits("G2", "16:38:34", "16:40:04", "7:15 ma namche 9 jana thik");
    waits("G3", "16:38:35", "16:40:04", "signal chaina");
    signal();
    answered();

    said(PEMBA, "late/everything", "06:30 does not fit", "07:15 Namche 9 OK");
    assertThat(last(PEMBA).text()).doesNotContain("07:15 does not fit");
  }

  @Test
  void sixty_messages_are_answered_once() {
    waits("M0", "16:38:00", "16:40:02", OK);
    for (var i = 1; i < 60; i++) {
      waits("M" + i, "16:38:%02d".formatted(i), "16:40:%02d".formatted(3 + i / 4), "k cha " + i);
    }
    signal();
    answered();

    assertThat(all(PEMBA, "late/everything")).hasSize(1);
    said(PEMBA, "late/everything", "06:30 Gorak Shep 9 OK", "k cha 1 /");
    assertThat(all(BIKRAM, "late/summary")).hasSize(1);
    assertThat(house.count("SELECT count(*) FROM inbox WHERE state = 'new'")).isZero();
    assertThat(house.count("SELECT count(*) FROM decisions WHERE wish = 'late_news'")).isOne();
  }

  @Test
  void a_trouble_that_is_not_over_is_an_alarm() {
    waits("G1", "16:38:31", "16:40:03", OK);
    waits("G3", "16:38:34", "16:40:03", "10 baje 1 jana (nair) ko tauko dukhyo");
    waits("G5", "16:38:38", "16:40:05", "signal chaina");
    signal();
    answered();

    said(BIKRAM, "late/summary", "🆘", "Nair headache 10:00 claimed, NOT over", "INC-1");
    assertThat(last(BIKRAM).choices()).containsExactly("take_incident@INC-1");
    said(ANITA, "late/summary", "Nair headache");
    clock("16:43:30");
    assertThat(phones.of(BIKRAM)).anyMatch(it -> it.template().equals("incident/alert_again"));
  }

  @Test
  void anything_that_is_heard_closes_the_watch() {
    silence();
    writes(PEMBA, "G1", "14:00:00", "namaste dai");
    clock("14:00:10");

    said(BIKRAM, "watch/heard", "TRP118", "Pemba", "closed");
    assertThat(last(BIKRAM).choices()).isEmpty();
    assertThat(house.column("SELECT state FROM contact_watches")).containsExactly("closed");
    clock("14:30:00");
    assertThat(all(BIKRAM, "watch/heard")).hasSize(1);
  }

  @Test
  void two_messages_or_no_silence_are_ordinary() {
    writes(PEMBA, "G0", "15:30:00", "namaste");
    waits("G1", "16:38:31", "16:40:03", OK);
    waits("G2", "16:38:34", "16:40:03", "signal chaina");
    waits("G3", "16:38:35", "16:40:03", "mausam ramro");
    signal();
    answered();

    assertThat(all(PEMBA, "late/everything")).isEmpty();
  }

  @Test
  void where_nobody_has_planned_the_day_no_plan_is_told() {
    house.execute("DELETE FROM trip_days");
    silence();

    said(BIKRAM, "watch/no_contact", "TRP118", "Pemba");
    assertThat(last(BIKRAM).text()).doesNotContain("plan");
  }

  @Test
  void two_phones_of_a_trip_that_disagree_are_shown_side_by_side_and_nothing_is_decided() {
    dawa("6:35 ma gorakshep, 8 jana thik");
    assertThat(all(BIKRAM, "late/summary").getLast().text()).doesNotContain("otherwise");
    waits("G1", "16:38:31", "16:42:03", OK);
    waits("G2", "16:38:32", "16:42:03", "photo pathauchu");
    waits("G3", "16:38:33", "16:42:04", "network aayo");
    signal();
    later("16:42:40");

    assertThat(all(BIKRAM, "late/summary").getLast().text())
        .contains("9 OK (6:30 claimed)", "Another phone says otherwise: Dawa 8 (06:35)");
    assertThat(
            house.column(
                "SELECT number::text FROM trip_facts WHERE kind = 'report' AND withdrawn IS NULL"
                    + " ORDER BY place"))
        .containsExactly("8", "9");
  }

  @Test
  void two_that_say_the_same_are_no_contradiction() {
    dawa("6:35 ma gorakshep, 9 jana thik");
    waits("G1", "16:38:31", "16:42:03", OK);
    waits("G2", "16:38:32", "16:42:03", "photo pathauchu");
    waits("G3", "16:38:33", "16:42:04", "network aayo");
    signal();
    later("16:42:40");

    assertThat(all(BIKRAM, "late/summary").getLast().text()).doesNotContain("otherwise");
  }

  /** The assistant's phone comes back first. */
  private void dawa(String report) {
    var all = List.of(report, "network aayo", "photo pathauchu");
    for (var i = 0; i < all.size(); i++) {
      sends("+9779805550302", "D" + i, "16:36:0" + i, "16:39:0" + i, all.get(i));
    }
    later("16:39:40");
  }
}
