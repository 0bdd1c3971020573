package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.timer.DueTimers;

/** Other ends of a long day: three hours, bills without words, a morning after, an incident. */
class T19VariantsTest extends LongDay {

  @Test
  void three_hours_are_for_a_manager() {
    writes(RAM, "R1", "18:31:00", "bato banda cha, 3 hours dherai lagcha");
    assertThat(last(RAM).choices())
        .containsExactly("ask_longer:180@TRP127", "ask_longer:120@TRP127", "drop_longer@TRP127");
    taps(RAM, "R2", "18:31:09", "ask_longer:180@TRP127");

    said(ANITA, "duty/longer_asked", "Ram", "+3 h", "22:00", "1,800");
    assertThat(told(BIKRAM)).doesNotContain("duty/longer_asked");
    taps(ANITA, "A1", "18:32:00", "approve@AP-1");
    said(RAM, "duty/longer_granted", "22:00");
    assertThat(last(RAM).text()).doesNotContain("Guests are told");
    said(ANITA, "approval/approved", "Ram", "not told yet");
    assertThat(told(TOM)).doesNotContain("duty/guest_longer");
    var tell = last(ANITA).choices().getFirst();
    taps(ANITA, "A2", "18:33:00", tell);
    taps(ANITA, "A3", "18:33:10", tell);
    assertThat(all(TOM, "duty/guest_longer")).hasSize(1);
  }

  @Test
  void of_two_managers_the_one_on_duty_is_asked() {
    var shipped = "operations,BIKRAM,Sun-Sat 00:00-24:00,,,";
    house.rule("rota.csv", shipped, "manager,DEEPAK,Sun-Sat 12:00-24:00,,,\n" + shipped);
    house.bean(RuleFolder.class).load();
    writes(RAM, "R1", "18:31:00", "bato banda cha, 3 hours dherai lagcha");
    taps(RAM, "R2", "18:31:09", "ask_longer:180@TRP127");

    said(DEEPAK, "duty/longer_asked", "Ram", "+3 h");
    assertThat(told(ANITA)).doesNotContain("duty/longer_asked");
    said(RAM, "duty/longer_is_asked", "Deepak");
  }

  @Test
  void two_hours_and_one_more_are_three() {
    granted();
    writes(RAM, "R3", "20:31:00", "ajhai 1 hr extn");
    taps(RAM, "R4", "20:31:09", "ask_longer:60@TRP127");

    said(ANITA, "duty/longer_asked", "+1 h", "22:00");
    assertThat(all(BIKRAM, "duty/longer_asked")).hasSize(1);
  }

  @Test
  void one_hour_only_is_a_yes_to_one_hour() {
    asked();
    taps(BIKRAM, "B1", "18:33:00", "grant_less:60@AP-1");

    said(RAM, "duty/longer_granted", "20:00");
    assertThat(one("SELECT minutes || '/' || granted FROM overtime")).isEqualTo("120/60");
    assertThat(one("SELECT state FROM approvals")).isEqualTo("approved");
  }

  @Test
  void a_no_is_told_and_no_need_asks_nobody() {
    asked();
    taps(BIKRAM, "B1", "18:33:00", "reject@AP-1");
    said(RAM, "duty/longer_refused", "TRP127");
    writes(RAM, "R3", "18:40:00", "extend?");
    said(RAM, "duty/longer");
    taps(RAM, "R4", "18:40:10", "drop_longer@TRP127");

    said(RAM, "duty/no_longer", "19:00");
    assertThat(house.column("SELECT state FROM overtime ORDER BY created_at"))
        .containsExactly("rejected", "dropped");
    assertThat(house.count("SELECT count(*) FROM approvals")).isOne();
  }

  @Test
  void a_voice_note_that_nobody_hears_is_asked_with_buttons_and_decided_with_one_tap() {
    asked();
    phones.at(DAY + "18:33:00");
    phones.speaks(BIKRAM, "B1", DAY + "18:33:00", null);
    settle();

    said(BIKRAM, "duty/heard", "cannot hear", "AP-1");
    assertThat(last(BIKRAM).choices())
        .containsExactly("approve_tell@AP-1", "approve@AP-1", "reject@AP-1");
    assertThat(one("SELECT state FROM approvals")).isEqualTo("pending");
    taps(BIKRAM, "B2", "18:33:10", "approve@AP-1");
    said(RAM, "duty/longer_granted", "21:00");
    assertThat(told(TOM)).doesNotContain("duty/guest_longer");
  }

