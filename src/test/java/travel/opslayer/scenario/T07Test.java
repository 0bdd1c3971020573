package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A vehicle breaks down: photo before words, two reporters, and the end without a code. */
class T07Test extends Breakdown {

  @Test
  void a_photo_waits_for_its_words_and_operations_know_in_the_turn_of_the_first_word() {
    shows(RAM, "R1", "09:42:03");
    assertThat(house.count("SELECT count(*) FROM incidents")).isZero();
    assertThat(house.count("SELECT count(*) FROM incident_reports")).isEqualTo(1);

    speaks(
        RAM,
        "R2",
        "09:42:20",
        "gaadi kharab ho gayi, radiator phut gaya, Naudanda ke paas, sab thik hai");

    var alert = last(BIKRAM);
    assertThat(alert.template()).isEqualTo("incident/alert");
    assertThat(alert.text())
        .contains("INC-1", "HIGH", "TRP123", "9 guests", "vehicle", "Ram 9:42", "photo", "voice")
        .contains("13:30", "5 min");
    assertThat(alert.choices())
        .containsExactly("take_incident@INC-1", "show_incident@INC-1", "pass_incident@INC-1");
    assertThat(
            house.column(
                "SELECT at <= '2026-11-10T09:42:21+05:45' FROM whatsapp_messages"
                    + " WHERE template = 'incident/alert'"))
        .containsExactly("true");
    assertThat(last(RAM).template()).isEqualTo("incident/opened");
    assertThat(last(RAM).choices())
        .containsExactly("all_ok@INC-1", "raise_sos@INC-1", "need_police@INC-1");
    assertThat(alert.decision())
        .as("told in the turn that opened it")
        .isEqualTo(last(RAM).decision());
    assertThat(house.count("SELECT count(*) FROM incident_reports WHERE incident_id IS NULL"))
        .isZero();
  }

  @Test
  void two_reporters_are_one_incident_and_a_thumb_stops_the_ladder() {
    breakdown();
    says(PEMBA, "G1", "09:42:50", "ISSUE TRP123 gaadi bigriyo dai 😩 radiator");
    says(PEMBA, "G1", "09:42:50", "ISSUE TRP123 gaadi bigriyo dai 😩 radiator");

    assertThat(house.column("SELECT code FROM incidents")).containsExactly("INC-1");
    assertThat(last(PEMBA).template()).isEqualTo("incident/joined");
    assertThat(
            house.column(
                "SELECT DISTINCT p.code FROM incident_reports r JOIN people p ON p.id = r.person_id"
                    + " ORDER BY 1"))
        .containsExactly("PEMBA", "RAM");

    phones.at(DAY + "09:44:10");
    phones.reacts(BIKRAM, "B1", shown(BIKRAM, "incident/alert").id(), "👍");
    house.settle();
    assertThat(state()).isEqualTo("acknowledged");
    timersAt("09:48:00");
    assertThat(all(ANITA, "incident/alert_again")).isEmpty();
    assertThat(all(BIKRAM, "incident/alert")).hasSize(1);
  }

  @Test
  void what_operations_write_is_a_proposal_until_they_confirm_it() {
    var ask = planned();

    assertThat(ask.template()).isEqualTo("incident/plan_ask");
    assertThat(ask.text())
        .contains("Suresh", "BA 3 KHA 1123", "10:37", "5 bookings", "9 guests", "3 by free text")
        .contains("2 by template", "Tom: flight 13:30", "12:20");
    assertThat(phones.of(TOM)).noneMatch(it -> it.template().startsWith("incident/"));

    taps(BIKRAM, "B3", "09:47:50", ask.choices().getFirst());
    taps(BIKRAM, "B3b", "09:47:51", ask.choices().getFirst());

    assertThat(last(PEMBA).template()).isEqualTo("incident/crew_guide");
    assertThat(last(RAM).template()).isEqualTo("incident/crew_driver");
    assertThat(last(RAM).text()).contains("BA 3 KHA 1123", "10:37");
    var tom = all(TOM, "incident/guest_vehicle");
    assertThat(tom).hasSize(1);
    assertThat(tom.getFirst().text())
        .contains("broke down", "everyone is safe", "10:37", "13:30", "12:20")
        .doesNotContain("radiator", "Suresh", "Naudanda");
    for (var it : List.of(EMMA, KENJI, HANNAH, PRIYA)) {
      assertThat(all(it, "incident/guest_vehicle")).as(it).hasSize(1);
    }
    assertThat(last(HANNAH).kind()).isEqualTo("template");
    assertThat(last(PRIYA).kind()).isEqualTo("template");
    assertThat(last(EMMA).kind()).isEqualTo("text");
    assertThat(last(BIKRAM).template()).isEqualTo("incident/plan_over");
    assertThat(state()).isEqualTo("mitigating");
    assertThat(house.count("SELECT count(*) FROM incident_parties")).isEqualTo(5);
  }

