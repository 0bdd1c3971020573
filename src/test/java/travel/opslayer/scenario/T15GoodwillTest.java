package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import travel.opslayer.timer.DueTimers;

/** What a manager has promised needs another manager; what is taken back is not paid. */
class T15GoodwillTest extends TomsBooking {

  static final String BIKRAM = "+9779805550202";

  @Test
  void a_manager_who_asks_for_goodwill_cannot_agree_to_it() {
    asksGoodwill();

    assertThat(last(ANITA).template()).isEqualTo("payment/goodwill_asked");
    assertThat(last(ANITA).text()).contains("AP-1", "USD 120", "BK-1", "Deepak has been asked");
    assertThat(last(DEEPAK).template()).isEqualTo("approval/goodwill");
    assertThat(last(DEEPAK).text()).contains("Anita wants to give USD 120 back to Tom");
    taps(ANITA, FEBRUARY + "18:43:30", "approve@AP-1");
    assertThat(last(ANITA).template()).isEqualTo("approval/own");
    assertThat(refunds()).containsExactly("asked 12000");

    taps(DEEPAK, FEBRUARY + "18:44:00", "approve@AP-1");
    house.move(Duration.ofMinutes(2));
    house.settle();

    assertThat(refunds()).containsExactly("done 12000");
    assertThat(ledger())
        .containsExactly("payment 290000", "charge 290000", "refund 12000", "adjust -12000");
    assertThat(phones.of(TOM)).anyMatch(it -> it.template().equals("payment/refunded"));
  }

  @Test
  void what_is_taken_back_in_the_same_second_is_not_paid() {
    asksGoodwill();
    phones.at(FEBRUARY + "18:44:10");
    phones.quotes(ANITA, "w1", null, FEBRUARY + "18:44:10", "cancel 1");
    house.move(Duration.ofMillis(200));
    phones.quotes(DEEPAK, "w2", null, FEBRUARY + "18:44:10", "approve 1");
    house.settle();
    house.move(Duration.ofSeconds(2));
    house.settle();

    assertThat(house.column("SELECT state FROM approvals")).containsExactly("cancelled");
    assertThat(refunds()).containsExactly("withdrawn 12000");
    assertThat(last(ANITA).template()).isEqualTo("approval/withdrawn");
    assertThat(last(DEEPAK).template()).isEqualTo("approval/over");
    assertThat(last(DEEPAK).text())
        .contains("AP-1 was withdrawn by Anita at the same moment (18:44:1")
        .contains("nothing was done", "refund USD 120 for BK-1 goodwill");
    assertThat(house.count("SELECT count(*) FROM approval_votes")).isZero();
  }

  @Test
  void whoever_was_first_is_first() {
    asksGoodwill();
    phones.at(FEBRUARY + "18:44:10");
    phones.quotes(DEEPAK, "w2", null, FEBRUARY + "18:44:10", "approve 1");
    house.move(Duration.ofMillis(200));
    phones.quotes(ANITA, "w1", null, FEBRUARY + "18:44:10", "cancel 1");
    house.settle();
    house.move(Duration.ofSeconds(2));
    house.settle();

    assertThat(house.column("SELECT state FROM approvals")).containsExactly("approved");
    assertThat(last(ANITA).template()).isEqualTo("approval/over");
    assertThat(last(ANITA).text())
        .contains("AP-1 was approved today at 18:44".replace("today ", ""));
  }

  @Test
  void nobody_else_takes_it_back_and_a_customer_does_nothing_at_all() {
    asksGoodwill();
    writes(BIKRAM, FEBRUARY + "18:44:00", "cancel AP-1");
    assertThat(last(BIKRAM).template()).isEqualTo("approval/not_asked_by_you");
    writes(TOM, FEBRUARY + "18:45:00", "approve AP-1");
    taps(TOM, FEBRUARY + "18:46:00", "approve@AP-1");
    taps(BIKRAM, FEBRUARY + "18:46:30", "approve@AP-1");

    assertThat(house.column("SELECT state FROM approvals")).containsExactly("pending");
    assertThat(house.count("SELECT count(*) FROM approval_votes")).isZero();
  }

