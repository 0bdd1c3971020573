package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import travel.opslayer.conversation.Conversations;
import travel.opslayer.database.Database;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.safety.PinRepository;

/** Other ways in which somebody gives seats up or moves them. */
class T16VariantsTest extends TomsBooking {

  @Test
  void a_second_tap_gives_nothing_up_twice() {
    asks("19:20:00");
    taps(TOM, FEBRUARY + "19:21:00", choice(TOM, "show_cancel"));
    var yes = choice(TOM, "cancel_booking");
    phones.at(FEBRUARY + "19:22:00");
    phones.taps(TOM, "twice1", yes);
    phones.taps(TOM, "twice2", yes);
    house.settle();

    assertThat(refunds()).containsExactly("asked 145000");
    assertThat(ledger()).filteredOn(it -> it.startsWith("fee")).hasSize(1);
    assertThat(phones.of(TOM)).anyMatch(it -> it.template().equals("booking/change_over"));
  }

  @Test
  void an_older_choice_is_asked_anew_when_the_sums_have_changed() {
    asks("19:20:00");
    taps(TOM, FEBRUARY + "19:21:00", choice(TOM, "show_cancel"));
    var yes = choice(TOM, "cancel_booking");
    writes(TOM, FEBRUARY + "19:22:00", "cancel only for 1 person");
    assertThat(last(TOM).text()).contains("1 seat", "USD 725");
    taps(TOM, FEBRUARY + "19:23:00", yes);

    assertThat(last(TOM).template()).isEqualTo("booking/change_ways");
    assertThat(booking()).contains("confirmed");
    assertThat(refunds()).isEmpty();
  }

  @Test
  void nothing_comes_back_shortly_before_and_it_is_too_late_to_move() {
    phones.at("2027-02-15T19:20:00");
    writes(TOM, "2027-02-15T19:20:00", "need to cancel or move to 29 march");

    assertThat(last(TOM).text())
        .contains("28 days before", "you get back nothing of USD 2,900", "not possible any more");
    assertThat(last(TOM).choices()).containsExactly("show_cancel@CH-1~1", "ask_person@CH-1~1");

    writes(TOM, "2027-02-15T19:30:00", "then move it to 29 march");
    assertThat(last(TOM).template()).isEqualTo("booking/move_too_late");
  }

  @Test
  void only_one_of_two_seats_is_given_up() {
    writes(TOM, FEBRUARY + "19:20:00", "my wife broke her ankle, cancel for 1 person only");
    assertThat(last(TOM).text()).contains("1 seat", "USD 725");
    taps(TOM, FEBRUARY + "19:21:00", choice(TOM, "show_cancel"));
    taps(TOM, FEBRUARY + "19:22:00", choice(TOM, "cancel_booking"));

    assertThat(last(TOM).text()).contains("1 seat", "USD 725", "other seats stay");
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x1 of 145000");
    assertThat(ledger())
        .containsExactly("payment 290000", "charge 290000", "adjust -145000", "fee 72500");
    assertThat(refunds()).containsExactly("asked 72500");
    assertThat(seats("EBC-0315")).isEqualTo("0 held, 15 booked");
  }

  @Test
  void too_few_seats_there_are_said_and_nothing_moves() {
    house.execute("UPDATE core.departures SET booked = 15 WHERE code = 'EBC-0329'");
    asks("19:20:00");
    assertThat(last(TOM).text()).contains("1 free", "too few seats");
    assertThat(last(TOM).choices()).noneMatch(it -> it.startsWith("show_move"));
    writes(TOM, FEBRUARY + "19:21:00", "move it to 29 march");

    assertThat(last(TOM).template()).isEqualTo("booking/move_full");
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x2 of 290000");
  }