  @Test
  void a_worried_guest_is_promised_an_answer_which_is_kept() {
    sent();
    says(EMMA, "E1", "09:49:15", "ok no worries 👍 we have snacks lol");
    house.move(java.time.Duration.ofSeconds(4));
    house.settle();
    assertThat(last(EMMA).template()).isEqualTo("incident/guest_noted");
    worried();

    assertThat(last(TOM).template()).isEqualTo("incident/promise");
    assertThat(last(TOM).text()).contains("Bikram", "5 minutes");
    var task = last(BIKRAM);
    assertThat(task.text()).contains("9:54", "CANT miss");
    taps(BIKRAM, "B4", "09:51:02", "plan_car@INC-1/BK-1901");
    assertThat(last(BIKRAM).text()).contains("4,500", "10,000");
    taps(BIKRAM, "B6", "09:51:20", last(BIKRAM).choices().getFirst());

    assertThat(last(TOM).template()).isEqualTo("incident/car");
    assertThat(last(TOM).text()).contains("Bikram", "Lakeside Taxi", "10:45", "12:15");
    timersAt("09:55:00");
    assertThat(all(BIKRAM, "incident/promise_missed")).isEmpty();
    assertThat(house.count("SELECT count(*) FROM incident_parties WHERE kept_at < promised_by"))
        .isEqualTo(1);
  }

  @Test
  void a_promise_that_is_not_kept_is_an_alarm() {
    sent();
    worried();
    timersAt("09:55:00");

    assertThat(last(BIKRAM).template()).isEqualTo("incident/promise_missed");
    assertThat(last(ANITA).template()).isEqualTo("incident/promise_missed");
    quotes(BIKRAM, "B9", "09:56:00", last(BIKRAM), "a car takes you, do not worry");
    assertThat(last(TOM).text()).isEqualTo("Bikram: a car takes you, do not worry");
  }

  @Test
  void the_guide_says_it_is_over_and_operations_close_it() {
    sent();
    speaks(RAM, "R5", "10:41:20", "nayi gaadi aa gayi, log baith gaye");
    says(PEMBA, "G2", "10:41:49", "resolved 🙏");

    assertThat(state()).isEqualTo("resolved");
    assertThat(last(PEMBA).template()).isEqualTo("incident/resolved");
    assertThat(last(PEMBA).text()).contains("INC-1", "TRP123", "10:41");
    assertThat(house.column("SELECT delay_minutes FROM trips WHERE code = 'TRP123'"))
        .containsExactly("59");
    says(PEMBA, "G3", "10:42:10", "ho 9 jana");

    var ask = last(BIKRAM);
    assertThat(ask.template()).isEqualTo("incident/close_ask");
    assertThat(ask.text()).contains("Pemba and Ram", "9 of 9", "tow", "apology");
    assertThat(all(TOM, "incident/guest_over")).isEmpty();
    taps(BIKRAM, "B5", "10:43:00", ask.choices().getFirst());

    assertThat(state()).isEqualTo("closed");
    for (var it : List.of(TOM, EMMA, KENJI, HANNAH, PRIYA)) {
      assertThat(all(it, "incident/guest_over")).as(it).hasSize(1);
    }
    assertThat(house.column("SELECT task FROM incident_tasks WHERE done_at IS NULL"))
        .contains("tow the broken vehicle", "bill for tea", "apology to the guests");
    assertThat(house.count("SELECT count(*) FROM timeline_entries WHERE subject LIKE 'INC-1%'"))
        .isGreaterThanOrEqualTo(12);
    timersAt("10:48:00");
    assertThat(all(BIKRAM, "incident/close_ask")).hasSize(1);
  }

  @Test
  void it_begins_again_when_the_other_says_so() {
    sent();
    says(RAM, "R6", "10:41:49", "resolved");
    assertThat(state()).isEqualTo("resolved");
    says(PEMBA, "G6", "10:43:40", "feri bigriyo");

    assertThat(state()).isEqualTo("reopened");
    assertThat(last(BIKRAM).template()).isEqualTo("incident/alert_again");
    assertThat(house.count("SELECT count(*) FROM incidents")).isEqualTo(1);
  }

  private void sent() {
    taps(BIKRAM, "B3", "09:47:50", planned().choices().getFirst());
  }

  private void worried() {
    says(TOM, "T1", "09:49:36", "we CANT miss that flight!! what if its later than 12:20??");
    settleAt("09:49:40");
    settleAt("09:49:44");
  }
}
