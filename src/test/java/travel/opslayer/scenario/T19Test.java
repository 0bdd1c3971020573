package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A driver in a jam: two hours more, a bill that is corrected, and a check-out with open ends. */
class T19Test extends LongDay {

  private static final String LOCAL = "to_char(%s AT TIME ZONE 'Asia/Kathmandu', 'DD HH24:MI')";

  private static String local(String column) {
    return LOCAL.formatted(column);
  }

  @Test
  void extn_of_a_driver_on_a_trip_is_a_longer_day_and_nobody_types_a_code() {
    writes(RAM, "R1", "18:31:00", "jam cha lakeside ma, 2 hr dherai lagcha hola. extn garnu?");

    said(RAM, "duty/longer", "TRP127", "+2 h", "21:00", "NPR", "1,200");
    assertThat(last(RAM).choices())
        .containsExactly("ask_longer:120@TRP127", "ask_longer:60@TRP127", "drop_longer@TRP127");
    assertThat(told(BIKRAM)).doesNotContain("duty/longer_asked");
    assertThat(house.count("SELECT count(*) FROM incidents")).isZero();
  }

  @Test
  void whoever_decides_sees_whom_it_concerns() {
    asked();

    said(BIKRAM, "duty/longer_asked", "TRP127", "Ram", "+2 h", "jam", "1,200", "6 guests");
    assertThat(last(BIKRAM).text()).contains("Priya's dinner 20:00", "3 bookings");
    assertThat(last(BIKRAM).choices())
        .containsExactly("grant_less:60@AP-1", "approve@AP-1", "reject@AP-1");
    said(RAM, "duty/longer_is_asked", "Bikram", "21:00");
    assertThat(told(ANITA)).doesNotContain("duty/longer_asked");
  }

  @Test
  void a_voice_decides_with_one_tap_and_the_guests_are_told_once() {
    asked();
    speaks(BIKRAM, "B1", "18:33:00", "huncha, guest lai pani bhanideu");

    said(BIKRAM, "duty/heard", "huncha, guest lai pani bhanideu", "2 h", "3 bookings");
    assertThat(last(BIKRAM).choices()).containsExactly("approve_tell@AP-1", "unheard@AP-1");
    assertThat(one("SELECT state FROM approvals")).isEqualTo("pending");
    taps(BIKRAM, "B2", "18:33:15", "approve_tell@AP-1");
    taps(BIKRAM, "B2b", "18:33:16", "approve_tell@AP-1");
    taps(BIKRAM, "B2c", "18:33:20", "inform_guests@TRP127");

    said(RAM, "duty/longer_granted", "Until 21:00", "Guests are told");
    assertThat(all(RAM, "duty/longer_granted")).hasSize(1);
    for (var it : List.of(TOM, PRIYA, EMMA)) {
      assertThat(all(it, "duty/guest_longer")).as(it).hasSize(1);
    }
    assertThat(all(PRIYA, "duty/guest_longer").getFirst().text())
        .contains("21:00", "19:00", "dinner");
    assertThat(all(TOM, "duty/guest_longer").getFirst().text())
        .doesNotContain("dinner", "jam", "Ram", "Bikram");
    assertThat(one("SELECT state FROM approvals")).isEqualTo("approved");
    assertThat(
            house.column(
                """
                SELECT p.code || ' ' || to_char(v.at AT TIME ZONE 'Asia/Kathmandu', 'HH24:MI:SS')
                FROM approval_votes v JOIN people p ON p.id = v.person_id
                """))
        .containsExactly("BIKRAM 18:33:15");
    assertThat(house.rows("SELECT state, minutes, granted FROM overtime"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it)
                    .containsEntry("state", "approved")
                    .containsEntry("minutes", "120")
                    .containsEntry("granted", "120"));
  }

  @Test
  void what_is_said_later_about_a_bill_counts_and_nothing_is_paid_silently() {
    granted();
    shows(RAM, "R3", "19:50:12", "petrol 6500");

    said(RAM, "duty/bill", "fuel", "6,500", "TRP127", "Bikram");
    assertThat(one("SELECT amount_minor || state FROM expenses")).isEqualTo("650000pending");
    said(BIKRAM, "duty/bill_asked", "Ram", "6,500", "fuel", "TRP127");
    writes(RAM, "R4", "19:50:40", "sorry 5600 thyo");

    said(RAM, "duty/bill_changed", "5,600", "Still over", "Bikram");
    assertThat(house.column("SELECT amount_minor || state FROM expenses"))
        .containsExactly("560000pending");
    assertThat(house.column("SELECT code || state FROM approvals ORDER BY created_at"))
        .containsExactly("AP-1approved", "AP-2cancelled", "AP-3pending");
    assertThat(one("SELECT amount_minor FROM approvals WHERE code = 'AP-3'")).isEqualTo("560000");
    taps(BIKRAM, "B3", "19:51:30", "approve@AP-2");
    assertThat(one("SELECT state FROM expenses")).isEqualTo("pending");
    said(BIKRAM, "approval/over", "AP-2");
    assertThat(one("SELECT class || purpose FROM media_items WHERE class = 'receipt'"))
        .isEqualTo("receiptexpenses");
  }