  @Test
  void what_was_heard_wrongly_decides_nothing() {
    asked();
    speaks(BIKRAM, "B1", "18:33:00", "huncha");
    assertThat(last(BIKRAM).choices()).containsExactly("approve@AP-1", "unheard@AP-1");
    taps(BIKRAM, "B2", "18:33:10", "unheard@AP-1");

    said(BIKRAM, "duty/unheard", "Nothing is decided", "AP-1");
    assertThat(one("SELECT state FROM approvals")).isEqualTo("pending");
    assertThat(told(RAM)).doesNotContain("duty/longer_granted");
  }

  @Test
  void nobody_answers_and_a_manager_is_told() {
    asked();
    clock("18:52:00");

    said(RAM, "duty/longer_unanswered");
    said(ANITA, "duty/longer_unanswered_notice", "TRP127", "Ram", "+2 h");
    assertThat(one("SELECT state FROM overtime")).isEqualTo("expired");
  }

  @Test
  void a_bill_without_words_is_asked_for_its_sum() {
    theMorningIsOver();
    shows(RAM, "R1", "17:00:00", "");
    clock("17:02:30");
    said(RAM, "incident/what_happened");
    var bill = last(RAM).choices().stream().filter(it -> it.startsWith("file_receipt")).toList();
    assertThat(bill).hasSize(1);
    taps(RAM, "R2", "17:03:00", bill.getFirst());

    said(RAM, "duty/bill_how_much", "TRP127");
    assertThat(one("SELECT state FROM expenses")).isEqualTo("noted");
    assertThat(house.count("SELECT count(*) FROM incidents")).isZero();
    writes(RAM, "R3", "17:03:30", "diesel 4500");
    said(RAM, "duty/bill_changed", "4,500", "fuel");
    assertThat(one("SELECT kind || amount_minor || state FROM expenses"))
        .isEqualTo("fuel450000accepted");
    assertThat(one("SELECT count(receipt) FROM expenses")).isEqualTo("1");
    assertThat(house.count("SELECT count(*) FROM approvals")).isZero();
  }

  @Test
  void a_correction_below_the_limit_asks_nobody_any_more() {
    shows(RAM, "R1", "17:00:00", "petrol 6500");
    writes(RAM, "R2", "17:01:00", "sorry 4600 thyo");

    said(RAM, "duty/bill_changed", "4,600", "nobody is asked any more");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("cancelled");
    assertThat(one("SELECT amount_minor || state FROM expenses")).isEqualTo("460000accepted");
  }

  @Test
  void a_check_out_of_another_trip_ends_nothing() {
    writes(RAM, "R1", "17:00:00", "checkout TRP123");

    said(RAM, "duty/no_trip", "check-in hunuhunna");
    assertThat(house.count("SELECT count(*) FROM checkouts WHERE trip = 'TRP127'")).isZero();
  }

  @Test
  void the_field_pays_in_the_currency_that_the_company_has_set() {
    var parameters = "parameters.csv";
    house.rule(parameters, "P-FIELD-CURRENCY,NPR", "P-FIELD-CURRENCY,JPY");
    house.rule(parameters, "P-FUEL,\"NPR 5,000\"", "P-FUEL,\"JPY 5,000\"");
    house.rule(parameters, "P-BILL,\"NPR 3,000\"", "P-BILL,\"JPY 3,000\"");
    house.bean(RuleFolder.class).load();
    shows(RAM, "R1", "17:00:00", "petrol 4600");

    assertThat(one("SELECT amount_minor || currency || state FROM expenses"))
        .isEqualTo("4600JPYaccepted");
  }

  @Test
  void a_bill_is_approved_and_who_paid_is_told() {
    shows(RAM, "R1", "17:00:00", "petrol 6500");
    taps(BIKRAM, "B1", "17:05:00", "approve@AP-1");

    said(RAM, "duty/bill_approved", "fuel", "6,500");
    assertThat(one("SELECT state FROM expenses")).isEqualTo("approved");
    writes(RAM, "R2", "17:06:00", "sorry 5600 thyo");
    assertThat(one("SELECT amount_minor || state FROM expenses")).isEqualTo("650000approved");
  }

