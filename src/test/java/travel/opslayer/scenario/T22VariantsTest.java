package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Edits that come first, late, alone, or after something was decided. */
class T22VariantsTest extends ChangedMessages {

  @Test
  void the_choice_of_a_question_to_changed_words_is_void() {
    writes(PRIYA, "P0", "09:50:00", "EBC 15 march for 2 people");
    writes(SARITA, "B1", "10:00:00", "quote ld301 ebc0315 x2");
    taps(PRIYA, "P1", "10:01:00", "accept_quote@Q-1~1");
    writes(PRIYA, "P2", "10:02:00", "i need to cancel my booking");
    var asked = last(PRIYA);
    assertThat(asked.template()).isEqualTo("booking/cancel_ask");

    edits(PRIYA, "P3", "10:02:40", "P2", "dont cancel my booking");
    assertThat(last(PRIYA).template()).isEqualTo("amend/dropped");

    phones.at(DAY + "10:03:00");
    phones.taps(PRIYA, "P4", asked.id(), asked.choices().getFirst());
    rest();
    assertThat(last(PRIYA).template()).isEqualTo("amend/stale");
    assertThat(house.column("SELECT state FROM core.bookings")).containsExactly("on_hold");
  }

  @Test
  void an_edit_that_comes_first_counts_and_its_original_does_not() {
    edits(PRIYA, "P2", "10:00:00", "P1", "EBC 15 march for 2 people");
    assertThat(last(PRIYA).template()).isEqualTo("enquiry/offer");

    writes(PRIYA, "P1", "10:00:30", "EBC 15 march for 3 people");

    assertThat(house.column("SELECT party::text FROM core.leads")).containsExactly("2");
    assertThat(last(PRIYA).template()).isEqualTo("amend/overtaken");
    assertThat(house.column("SELECT wish FROM decisions ORDER BY at")).endsWith("note_overtaken");
  }

  @Test
  void what_was_deleted_before_it_came_is_not_done() {
    revokes(PRIYA, "P2", "10:00:00", "P1");
    writes(PRIYA, "P1", "10:00:30", "EBC 15 march for 3 people");

    assertThat(house.count("SELECT count(*) FROM core.leads")).isZero();
    assertThat(phones.of(PRIYA))
        .extracting(Phones.Shown::template)
        .containsExactly("amend/overtaken");
  }

  @Test
  void nobody_changes_what_somebody_else_wrote() {
    priyaHoldsThree();
    edits(LUCIA, "X1", "10:01:00", "P1", "pls hold 2 seats ebc 15 mar");

    assertThat(phones.of(LUCIA)).noneMatch(it -> it.template().startsWith("amend/"));
    assertThat(bookings()).containsExactly("BK-1 on_hold x3 of 435000");
  }

  @Test
  void an_edit_that_comes_late_only_informs() {
    priyaHoldsThree();
    edits(PRIYA, "P2", "10:16:30", "P1", "pls hold 2 seats ebc 15 mar for 24h");

    assertThat(last(PRIYA).template()).isEqualTo("amend/late");
    assertThat(bookings()).containsExactly("BK-1 on_hold x3 of 435000");
  }

  @Test
  void deleting_what_was_done_undoes_nothing() {
    priyaHoldsThree();
    revokes(PRIYA, "P2", "10:02:00", "P1");

    assertThat(last(PRIYA).template()).isEqualTo("amend/kept");
    assertThat(bookings()).containsExactly("BK-1 on_hold x3 of 435000");
  }

  @Test
  void a_manager_who_changes_a_yes_has_approved_and_whoever_asked_knows() {
    writes(PRIYA, "P0", "09:50:00", "EBC 15 march for 3 people");
    writes(SARITA, "B1", "10:00:00", "quote ld301 ebc0315 x3 8%");
    taps(SARITA, "B2", "10:00:30", "ask_approval@Q-1");
    phones.at(DAY + "10:01:00");
    phones.quotes(ANITA, "M1", last(ANITA).id(), DAY + "10:01:00", "ok");
    rest();
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("approved");

    edits(ANITA, "M2", "10:01:30", "M1", "no");

    assertThat(last(ANITA).template()).isEqualTo("amend/vote");
    assertThat(last(ANITA).text()).contains("AP-1 was approved by your first words at 10:01");
    assertThat(last(SARITA).template()).isEqualTo("amend/vote_notice");
    assertThat(last(SARITA).text()).contains("Anita", "AP-1", "“no”", "before you go on");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("approved");
    assertThat(house.count("SELECT count(*) FROM approval_votes")).isEqualTo(1);
  }

  @Test
  void a_picture_of_a_payment_moves_no_money_whatever_is_written_under_it() {
    priyaHoldsThree();
    phones.at(DAY + "10:05:00");
    phones.shows(PRIYA, "P2", "image", "paid 522");
    rest();
    edits(PRIYA, "P3", "10:06:00", "P2", "paid 5220");

    assertThat(house.count("SELECT count(*) FROM core.ledger")).isZero();
    assertThat(bookings()).containsExactly("BK-1 on_hold x3 of 435000");
  }
}
