package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.timer.DueTimers;

/** TRP123 is over: its guests are asked once how it was, and what is bad alarms. */
class FeedbackTest extends FieldDay {

  private static final String EMMA = "+12025550104";
  private static final String KENJI = "+819000000105";
  private static final String SARITA = "+9779805550201";
  private static final String NEXT = "2026-11-11T";

  @BeforeEach
  void guestsHaveWritten() {
    phones.at(DAY + "04:30:00");
    for (var it : List.of(TOM, EMMA, KENJI)) {
      phones.writes(it, "Guest", "W" + it, DAY + "04:30:00", "thanks");
    }
    settle();
    house.execute(
        """
        UPDATE trips SET state = 'completed', started_at = '2026-11-10T05:10+05:45',
          ended_at = '2026-11-10T13:05+05:45' WHERE code = 'TRP123'
        """);
  }

  private void over() {
    phones.at(DAY + "13:06:00");
    settle();
  }

  private void clockOf(String local) {
    phones.at(local);
    DueTimers.fire(house);
    settle();
  }

  private void says(String phone, String id, String at, String text) {
    phones.at(at);
    phones.quotes(phone, id, null, at, text);
    settle();
  }

  private void rates(String phone, String id, String at, String choice) {
    phones.at(at);
    phones.taps(phone, id, choice);
    settle();
  }

  private String code(String booking) {
    return at("SELECT code FROM feedback WHERE booking = '%s'".formatted(booking));
  }

  private String stands(String booking) {
    return at(
        "SELECT state || ' ' || coalesce(score::text, '-') FROM feedback WHERE booking = '%s'"
            .formatted(booking));
  }

  private long asked(String phone) {
    return told(phone).stream().filter(it -> it.startsWith("feedback/ask")).count();
  }

  @Test
  void a_day_later_each_party_is_asked_once_and_not_in_its_night() {
    over();
    clockOf(NEXT + "12:50:00");
    assertThat(asked(TOM)).isZero();

    clockOf(NEXT + "13:06:00");
    assertThat(asked(TOM)).isEqualTo(1);
    assertThat(last(TOM).template()).isEqualTo("feedback/ask");
    assertThat(last(TOM).kind()).isEqualTo("template");
    assertThat(asked(EMMA)).isZero(); // 2:20 in New York

    clockOf(NEXT + "17:50:00");
    assertThat(asked(EMMA)).isEqualTo(1);
    clockOf("2026-11-13T12:00:00");
    assertThat(asked(TOM)).isEqualTo(1);
    assertThat(asked(EMMA)).isEqualTo(1);
  }

  @Test
  void a_good_score_is_thanked_and_nobody_is_alarmed() {
    over();
    clockOf(NEXT + "13:06:00");
    rates(TOM, "F1", NEXT + "13:30:00", "rate_trip:5@" + code("BK-1901"));

    assertThat(last(TOM).template()).isEqualTo("feedback/thanks");
    assertThat(stands("BK-1901")).isEqualTo("received 5");
    assertThat(told(BIKRAM)).doesNotContain("feedback/alarm");
  }

  @Test
  void a_bad_one_alarms_operations_and_managers_who_can_take_it_over() {
    over();
    clockOf(NEXT + "13:06:00");
    says(TOM, "F1", NEXT + "13:30:00", "2 guide was late and rude");

    assertThat(last(TOM).template()).isEqualTo("feedback/sorry");
    assertThat(stands("BK-1901")).isEqualTo("escalated 2");
    for (var phone : List.of(BIKRAM, ANITA)) {
      assertThat(last(phone).template()).isEqualTo("feedback/alarm");
      assertThat(last(phone).text()).contains("2 of 5", "BK-1901", "TRP123", "late and rude");
    }
    assertThat(last(BIKRAM).choices()).anyMatch(it -> it.startsWith("take_over@"));

    phones.at(NEXT + "13:31:00");
    phones.taps(BIKRAM, "F2", last(BIKRAM).id(), "take_over@BK-1901");
    settle();
    assertThat(last(BIKRAM).template()).isEqualTo("handover/taken");
  }

  @Test
  void a_three_neither_alarms_nor_is_it_called_good() {
    over();
    clockOf(NEXT + "13:06:00");
    says(TOM, "F1", NEXT + "13:30:00", "3");

    assertThat(last(TOM).template()).isEqualTo("feedback/noted");
    assertThat(told(BIKRAM)).doesNotContain("feedback/alarm");
  }