  @Test
  void a_sum_that_is_not_said_or_not_there_is_asked_for_or_refused() {
    writes(ANITA, FEBRUARY + "18:43:00", "goodwill for BK-1 please");
    assertThat(last(ANITA).template()).isEqualTo("payment/goodwill_what");
    writes(ANITA, FEBRUARY + "18:43:30", "refund 3,000 for BK-1 goodwill");
    assertThat(last(ANITA).template()).isEqualTo("payment/goodwill_too_much");

    assertThat(house.count("SELECT count(*) FROM refunds")).isZero();
  }

  @Test
  void who_is_away_is_stood_in_for_and_nobody_is_two_people() {
    writes(DEEPAK, FEBRUARY + "09:00:00", "delegate to Anita until friday");
    assertThat(last(DEEPAK).template()).isEqualTo("approval/delegated");
    assertThat(last(DEEPAK).text()).contains("Anita decides for you until", "23:59");
    assertThat(last(ANITA).template()).isEqualTo("approval/deputy_notice");

    asks("10:00:00");
    taps(TOM, FEBRUARY + "10:01:00", choice(TOM, "show_cancel"));
    taps(TOM, FEBRUARY + "10:02:00", choice(TOM, "cancel_booking"));
    phones.at(FEBRUARY + "10:03:00");
    DueTimers.fire(house);
    house.settle();

    assertThat(last(BIKRAM).template()).isEqualTo("approval/stand_in");
    assertThat(last(BIKRAM).text()).contains("refund USD 1450", "in place of the owner");
    taps(ANITA, FEBRUARY + "10:04:00", "approve@AP-1");
    taps(ANITA, FEBRUARY + "10:05:00", "approve@AP-1");
    assertThat(last(ANITA).template()).isEqualTo("approval/voted");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("pending");

    taps(BIKRAM, FEBRUARY + "10:06:00", "approve@AP-1");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("approved");
    assertThat(house.count("SELECT count(DISTINCT person_id) FROM approval_votes")).isEqualTo(2);
  }

  @Test
  void a_deputy_decides_until_the_day_is_over_and_never_what_was_asked_by_whom_they_stand_for() {
    writes(DEEPAK, FEBRUARY + "09:00:00", "delegate to Bikram until tomorrow");
    asksGoodwill();
    phones.at(FEBRUARY + "18:43:20");
    DueTimers.fire(house);
    house.settle();
    assertThat(last(BIKRAM).template()).isEqualTo("approval/for_another");

    writes(DEEPAK, FEBRUARY + "18:50:00", "end delegation");
    assertThat(last(DEEPAK).text()).contains("You decide for yourself again");
    taps(BIKRAM, FEBRUARY + "18:51:00", "approve@AP-1");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("pending");

    writes(DEEPAK, FEBRUARY + "18:52:00", "delegate to Bikram until tomorrow");
    taps(BIKRAM, "2027-02-02T23:00:00", "approve@AP-1");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("approved");
  }

  @Test
  void of_twelve_a_list_shows_ten_rows_and_the_rest_comes_after() {
    for (var i = 0; i < 12; i++) {
      writes(
          ANITA,
          FEBRUARY + "18:%02d:00".formatted(i),
          "refund 1%02d for BK-1 goodwill".formatted(i));
    }
    writes(DEEPAK, FEBRUARY + "18:40:00", "ok");

    assertThat(last(DEEPAK).text()).contains("12 things wait", "and 4 more");
    assertThat(last(DEEPAK).choices())
        .hasSize(10)
        .contains("show_approval@AP-1", "show_approval@AP-8", "approve_all@AP")
        .endsWith("more_approvals:8@AP");
    taps(DEEPAK, FEBRUARY + "18:41:00", "more_approvals:8@AP");
    assertThat(last(DEEPAK).choices())
        .startsWith("show_approval@AP-9", "show_approval@AP-10")
        .contains("show_approval@AP-12");
  }

  private void asksGoodwill() {
    writes(ANITA, FEBRUARY + "18:43:05", "also refund 120 for BK-1 goodwill, i promised");
  }
}
