package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.inbox.InboxWorker;
import travel.opslayer.operations.Broadcasting;

/** Shown first, sent at a pace, stopped, taken up again; each gets it once. */
class BroadcastTest extends Announcing {

  @Test
  void it_is_shown_as_they_will_read_it_before_anybody_reads_it() {
    var preview = shownFirst();

    assertThat(preview.template()).isEqualTo("broadcast/preview");
    assertThat(preview.text())
        .contains("The guests of TRP123 read")
        .contains("News about your trip (TRP123): Flights to Lukla are late. We leave at 9, ok?")
        .contains("5 people (3 English, 1 German, 1 Hindi)")
        .contains("3 by free text, 2 by approved template")
        .doesNotContain("Left out");
    assertThat(preview.choices()).containsExactly("send_broadcast@BC-1~1", "drop_broadcast@BC-1~1");
    assertThat(where()).isEqualTo("draft");
    assertThat(got()).containsOnly(0);
  }

  @Test
  void each_gets_it_once_in_the_form_that_is_allowed_and_the_author_gets_the_count() {
    sent();
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/sending");
    tapsNow(BIKRAM, "B3", "send_broadcast@BC-1~1");
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/sent_already");
    assertThat(got()).containsExactly(1, 1, 0, 0, 0);
    seconds(4);

    assertThat(got()).containsExactly(1, 1, 1, 1, 1);
    assertThat(told(TOM).getFirst().text()).contains("We leave at 9, ok?", "answer Bikram");
    assertThat(told(PRIYA).getFirst().text()).contains("Aapki yatra", "We leave at 9, ok?");
    assertThat(
            house.column(
                "SELECT o.free_text FROM outbox o JOIN broadcast_recipients r"
                    + " ON r.message_id = o.id ORDER BY r.number"))
        .containsExactly("true", "true", "false", "false", "true");
    assertThat(where()).isEqualTo("done");
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/done");
    assertThat(last(BIKRAM).text()).contains("BC-1 is done: 5 sent");
    assertThat(house.count("SELECT count(*) FROM decisions WHERE wish = 'tell_recipient'"))
        .isEqualTo(5);
  }

  @Test
  void when_others_are_meant_by_now_it_is_shown_again() {
    shownFirst();
    house.execute(
        """
        INSERT INTO trip_guests (tenant_id, trip, booking, person_id, name, place, party)
        SELECT 1, 'TRP123', 'BK-1906', (SELECT id FROM people WHERE code = 'DAWA'), name, place, 1
        FROM trip_guests WHERE booking = 'BK-1901'
        """);
    taps(BIKRAM, "B2", "07:01:00", "send_broadcast@BC-1~1");

    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/preview");
    assertThat(last(BIKRAM).text()).startsWith("It is not as it was shown before").contains("6 pe");
    assertThat(last(BIKRAM).choices()).contains("send_broadcast@BC-1~2");
    assertThat(where()).isEqualTo("draft");
    tapsNow(BIKRAM, "B3", "send_broadcast@BC-1~1");
    assertThat(last(BIKRAM).choices()).contains("send_broadcast@BC-1~3");
    tapsNow(BIKRAM, "B4", "send_broadcast@BC-1~3");
    assertThat(where()).isEqualTo("sending");
  }

  @Test
  void a_yes_is_good_for_ten_minutes_and_from_who_wrote_it() {
    shownFirst();
    taps(ANITA, "A1", "07:02:00", "send_broadcast@BC-1~1");
    assertThat(last(ANITA).template()).isEqualTo("broadcast/not_yours");
    taps(BIKRAM, "B2", "07:10:30", "send_broadcast@BC-1~1");
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/preview");
    taps(BIKRAM, "B3", "07:11:00", "drop_broadcast@BC-1~2");
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/dropped");
    tapsNow(BIKRAM, "B4", "send_broadcast@BC-1~2");
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/dropped_already");
    assertThat(got()).containsOnly(0);
  }