  @Test
  void a_second_answer_counts_and_the_first_stays_in_the_timeline() {
    over();
    clockOf(NEXT + "13:06:00");
    var code = code("BK-1901");
    rates(TOM, "F1", NEXT + "13:30:00", "rate_trip:5@" + code);
    rates(TOM, "F2", "2026-11-20T13:30:00", "rate_trip:1@" + code);

    assertThat(stands("BK-1901")).isEqualTo("escalated 1");
    assertThat(last(TOM).template()).isEqualTo("feedback/sorry");
    assertThat(last(BIKRAM).template()).isEqualTo("feedback/alarm");
    assertThat(last(BIKRAM).text()).contains("after 5");
    assertThat(
            house.count(
                "SELECT count(*) FROM timeline_entries WHERE subject = ? AND kind = 'score'", code))
        .isEqualTo(2);
    rates(TOM, "F3", "2026-11-20T13:40:00", "rate_trip:2@" + code);
    assertThat(told(BIKRAM).stream().filter("feedback/alarm"::equals)).hasSize(1);
  }

  @Test
  void words_after_the_score_belong_to_it_and_later_ones_do_not() {
    over();
    clockOf(NEXT + "13:06:00");
    rates(TOM, "F1", NEXT + "13:30:00", "rate_trip:1@" + code("BK-1901"));
    says(TOM, "F2", NEXT + "13:31:00", "lunch was cold and nobody cared");

    assertThat(last(TOM).template()).isEqualTo("feedback/words_noted");
    assertThat(last(BIKRAM).template()).isEqualTo("feedback/words_notice");
    assertThat(at("SELECT (words IS NOT NULL)::text FROM feedback WHERE booking = 'BK-1901'"))
        .isEqualTo("true");
    says(TOM, "F3", NEXT + "15:31:00", "lunch was cold and nobody cared");
    assertThat(last(TOM).template()).isNotEqualTo("feedback/words_noted");
  }

  @Test
  void an_enquiry_is_no_score() {
    over();
    clockOf(NEXT + "13:06:00");
    says(TOM, "F1", NEXT + "13:30:00", "2 people EBC 15 march?");

    assertThat(last(TOM).template()).startsWith("enquiry/");
    assertThat(stands("BK-1901")).isEqualTo("requested -");
  }

  @Test
  void who_has_stopped_offers_or_did_not_come_is_not_asked() {
    says(TOM, "F0", DAY + "12:00:00", "STOP");
    house.execute("UPDATE trip_guests SET state = 'no_show', here = 0 WHERE booking = 'BK-1902'");
    over();
    clockOf("2026-11-12T12:00:00");

    assertThat(asked(TOM)).isZero();
    assertThat(asked(KENJI)).isZero();
    assertThat(stands("BK-1901")).isEqualTo("skipped -");
    assertThat(stands("BK-1902")).isEqualTo("skipped -");
    assertThat(asked(EMMA)).isEqualTo(1);
  }

  @Test
  void while_an_incident_is_open_they_are_asked_in_another_way() {
    house.execute(
        """
        INSERT INTO incidents (tenant_id, id, code, trip, category, severity, state, reporter_id,
          alerted_at, opened_at, created_at)
        SELECT 1, gen_random_uuid(), 'INC-1', 'TRP123', 'vehicle', 'high', 'acknowledged', id,
          now(), now(), now() FROM people WHERE code = 'RAM'
        """);
    over();
    clockOf(NEXT + "13:06:00");

    assertThat(last(TOM).template()).isEqualTo("feedback/ask_care");
  }

  @Test
  void a_trip_that_never_left_is_not_asked_about() {
    house.execute("UPDATE trips SET state = 'staffed', ended_at = NULL WHERE code = 'TRP123'");
    over();
    clockOf("2026-11-12T12:00:00");

    assertThat(house.count("SELECT count(*) FROM feedback")).isZero();
  }

  @Test
  void a_stranger_rates_nothing() {
    over();
    clockOf(NEXT + "13:06:00");
    rates(SARITA, "F1", NEXT + "13:30:00", "rate_trip:1@" + code("BK-1901"));
    rates(KENJI, "F2", NEXT + "13:31:00", "rate_trip:1@" + code("BK-1901"));

    assertThat(stands("BK-1901")).isEqualTo("requested -");
  }
}