  @Test
  void what_is_open_is_asked_and_both_answers_in_one_message_are_heard() {
    granted();
    shows(RAM, "R3", "19:50:12", "petrol 6500");
    writes(RAM, "R4", "19:50:40", "sorry 5600 thyo");
    writes(RAM, "R5", "20:44:00", "CHECKOUT");

    said(RAM, "duty/almost", "2 open things", "TRP127");
    assertThat(last(RAM).choices())
        .containsExactly("say_dropped:6@TRP127", "say_km@TRP127", "check_out_anyway@TRP127");
    assertThat(one("SELECT state FROM trips WHERE code = 'TRP127'")).isEqualTo("in_progress");
    writes(RAM, "R6", "20:44:30", "sabai 6 jana oralyo. 48213");

    said(RAM, "duty/checked_out", "20:44", "48,213 km (+131)", "1 h 44 min", "fuel", "Bikram");
    assertThat(
            house.rows(
                "SELECT state, %s AS ended FROM trips WHERE code = 'TRP127'"
                    .formatted(local("ended_at"))))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it)
                    .containsEntry("state", "completed")
                    .containsEntry("ended", "10 20:44"));
    assertThat(
            house.rows("SELECT dropped, km, overtime, trust FROM checkouts WHERE trip = 'TRP127'"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it)
                    .containsEntry("dropped", "6")
                    .containsEntry("km", "48213")
                    .containsEntry("overtime", "104")
                    .containsEntry("trust", "seen"));
    assertThat(one("SELECT amount_minor || state FROM expenses")).isEqualTo("560000pending");
    assertThat(told(RAM)).doesNotContain("trip/which", "incident/which_trip");
  }

  @Test
  void a_trip_that_nobody_closes_is_reminded_of_and_closed_the_day_after() {
    breakdownOfTheMorning();
    phones.at("2026-11-11T09:00:00");
    travel.opslayer.timer.DueTimers.fire(house);
    settle();

    said(PEMBA, "duty/still_open", "TRP123", "bill for tea", "12:00", "Bikram");
    assertThat(all(RAM, "duty/still_open"))
        .allSatisfy(it -> assertThat(it.text()).contains("TRP127"));
    assertThat(one("SELECT state FROM trips WHERE code = 'TRP123'")).isEqualTo("in_progress");
    phones.at("2026-11-11T12:00:30");
    travel.opslayer.timer.DueTimers.fire(house);
    settle();

    assertThat(all(BIKRAM, "duty/closed_without"))
        .anySatisfy(
            it -> assertThat(it.text()).contains("TRP123", "Pemba", "Never shown: bill for tea"));
    assertThat(one("SELECT state FROM trips WHERE code = 'TRP123'")).isEqualTo("completed");
    assertThat(
            one(
                "SELECT c.state FROM crew c JOIN people p ON p.id = c.person_id"
                    + " WHERE c.trip = 'TRP123' AND p.code = 'PEMBA'"))
        .isEqualTo("checked_out");
  }

  @Test
  void a_bill_that_is_shown_in_time_closes_the_trip_by_a_check_out() {
    breakdownOfTheMorning();
    phones.at("2026-11-11T09:00:00");
    travel.opslayer.timer.DueTimers.fire(house);
    settle();
    showsAt("2026-11-11T09:20:00", "tea 900");
    said(PEMBA, "duty/bill", "tea", "900", "TRP123");
    assertThat(house.count("SELECT count(*) FROM incident_tasks WHERE done_at IS NULL")).isZero();
    phones.at("2026-11-11T09:25:00");
    phones.quotes(PEMBA, "G9", null, "2026-11-11T09:25:00", "checkout, 13:10 ma sakiyo");
    settle();

    said(PEMBA, "duty/checked_out", "13:10");
    phones.at("2026-11-11T12:00:30");
    travel.opslayer.timer.DueTimers.fire(house);
    settle();
    assertThat(all(BIKRAM, "duty/closed_without"))
        .allSatisfy(it -> assertThat(it.text()).doesNotContain("TRP123"));
    assertThat(one("SELECT state FROM trips WHERE code = 'TRP123'")).isEqualTo("completed");
  }

  private void showsAt(String at, String caption) {
    phones.at(at);
    phones.shows(PEMBA, "G8", at, java.util.Map.of("kind", "image", "caption", caption));
    settle();
    house.move(java.time.Duration.ofSeconds(10));
    house.settle();
  }

  private void breakdownOfTheMorning() {
    house.execute(
        """
        INSERT INTO incidents (tenant_id, id, code, trip, category, severity, state, reporter_id,
          alerted_at, opened_at, closed_at, created_at)
        SELECT 1, gen_random_uuid(), 'INC-9', 'TRP123', 'vehicle', 'high', 'closed', id,
          '2026-11-10T09:00+05:45', '2026-11-10T09:00+05:45', '2026-11-10T11:00+05:45',
          '2026-11-10T09:00+05:45' FROM people WHERE code = 'PEMBA';
        INSERT INTO incident_tasks (tenant_id, incident_id, number, task)
        SELECT 1, id, 1, 'bill for tea' FROM incidents WHERE code = 'INC-9';
        """);
  }
}
