package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who may write to whom, and what becomes of the answers. */
class BroadcastRepliesTest extends Announcing {

  @Test
  void an_answer_goes_to_the_author_with_the_booking_and_back_again() {
    sent();
    quotes(TOM, "T1", "07:03:00", told(TOM).getFirst(), "and what about our bags?");

    assertThat(last(TOM).template()).isEqualTo("broadcast/reply_passed");
    var notice = shown(BIKRAM, "broadcast/reply");
    assertThat(notice.text())
        .contains("Tom, BK-1901, answers BC-1 (TRP123)", "and what about our bags?");
    quotes(BIKRAM, "B5", "07:04:00", notice, "they come with the van");
    assertThat(last(TOM).template()).isEqualTo("broadcast/answer");
    assertThat(last(TOM).text()).isEqualTo("Bikram: they come with the van");
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/answered");
    quotes(TOM, "T2", "07:05:00", last(TOM), "which van");
    assertThat(shown(BIKRAM, "broadcast/reply").text()).contains("BK-1901", "which van");
  }

  @Test
  void thanks_need_no_answer_and_a_wish_is_answered_as_ever() {
    sent();
    quotes(TOM, "T1", "07:03:00", told(TOM).getFirst(), "ok thanks!");
    assertThat(all(BIKRAM, "broadcast/reply")).isEmpty();
    quotes(KENJI, "K1", "07:03:30", told(KENJI).getFirst(), "stop");
    assertThat(last(KENJI).template()).startsWith("consent/");
    assertThat(all(BIKRAM, "broadcast/reply")).isEmpty();
  }

  @Test
  void the_crew_is_told_by_a_manager_and_answers() {
    says(ANITA, "A1", "07:00:00", "announce crew: office closes at 4 today");
    assertThat(last(ANITA).text()).contains("The crew reads", "Crew ko lagi: office closes at 4");
    taps(ANITA, "A2", "07:01:00", "send_broadcast@BC-1~1");
    seconds(4);

    assertThat(last(PEMBA).template()).isEqualTo("broadcast/crew");
    assertThat(all(BIKRAM, "broadcast/crew")).isEmpty();
    quotes(PEMBA, "P1", "07:05:00", last(PEMBA), "can somebody wait until 5");
    assertThat(last(ANITA).template()).isEqualTo("broadcast/reply");
    assertThat(last(ANITA).text()).contains("Pemba answers BC-1", "wait until 5");
  }

  @Test
  void sales_write_to_guests_guides_to_nobody_and_it_must_be_clear_to_whom() {
    says(SARITA, "S1", "07:00:00", "announce crew: free tea");
    assertThat(last(SARITA).template()).isEqualTo("broadcast/who");
    says(SARITA, "S2", "07:01:00", "broadcast trp123: free tea");
    assertThat(last(SARITA).template()).isEqualTo("broadcast/preview");
    says(PEMBA, "P1", "07:02:00", "broadcast trp123: free tea");
    assertThat(last(PEMBA).template()).isEqualTo("broadcast/who");
    says(BIKRAM, "B1", "07:03:00", "broadcast free tea for everybody");
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/which");
    says(BIKRAM, "B2", "07:04:00", "broadcast trp999: free tea");
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/which");
    says(BIKRAM, "B3", "07:05:00", "broadcast trp123:");
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/no_words");
    says(BIKRAM, "B4", "07:06:00", "broadcast ebc-0315: free tea");
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/nobody");
    says(BIKRAM, "B5", "07:07:00", "broadcast trp123: " + "free tea ".repeat(70));
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/too_long");
  }

  @Test
  void a_customer_who_writes_stop_broadcast_is_asked_how_much_to_stop() {
    sent();
    phones.writes(EMMA, "x", "E1", DAY + "07:01:00", "STOP BROADCAST");
    house.move(java.time.Duration.ofSeconds(4));
    house.settle();

    assertThat(last(EMMA).template()).startsWith("consent/");
    assertThat(where()).isNotEqualTo("stopped");
  }
}
