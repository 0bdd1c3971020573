package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.timer.DueTimers;

/** A colleague takes a conversation from the rules, writes in it, and hands it back. */
class HandoverTest extends PriyasMorning {

  private static final String BIKRAM = "+9779805550202";

  private int place;

  private List<String> templates(String phone) {
    return phones.of(phone).stream().map(Phones.Shown::template).toList();
  }

  private void quotes(String phone, Phones.Shown quoted, String text) {
    place++;
    phones.quotes(phone, "H" + place, quoted.id(), text);
    answered();
  }

  private void says(String phone, String text) {
    place++;
    phones.writes(phone, "Somebody", "H" + place, now(), text);
    answered();
  }

  private String now() {
    return house.now().atZone(java.time.ZoneId.of("Asia/Kathmandu")).toLocalDateTime().toString();
  }

  /** Priya has asked for a trip, and Sarita has taken the conversation. */
  private void taken() {
    writes("P1", "11:04:10", "Hi, 2 log hai EBC ke liye 15 march wala, kitna paisa?");
    quotes(SARITA, last(SARITA, "enquiry/new_lead"), "take");
  }

  @Test
  void what_the_customer_writes_goes_to_whoever_has_the_conversation() {
    taken();
    assertThat(last(SARITA).template()).isEqualTo("handover/taken");
    assertThat(last(SARITA).text()).contains("Priya", "LD-301", "HO-1");
    assertThat(last(PRIYA).template()).isEqualTo("handover/taken_customer");
    assertThat(last(PRIYA).text()).contains("Sarita");

    says(PRIYA, "airport pickup milega? call me +91 98000 00102 or priya@example.com");
    assertThat(last(SARITA).template()).isEqualTo("handover/said");
    assertThat(last(SARITA).text())
        .contains("Priya (HO-1)", "airport pickup milega?", "[•••] or [•••]")
        .doesNotContain("98000", "example.com");
    assertThat(templates(PRIYA)).endsWith("handover/taken_customer");
    assertThat(house.column("SELECT wish FROM decisions ORDER BY at DESC LIMIT 1"))
        .containsExactly("pass_on");
  }

  @Test
  void what_the_colleague_writes_goes_to_the_customer_as_a_text_of_the_house() throws Exception {
    taken();
    says(PRIYA, "pickup milega?");
    quotes(SARITA, last(SARITA), "Yes, at the airport. My own number is 9805550201");

    assertThat(last(PRIYA).template()).isEqualTo("handover/from_house");
    assertThat(last(PRIYA).text()).isEqualTo("Sarita: Yes, at the airport. My own number is [•••]");
    assertThat(last(SARITA).template()).isEqualTo("handover/written");
    assertThat(last(SARITA).text()).contains("Priya", "hidden");

    says(SARITA, "the driver waits at gate 2");
    assertThat(last(PRIYA).text()).isEqualTo("Sarita: the driver waits at gate 2");
    says(SARITA, "clsoe ebc-0315");
    assertThat(last(PRIYA).text()).isEqualTo("Sarita: the driver waits at gate 2");
    assertThat(timeline()).contains("taken_over", "passed_on", "answered");
  }

  @Test
  void a_command_of_the_colleague_stays_a_command() {
    taken();
    quotes(SARITA, last(SARITA), "quote ebc0315 x2");

    assertThat(last(PRIYA).template()).isEqualTo("quote/sent");
  }

  @Test
  void rules_still_answer_what_a_table_names_and_the_colleague_sees_it() {
    taken();
    says(PRIYA, "status");
    assertThat(last(PRIYA).template()).isEqualTo("booking/status_none");
    assertThat(last(SARITA).template()).isEqualTo("handover/answered");

    says(PRIYA, "STOP");
    assertThat(last(PRIYA).template()).isEqualTo("consent/stopped");
    says(PRIYA, "SOS");
    assertThat(last(PRIYA).template()).isEqualTo("sos/answer");
  }

  @Test
  void whoever_comes_second_hears_who_has_it_and_sends_nothing() {
    writes("P1", "11:04:10", "Hi, 2 log hai EBC ke liye 15 march wala, kitna paisa?");
    writes("P2", "11:04:40", "kisi se baat karo");
    quotes(SARITA, last(SARITA, "enquiry/new_lead"), "take");
    house.move(Duration.ofMinutes(5));
    DueTimers.fire(house);
    house.settle();
    house.move(Duration.ofMinutes(15));
    DueTimers.fire(house);
    house.settle();
    var notice = last(BIKRAM);
    quotes(BIKRAM, notice, "take");
    assertThat(last(BIKRAM).template()).isEqualTo("handover/has_it");
    assertThat(last(BIKRAM).text()).contains("Sarita has");

    quotes(BIKRAM, notice, "hello from me too");
    assertThat(last(BIKRAM).template()).isEqualTo("handover/not_yours");
    assertThat(last(BIKRAM).text()).contains("Sarita has this conversation");
    assertThat(phones.of(PRIYA)).noneMatch(it -> it.text().contains("from me too"));
    assertThat(house.count("SELECT count(*) FROM handovers WHERE state = 'taken'")).isEqualTo(1);
  }

  @Test
  void handed_back_the_rules_answer_again() {
    taken();
    says(SARITA, "hand back");
    assertThat(last(SARITA).template()).isEqualTo("handover/handed_back");
    assertThat(last(PRIYA).template()).isEqualTo("handover/back_customer");

    says(PRIYA, "airport pickup milega?");
    assertThat(last(PRIYA).template()).isEqualTo("topic/pickup");
    quotes(SARITA, last(SARITA, "handover/taken"), "one more thing: 9805550201");
    assertThat(last(PRIYA).template()).isEqualTo("enquiry/relay");
    assertThat(last(PRIYA).text()).contains("one more thing: [•••]");
  }

  @Test
  void without_a_word_it_goes_back_by_the_clock_and_both_are_told() {
    taken();
    house.move(Duration.ofHours(3));
    says(PRIYA, "the bus is late");
    house.move(Duration.ofHours(2));
    DueTimers.fire(house);
    house.settle();
    assertThat(house.column("SELECT state FROM handovers")).containsExactly("taken");

    house.move(Duration.ofHours(2));
    DueTimers.fire(house);
    house.settle();
    assertThat(house.column("SELECT state FROM handovers")).containsExactly("over");
    assertThat(last(SARITA).template()).isEqualTo("handover/over_notice");
    assertThat(last(PRIYA).template()).isEqualTo("handover/back_customer");
  }

  @Test
  void after_a_day_the_colleague_is_told_that_only_a_template_can_go() {
    writes("P1", "11:04:10", "Hi, 2 log hai EBC ke liye 15 march wala, kitna paisa?");
    house.move(Duration.ofHours(25));
    says(SARITA, "good morning");
    quotes(SARITA, last(SARITA, "enquiry/new_lead"), "take");
    assertThat(last(SARITA).text()).contains("more than 24 hours ago");
    quotes(SARITA, last(SARITA), "shall I book it for you?");

    assertThat(last(SARITA).template()).isEqualTo("handover/window_over");
    assertThat(last(SARITA).choices()).first().isEqualTo("nudge_customer@LD-301");
    assertThat(phones.of(PRIYA)).noneMatch(it -> it.text().contains("shall I book"));

    phones.taps(SARITA, "N1", "nudge_customer@LD-301");
    answered();
    assertThat(last(SARITA).template()).isEqualTo("handover/nudged");
    assertThat(last(PRIYA).template()).isEqualTo("handover/please_write");
  }
}