  @Test
  void the_last_seats_that_somebody_else_takes_meanwhile_are_not_moved_to() {
    asks("19:20:00");
    taps(TOM, FEBRUARY + "19:21:00", choice(TOM, "show_move"));
    var yes = choice(TOM, "move_booking");
    house.execute("UPDATE core.departures SET booked = 15 WHERE code = 'EBC-0329'");
    taps(TOM, FEBRUARY + "19:22:00", yes);

    assertThat(last(TOM).template()).isEqualTo("booking/move_full");
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x2 of 290000");
    assertThat(seats("EBC-0329")).isEqualTo("0 held, 15 booked");
    assertThat(seats("EBC-0315")).isEqualTo("0 held, 16 booked");
  }

  @Test
  void money_goes_back_the_way_it_came() {
    asks("19:20:00");
    writes(TOM, FEBRUARY + "19:21:00", "can you refund it to another card please");

    assertThat(phones.of(TOM)).anyMatch(it -> it.template().equals("booking/same_way_back"));
    assertThat(refunds()).isEmpty();
  }

  @Test
  void nobody_else_can_cancel_it() {
    writes(XAVI, FEBRUARY + "19:20:00", "cancel BK-1");

    assertThat(last(XAVI).template()).isEqualTo("refused/no_booking");
    assertThat(last(XAVI).text()).doesNotContain("Tom", "EBC");
    phones.taps(XAVI, "x2", "cancel_booking@CH-1~1");
    house.settle();
    assertThat(booking()).contains("confirmed");
  }

  @Test
  void what_another_company_sold_is_for_them_to_cancel() {
    house.execute("UPDATE core.bookings SET sold_by = 'viator'");
    asks("19:20:00");

    assertThat(last(TOM).template()).isEqualTo("booking/ask_seller");
    assertThat(house.count("SELECT count(*) FROM booking_changes")).isZero();
  }

  @Test
  void a_colleague_can_do_it_for_them_and_they_are_told() {
    writes(SARITA, FEBRUARY + "19:20:00", "move BK-1 to EBC-0329");
    assertThat(last(SARITA).template()).isEqualTo("booking/move_ask");
    taps(SARITA, FEBRUARY + "19:21:00", choice(SARITA, "move_booking"));

    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0329 x2 of 290000");
    assertThat(phones.of(TOM)).anyMatch(it -> it.template().equals("booking/moved"));
  }

  @Test
  void no_leaves_all_as_it_is() {
    asks("19:20:00");
    taps(TOM, FEBRUARY + "19:21:00", choice(TOM, "show_cancel"));
    taps(TOM, FEBRUARY + "19:22:00", choice(TOM, "keep_booking"));

    assertThat(last(TOM).template()).isEqualTo("booking/kept");
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x2 of 290000");
    assertThat(house.column("SELECT state FROM booking_changes")).containsExactly("withdrawn");
  }

  @Test
  void one_seat_after_the_other_comes_to_what_both_at_once_would() {
    only_one_of_two_seats_is_given_up();
    writes(TOM, FEBRUARY + "20:00:00", "need to cancel the rest, too");
    taps(TOM, FEBRUARY + "20:01:00", choice(TOM, "show_cancel"));
    taps(TOM, FEBRUARY + "20:02:00", choice(TOM, "cancel_booking"));

    assertThat(booking()).contains("cancelled");
    assertThat(refunds()).containsExactly("asked 72500", "asked 72500");
    assertThat(ledger()).filteredOn(it -> it.equals("fee 72500")).hasSize(2);
  }

  @Test
  void customer_and_colleague_who_say_yes_at_once_give_it_up_once() {
    writes(SARITA, FEBRUARY + "19:20:00", "cancel BK-1");
    taps(SARITA, FEBRUARY + "19:21:00", choice(SARITA, "show_cancel"));
    phones.at(FEBRUARY + "19:22:00");
    phones.taps(SARITA, "both1", choice(SARITA, "cancel_booking"));
    phones.taps(TOM, "both2", choice(SARITA, "cancel_booking"));
    house.settle();

    assertThat(refunds()).containsExactly("asked 145000");
    assertThat(ledger()).filteredOn(it -> it.startsWith("fee")).hasSize(1);
  }