  @Test
  void checked_out_at_home_the_next_morning_with_the_time_that_they_say() {
    granted();
    morning("07:30:00", "R5", "checkout");
    said(RAM, "duty/almost", "2 open things");
    morning("07:31:00", "R6", "sabai 6 jana oralyo, 48213");
    said(RAM, "duty/when_done", "TRP127");
    assertThat(one("SELECT state FROM trips WHERE code = 'TRP127'")).isEqualTo("in_progress");
    morning("07:32:00", "R7", "20:40 ma sakiyo");

    said(RAM, "duty/checked_out", "20:40", "the time you say", "1 h 40 min");
    said(BIKRAM, "duty/claimed_end", "Ram", "20:40", "1 h 40 min");
    assertThat(one("SELECT trust || overtime FROM checkouts WHERE trip = 'TRP127'"))
        .isEqualTo("claimed100");
    var yes = last(BIKRAM).choices().getFirst();
    phones.at("2026-11-11T08:00:00");
    phones.tapsAt(BIKRAM, "B9", "2026-11-11T08:00:00", yes);
    settle();
    said(BIKRAM, "duty/end_right", "20:40");
    assertThat(one("SELECT trust || overtime FROM checkouts WHERE trip = 'TRP127'"))
        .isEqualTo("seen100");
  }

  @Test
  void nobody_checks_out_while_an_incident_goes_on_and_the_way_forward_is_told() {
    theMorningIsOver();
    writes(RAM, "R1", "18:31:00", "gaadi bigriyo");
    writes(RAM, "R2", "18:50:00", "checkout");

    said(RAM, "duty/incident_open", "RESOLVED");
    assertThat(one("SELECT state FROM crew WHERE trip = 'TRP127' AND role = 'driver'"))
        .isEqualTo("checked_in");
    assertThat(last(RAM).choices()).containsExactly("resolve_incident");
    taps(RAM, "R3", "18:51:00", "resolve_incident");
    assertThat(one("SELECT state FROM incidents")).isEqualTo("resolved");
    writes(RAM, "R4", "18:55:00", "checkout, sabai oralyo 48213");
    said(RAM, "duty/checked_out", "18:55");
  }

  @Test
  void an_odometer_that_runs_backwards_is_looked_at_again() {
    writes(RAM, "R1", "19:00:00", "checkout");
    for (var it : List.of("47213", "84213")) {
      writes(RAM, "R" + it, "19:01:00", it);
      said(RAM, "duty/km_odd", "48,082");
    }
    writes(RAM, "R4", "19:02:00", "sabai oralyo");
    said(RAM, "duty/almost", "1 open thing");
    shows(RAM, "R5", "19:03:00", "");

    said(RAM, "duty/checked_out", "19:03", "odometer by photo");
  }

  @Test
  void checked_out_anyway_is_asked_about_the_day_after() {
    writes(RAM, "R1", "19:00:00", "checkout");
    taps(RAM, "R2", "19:00:30", "check_out_anyway@TRP127");
    said(RAM, "duty/checked_out", "dropped, km");
    phones.at("2026-11-11T09:00:30");
    DueTimers.fire(house);
    house.settle();
    house.move(Duration.ofSeconds(5));
    house.settle();

    assertThat(all(BIKRAM, "duty/left_open"))
        .anySatisfy(it -> assertThat(it.text()).contains("TRP127", "Ram: dropped, km"));
  }

  @Test
  void a_customer_and_a_colleague_in_the_office_mean_something_else() {
    writes(TOM, "T1", "18:31:00", "extn please, petrol 6500");
    writes(BIKRAM, "B1", "18:32:00", "checkout");

    assertThat(house.count("SELECT count(*) FROM overtime")).isZero();
    assertThat(house.count("SELECT count(*) FROM expenses")).isZero();
    assertThat(house.count("SELECT count(*) FROM checkouts WHERE trip = 'TRP127'")).isZero();
  }

  /** Of two trips under way nobody knows which one breaks down. */
  private void theMorningIsOver() {
    house.execute("UPDATE trips SET state = 'completed' WHERE code = 'TRP123'");
  }

  private void morning(String at, String id, String text) {
    phones.at("2026-11-11T" + at);
    phones.quotes(RAM, id, null, "2026-11-11T" + at, text);
    settle();
  }

  @Test
  void who_is_checked_in_nowhere_hears_that_there_is_nothing_to_end() {
    writes(DAWA, "D1", "17:00:00", "CHECKOUT TRP127");

    said(DAWA, "duty/no_trip", "check-in hunuhunna");
    assertThat(house.count("SELECT count(*) FROM checkouts WHERE trip = 'TRP127'")).isZero();
  }
}
