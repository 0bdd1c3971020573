package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the crew has paid is told by words, by pictures or by both, and is paid once. */
class BillsTest extends LongDay {

  @Test
  void a_bill_that_is_told_in_words_and_shown_later_is_paid_once() {
    writes(RAM, "R1", "17:00:00", "petrol 6500");
    said(RAM, "duty/bill", "6,500", "Please send the photo");
    writes(RAM, "R2", "17:01:00", "petrol 6500");
    said(RAM, "duty/bill_same", "6,500", "paid once");
    shows(RAM, "R3", "17:02:00", "petrol 6500");

    said(RAM, "duty/bill_shown", "fuel", "6,500");
    assertThat(house.column("SELECT amount_minor || state FROM expenses"))
        .containsExactly("650000pending");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("pending");
    assertThat(one("SELECT count(receipt) FROM expenses")).isEqualTo("1");
    assertThat(house.column("SELECT purpose FROM media_items WHERE purpose = 'expenses'"))
        .hasSize(1);
  }

  @Test
  void a_picture_without_words_right_after_the_words_is_its_bill() {
    writes(RAM, "R1", "17:00:00", "petrol 4600");
    shows(RAM, "R2", "17:01:00", "");
    said(RAM, "duty/bill_shown", "fuel", "4,600");

    shows(RAM, "R3", "17:02:00", "petrol 4600");
    assertThat(house.column("SELECT amount_minor || state FROM expenses"))
        .as("a second one, which was shown")
        .containsExactly("460000accepted", "460000accepted");
  }

  @Test
  void what_was_rejected_is_claimed_again_with_its_picture() {
    writes(RAM, "R1", "17:00:00", "petrol 6500");
    taps(BIKRAM, "B1", "17:01:00", "reject@AP-1");
    shows(RAM, "R2", "17:02:00", "petrol 6500");

    said(RAM, "duty/bill", "6,500");
    assertThat(house.column("SELECT state FROM expenses ORDER BY code"))
        .containsExactly("rejected", "pending");
    assertThat(house.column("SELECT state FROM approvals ORDER BY code"))
        .containsExactly("rejected", "pending");
  }

  @Test
  void two_of_the_same_sum_are_two_when_they_say_so() {
    writes(RAM, "R1", "17:00:00", "toll 200");
    writes(RAM, "R2", "17:02:00", "toll 200");
    said(RAM, "duty/bill_same", "200");
    taps(RAM, "R3", "17:02:10", choice(RAM, "file_receipt"));
    shows(RAM, "R4", "17:03:00", "toll 200");
    shows(RAM, "R5", "17:04:00", "toll 200");

    assertThat(house.column("SELECT kind || amount_minor FROM expenses WHERE receipt IS NOT NULL"))
        .containsExactly("toll20000", "toll20000");
    assertThat(house.count("SELECT count(*) FROM expenses")).isEqualTo(2);
  }

  @Test
  void a_passport_after_a_bill_is_no_bill() {
    writes(RAM, "R1", "17:00:00", "parking 300");
    shows(RAM, "R2", "17:02:00", "passport of Priya");

    assertThat(one("SELECT count(receipt) FROM expenses")).isEqualTo("0");
  }

  @Test
  void another_sum_or_another_thing_is_another_bill() {
    writes(RAM, "R1", "17:00:00", "petrol 4600");
    shows(RAM, "R2", "17:01:00", "parking 200");

    assertThat(house.count("SELECT count(*) FROM expenses")).isEqualTo(2);
    assertThat(house.column("SELECT kind FROM expenses WHERE receipt IS NULL"))
        .containsExactly("fuel");
  }
}