  @Test
  void written_again_it_is_the_same_question_with_other_words() {
    shownFirst();
    says(BIKRAM, "B2", "07:01:00", "broadcast trp123 we leave at 10");
    assertThat(last(BIKRAM).text()).contains("(TRP123): we leave at 10");
    assertThat(last(BIKRAM).choices()).contains("send_broadcast@BC-1~2");
    quotes(BIKRAM, "B3", "07:02:00", last(BIKRAM), "yes");
    seconds(3);
    assertThat(got()).containsOnly(1);
    assertThat(told(EMMA).getFirst().text()).contains("we leave at 10");
  }

  @Test
  void stopped_nobody_else_gets_it_until_it_goes_on_and_nobody_gets_it_twice() {
    sent();
    phones.writes(ANITA, "x", "A1", DAY + "07:01:00", "STOP BROADCAST");
    house.bean(InboxWorker.class).runOnce();
    house.settle();
    seconds(1);

    assertThat(last(ANITA).template()).isEqualTo("broadcast/stopped");
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/stopped_notice");
    var had = got().stream().mapToInt(it -> it).sum();
    assertThat(last(ANITA).text())
        .contains("%d had left already, %d do not get it".formatted(had, 5 - had));
    assertThat(where()).isEqualTo("stopped");
    seconds(5);
    assertThat(got().stream().mapToInt(it -> it).sum()).isEqualTo(had).isLessThan(5);
    tapsNow(BIKRAM, "B9", "resume_broadcast@BC-1~1");
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/resumed");
    seconds(4);
    assertThat(got()).containsOnly(1);
    assertThat(where()).isEqualTo("done");
    tapsNow(BIKRAM, "B10", "stop_broadcast@BC-1~1");
    assertThat(last(BIKRAM).template()).isEqualTo("broadcast/not_running");
  }

  @Test
  void what_is_in_the_outbox_and_has_not_left_is_taken_back() {
    shownFirst();
    phones.at(DAY + "07:01:00");
    phones.taps(BIKRAM, "B2", "send_broadcast@BC-1~1");
    house.bean(InboxWorker.class).runOnce();
    assertThat(house.bean(Broadcasting.class).runOnce()).isEqualTo(2);
    house.bean(InboxWorker.class).runOnce();
    assertThat(pending()).isEqualTo(2);
    phones.taps(BIKRAM, "B3", "stop_broadcast@BC-1~1");
    house.bean(InboxWorker.class).runOnce();
    house.settle();
    seconds(3);

    assertThat(last(BIKRAM).text()).contains("0 had left already, 5 do not get it");
    assertThat(got()).containsOnly(0);
    assertThat(house.column("SELECT DISTINCT state || ' ' || error FROM outbox WHERE error <> ''"))
        .containsExactly("rejected recalled");
  }

  private long pending() {
    return house.count(
        "SELECT count(*) FROM outbox o JOIN broadcast_recipients r ON r.message_id = o.id"
            + " WHERE o.state = 'pending'");
  }

  @Test
  void who_stops_everything_meanwhile_does_not_get_it() {
    sent();
    phones.taps(EMMA, "E1", "opt_out_all");
    house.settle();
    seconds(4);

    assertThat(got()).containsExactly(1, 1, 1, 1, 0);
    assertThat(last(BIKRAM).text()).contains("4 sent", "1 left out");
    says(BIKRAM, "B5", "07:30:00", LATE);
    assertThat(last(BIKRAM).text()).contains("Left out: 1, 1 stopped all messages");
    assertThat(last(BIKRAM).choices()).contains("send_broadcast@BC-2~1");
  }

  @Test
  void only_those_who_travel_get_it_and_who_cannot_be_reached_is_said() {
    house.execute(
        """
        UPDATE trip_guests SET state = 'no_show' WHERE booking = 'BK-1905';
        UPDATE trip_guests SET person_id = gen_random_uuid() WHERE booking = 'BK-1904'
        """);
    var preview = shownFirst();

    assertThat(preview.text()).contains("3 people", "Left out: 1, 1 without a number");
    assertThat(List.of(preview.choices().getFirst())).containsExactly("send_broadcast@BC-1~1");
  }
}