  @Test
  void whoever_cancelled_for_a_customer_does_not_agree_to_the_refund() {
    writes(ANITA, FEBRUARY + "19:20:00", "cancel BK-1");
    taps(ANITA, FEBRUARY + "19:21:00", choice(ANITA, "show_cancel"));
    taps(ANITA, FEBRUARY + "19:22:00", choice(ANITA, "cancel_booking"));
    taps(ANITA, FEBRUARY + "19:23:00", "approve@AP-1");

    assertThat(last(ANITA).template()).isEqualTo("approval/own");
    assertThat(refunds()).containsExactly("asked 145000");
  }

  /** Money that leaves: a phone that lies about is not enough. */
  @Test
  void a_large_refund_needs_the_pin_of_each_who_agrees() {
    house.rule("parameters.csv", "P-PIN-WORTH,USD 5000", "P-PIN-WORTH,USD 1000");
    house.bean(RuleFolder.class).load();
    setsPin("ANITA", "4711");
    asks("19:20:00");
    taps(TOM, FEBRUARY + "19:21:00", choice(TOM, "show_cancel"));
    taps(TOM, FEBRUARY + "19:22:00", choice(TOM, "cancel_booking"));
    taps(ANITA, FEBRUARY + "19:23:00", "approve@AP-1");
    assertThat(last(ANITA).template()).isEqualTo("refused/pin");
    assertThat(house.count("SELECT count(*) FROM approval_votes")).isZero();

    writes(ANITA, FEBRUARY + "19:24:00", "pin 4711");
    taps(ANITA, FEBRUARY + "19:25:00", "approve@AP-1");
    assertThat(house.count("SELECT count(*) FROM approval_votes")).isOne();
    taps(DEEPAK, FEBRUARY + "19:26:00", "approve@AP-1");
    assertThat(last(DEEPAK).template()).isEqualTo("refused/pin");
    assertThat(refunds()).containsExactly("asked 145000");
  }

  private void setsPin(String code, String pin) {
    house
        .bean(Database.class)
        .write(
            1,
            sql -> {
              var person =
                  house.bean(Conversations.class).byCode(sql, 1, code).orElseThrow().person();
              house.bean(PinRepository.class).set(sql, 1, person.id(), pin, house.now());
              return 0;
            });
  }

  @Test
  void what_is_allowed_for_one_seat_is_not_allowed_for_two() {
    writes(TOM, FEBRUARY + "19:20:00", "cancel for 1 person only");
    phones.at(FEBRUARY + "19:21:00");
    phones.shows(TOM, "note", "image", "docs note");
    house.settle();
    house.move(Duration.ofSeconds(5));
    house.settle();
    taps(ANITA, FEBRUARY + "19:22:00", "grant_refund@AP-1");
    assertThat(last(TOM).text()).contains("USD 1,160");
    writes(TOM, FEBRUARY + "19:23:00", "cancel for 2 people");

    assertThat(last(TOM).text()).contains("USD 1,450 of USD 2,900");
  }

  @Test
  void ok_is_no_answer_to_a_question_with_two_ways() {
    writes(TOM, FEBRUARY + "19:20:00", "need to cancel");
    phones.at(FEBRUARY + "19:21:00");
    phones.shows(TOM, "note", "image", "docs note");
    house.settle();
    house.move(Duration.ofSeconds(5));
    house.settle();
    quotes(ANITA, FEBRUARY + "19:22:00", last(ANITA).id(), "ok");

    assertThat(last(ANITA).template()).isEqualTo("approval/how");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("pending");
  }

  @Test
  void a_word_alone_changes_nothing() {
    writes(TOM, FEBRUARY + "19:20:00", "need to cancel");
    taps(TOM, FEBRUARY + "19:21:00", choice(TOM, "show_cancel"));
    writes(TOM, FEBRUARY + "19:22:00", "yes");

    assertThat(last(TOM).template()).isEqualTo("booking/change_ways");
    assertThat(booking()).contains("confirmed");
  }
}
