package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.channel.sandbox.SandboxFaults;
import travel.opslayer.database.Database;
import travel.opslayer.trip.Happening;
import travel.opslayer.trip.HappeningRepository;

/** A phone was without a signal: all of it comes at once, out of order, with three clocks. */
class T09Test extends FromTheValley {

  private static Instant at(String time) {
    return OffsetDateTime.parse(DAY + time + "+05:45").toInstant();
  }

  private List<String> known(String time) {
    var facts = house.bean(HappeningRepository.class);
    return told(
        house.bean(Database.class).read(1, sql -> facts.knownAt(sql, 1, "TRP118", at(time))));
  }

  private List<String> happened(String time, String known) {
    var facts = house.bean(HappeningRepository.class);
    return told(
        house
            .bean(Database.class)
            .read(1, sql -> facts.trueAt(sql, 1, "TRP118", at(time), at(known))));
  }

  private static List<String> told(List<Happening> facts) {
    return facts.stream().map(it -> it.kind() + " " + it.note()).toList();
  }

  private void runner() {
    silence();
    taps(BIKRAM, "B1", "14:30:11", "send_runner@W-1");
  }

  private void news() {
    runner();
    house.bean(SandboxFaults.class).downloads(3);
    burst();
    later("16:43:16");
    later("16:43:25");
  }

  @Test
  void nothing_for_eight_hours_is_told_to_operations_once() {
    clock("06:51:00");
    clock("13:49:00");
    assertThat(all(BIKRAM, "watch/no_contact")).isEmpty();
    clock("13:50:00");
    clock("13:50:30");

    assertThat(all(BIKRAM, "watch/no_contact")).hasSize(1);
    said(BIKRAM, "watch/no_contact", "TRP118", "Pemba", "5:50");
    said(BIKRAM, "watch/no_contact", "(plan: Gorak Shep, weak signal area)");
    assertThat(last(BIKRAM).choices())
        .containsExactly("call_lodge@W-1", "send_runner@W-1", "wait_contact@W-1");
    assertThat(all(ANITA, "watch/no_contact")).isEmpty();
    taps(BIKRAM, "B0", "13:51:00", "wait_contact@W-1");
    said(BIKRAM, "watch/waits", "15:51");
    clock("15:51:00");
    assertThat(all(BIKRAM, "watch/no_contact")).hasSize(2);
  }

  @Test
  void it_is_waited_until_all_has_come_and_answered_once() {
    runner();
    burst();
    later("16:43:14");
    assertThat(all(PEMBA, "late/everything")).isEmpty();
    later("16:43:25");

    assertThat(all(PEMBA, "late/everything")).hasSize(1);
    said(
        PEMBA,
        "late/everything",
        "2 reports",
        "1 request",
        "14 photos (all stored)",
        "06:30 Gorak Shep 9 OK · 07:45 photos Kala Patthar · 10:00 Nair headache, OK now",
        "asked, then cancelled");
    assertThat(last(PEMBA).choices()).isEmpty();
    assertThat(house.count("SELECT count(*) FROM decisions WHERE wish = 'late_news'")).isOne();
  }

  @Test
  void operations_hear_it_once_and_decide_about_the_runner() {
    news();

    said(
        BIKRAM,
        "late/summary",
        "TRP118 heard from",
        "9 OK (6:30 claimed)",
        "Nair headache 10:00 claimed, solved",
        "nothing to approve",
        "Runner still on the way");
    assertThat(last(BIKRAM).choices()).contains("call_runner_back@W-1", "let_runner_go@W-1");
    assertThat(house.column("SELECT state FROM contact_watches")).containsExactly("runner_out");
    clock("16:44:00");
    assertThat(all(BIKRAM, "watch/heard")).isEmpty();
    taps(BIKRAM, "B2", "16:44:10", "call_runner_back@W-1");
    said(BIKRAM, "watch/runner_back", "TRP118");
    assertThat(house.column("SELECT state FROM contact_watches")).containsExactly("closed");
  }

  @Test
  void nobody_is_alarmed_and_nobody_is_asked() {
    news();
    clock("17:30:00");

    assertThat(phones.of(ANITA)).noneMatch(it -> it.template().startsWith("late/"));
    assertThat(phones.of(ANITA)).noneMatch(it -> it.template().startsWith("incident/"));
    assertThat(phones.of(BIKRAM)).noneMatch(it -> it.template().startsWith("incident/alert"));
    assertThat(house.count("SELECT count(*) FROM approvals")).isZero();
    assertThat(
            house.rows(
                "SELECT category, severity, state, to_char(opened_at AT TIME ZONE"
                    + " 'Asia/Kathmandu', 'HH24:MI') AS began, to_char(created_at AT TIME ZONE"
                    + " 'Asia/Kathmandu', 'HH24:MI') AS known FROM incidents"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it)
                    .containsEntry("category", "health")
                    .containsEntry("severity", "medium")
                    .containsEntry("state", "resolved")
                    .containsEntry("began", "10:00")
                    .containsEntry("known", "16:43"));
    assertThat(house.column("SELECT state FROM extra_nights")).containsExactly("dropped");
  }

  @Test
  void what_was_known_and_what_was_true_are_two_questions() {
    news();

    assertThat(known("14:30:00")).isEmpty();
    assertThat(known("16:44:00"))
        .contains("report Gorak Shep 9 OK", "photos photos Kala Patthar", "trouble Nair headache");
    assertThat(happened("08:00:00", "16:44:00"))
        .containsExactly("report Gorak Shep 9 OK", "photos photos Kala Patthar");
    assertThat(happened("10:30:00", "16:44:00")).contains("trouble Nair headache");
    assertThat(
            house.column(
                "SELECT DISTINCT trust FROM trip_facts WHERE kind IN"
                    + " ('report', 'trouble', 'photos')"))
        .containsExactly("claimed");
  }

  @Test
  void a_time_that_was_claimed_wrongly_is_corrected_and_kept() {
    news();
    writes(PEMBA, "G7", "16:45:10", "nair ko 11 baje thyo, 10 haina");

    said(PEMBA, "late/changed", "Nair headache", "11:00", "was 10:00");
    assertThat(happened("10:30:00", "16:46:00"))
        .containsExactly("report Gorak Shep 9 OK", "photos photos Kala Patthar");
    assertThat(happened("10:30:00", "16:44:00")).contains("trouble Nair headache");
    assertThat(happened("11:00:00", "16:46:00")).contains("trouble Nair headache");
    assertThat(house.column("SELECT withdrawn FROM trip_facts WHERE withdrawn IS NOT NULL"))
        .containsExactly("corrected");
  }

  @Test
  void every_picture_is_stored_though_three_downloads_timed_out() {
    news();

    assertThat(house.count("SELECT count(*) FROM media_items WHERE state = 'available'"))
        .isEqualTo(14);
    assertThat(house.column("SELECT DISTINCT class || ' ' || subject FROM media_items"))
        .containsExactly("photo TRP118");
    said(PEMBA, "late/everything", "14 photos (all stored)");
  }
}
