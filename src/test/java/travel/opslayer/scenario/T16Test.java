package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.timer.DueTimers;

/** Cancel or move? What comes back and why, a doctor's note, and seats that feed the list. */
class T16Test extends TomsBooking {

  @Test
  void both_ways_are_shown_by_todays_date_and_nothing_changes() {
    asks("19:20:00");

    var shown = last(TOM);
    assertThat(shown.template()).isEqualTo("booking/change_ways");
    assertThat(shown.text())
        .contains("42 days before", "USD 1,450 of USD 2,900", "5 free", "no fee")
        .contains("if done by February 13", "Nothing is changed yet")
        .doesNotContain("Emma");
    assertThat(shown.choices())
        .containsExactly("show_move@CH-1~1", "show_cancel@CH-1~1", "ask_person@CH-1~1");
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x2 of 290000");
    assertThat(last(SARITA).template()).isEqualTo("booking/change_notice");
  }

  @Test
  void why_is_told_in_the_words_of_the_terms_they_accepted() {
    asks("19:20:00");
    quotes(TOM, FEBRUARY + "19:20:50", last(TOM).id(), "only half?? why so little??");

    assertThat(last(TOM).template()).isEqualTo("booking/terms_why");
    assertThat(last(TOM).text())
        .contains("42 days", "November 12", "60+: 80 %, 30–59: 50 %, 0–29: 0 %")
        .contains("by January 14", "USD 2,320", "manager can decide differently")
        .doesNotContain("margin", "1,057");
  }

  @Test
  void the_terms_are_those_of_the_day_they_accepted_whatever_they_are_today() {
    house.rule(
        "40-actions/change-terms.csv",
        "Wish,Role,Terms of,Days before,Name,Value,Why",
        """
        Wish,Role,Terms of,Days before,Name,Value,Why
        show_change,,from 1 Jan 2027,,refund_share,10,
        show_change,,up to 31 Dec 2026,,refund_share,55,\
        """
            .stripIndent()
            .strip());
    house.bean(RuleFolder.class).load();
    asks("19:20:00");

    assertThat(last(TOM).text()).contains("USD 1,595 of USD 2,900");
  }

  @Test
  void a_doctors_note_goes_to_the_manager_alone() {
    asks("19:20:00");
    sendsNote("19:24:10");

    assertThat(last(TOM).template()).isEqualTo("booking/exception_asked");
    assertThat(last(TOM).text()).contains("Only the manager", "30 days", "tomorrow 19:24");
    var asked = last(ANITA);
    assertThat(asked.template()).isEqualTo("approval/exception");
    assertThat(asked.text())
        .contains("AP-1", "Tom", "BK-1", "USD 1,450", "moving to EBC-0329: no fee");
    assertThat(asked.choices())
        .containsExactly("grant_move@AP-1", "grant_refund@AP-1", "reject@AP-1");
    assertThat(
            house.column(
                "SELECT class || ' ' || array_to_string(roles, ',') || ' ' || subject || ' '"
                    + " || to_char(keep_until, 'YYYY-MM-DD') FROM media_items"))
        .containsExactly("health_document manager CH-1 2027-03-04");
    assertThat(phones.of(SARITA)).noneMatch(it -> it.template().equals("approval/exception"));
    assertThat(phones.of(DEEPAK)).noneMatch(it -> it.template().equals("approval/exception"));
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x2 of 290000");
  }

  @Test
  void he_moves_by_himself_and_the_seats_that_are_free_go_to_who_waits() {
    asks("19:20:00");
    sendsNote("19:24:10");
    writes(
        TOM,
        FEBRUARY + "19:25:00",
        "actualy she can walk in 6 wks doc says, so 29 march pls for both 🙏");

    assertThat(last(TOM).template()).isEqualTo("booking/move_ask");
    assertThat(last(TOM).text()).contains("2 seats", "no fee", "price stays USD 2,900");
    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0315 x2 of 290000");

    taps(TOM, FEBRUARY + "19:25:20", last(TOM).choices().getFirst());

    assertThat(booking()).isEqualTo("BK-1 confirmed EBC-0329 x2 of 290000");
    assertThat(phones.of(TOM)).anyMatch(it -> it.template().equals("booking/moved"));
    assertThat(last(TOM).template()).isEqualTo("booking/welcome_kit");
    assertThat(phones.of(TOM))
        .anyMatch(it -> it.text().contains("✅ Moved: BK-1, Everest Base Camp March 29"));
    assertThat(phones.of(ANITA).getLast().template()).isEqualTo("booking/exception_closed");
    assertThat(phones.of(ANITA).getLast().text()).contains("AP-1", "Tom");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("cancelled");
    assertThat(house.column("SELECT to_char(keep_until, 'YYYY-MM-DD') FROM media_items"))
        .containsExactly("2027-03-03");
    assertThat(seats("EBC-0329")).isEqualTo("0 held, 13 booked");
    assertThat(seats("EBC-0315")).isEqualTo("2 held, 14 booked");
    assertThat(last(EMMA).template()).isEqualTo("waitlist/offer");
    assertThat(house.column("SELECT terms_on::text FROM core.bookings"))
        .containsExactly("2026-11-12");
    assertThat(ledger()).containsExactly("payment 290000", "charge 290000");
  }

  @Test
  void a_stale_tap_of_the_manager_changes_nothing_and_can_be_opened_again() {
    he_moves_by_himself_and_the_seats_that_are_free_go_to_who_waits();
    taps(ANITA, FEBRUARY + "19:26:40", "grant_refund@AP-1");

    assertThat(last(ANITA).template()).isEqualTo("approval/over");
    assertThat(last(ANITA).text()).contains("AP-1", "withdrawn", "19:25", "reopen AP-1");
    assertThat(house.count("SELECT count(*) FROM refunds")).isZero();

    writes(ANITA, FEBRUARY + "19:27:00", "reopen AP-1");
    assertThat(last(ANITA).template()).isEqualTo("approval/exception");
    assertThat(house.column("SELECT state FROM approvals")).containsExactly("pending");
  }

  @Test
  void a_manager_may_allow_more_and_it_is_done_when_the_customer_says_so() {
    asks("19:20:00");
    sendsNote("19:24:10");
    taps(ANITA, FEBRUARY + "19:30:00", "grant_refund@AP-1");

    assertThat(last(ANITA).template()).isEqualTo("approval/granted");
    assertThat(last(TOM).template()).isEqualTo("booking/granted_refund");
    assertThat(last(TOM).text()).contains("USD 2,320");
    assertThat(booking()).contains("confirmed");

    taps(TOM, FEBRUARY + "19:31:00", choice(TOM, "cancel_booking"));
    assertThat(booking()).isEqualTo("BK-1 cancelled EBC-0315 x2 of 290000");
    assertThat(ledger())
        .containsExactly("payment 290000", "charge 290000", "adjust -290000", "fee 58000");
    assertThat(refunds()).containsExactly("asked 232000");
  }

  @Test
  void the_terms_stay_when_the_manager_says_so_or_says_nothing() {
    asks("19:20:00");
    sendsNote("19:24:10");
    phones.at("2027-02-02T19:25:00");
    DueTimers.fire(house);
    house.settle();

    assertThat(house.column("SELECT state FROM approvals")).containsExactly("expired");
    assertThat(last(TOM).template()).isEqualTo("booking/terms_unanswered");
    assertThat(last(ANITA).template()).isEqualTo("booking/exception_unanswered");
  }

  @Test
  void half_comes_back_when_two_managers_agree_and_the_seats_go_to_who_waits() {
    asks("19:20:00");
    taps(TOM, FEBRUARY + "19:21:00", choice(TOM, "show_cancel"));
    assertThat(last(TOM).template()).isEqualTo("booking/cancel_ask");
    taps(TOM, FEBRUARY + "19:21:30", choice(TOM, "cancel_booking"));

    assertThat(last(TOM).template()).isEqualTo("booking/cancelled");
    assertThat(last(TOM).text()).contains("USD 1,450", "RF-1");
    assertThat(booking()).contains("cancelled");
    assertThat(ledger())
        .containsExactly("payment 290000", "charge 290000", "adjust -290000", "fee 145000");
    assertThat(last(EMMA).template()).isEqualTo("waitlist/offer");

    assertThat(last(ANITA).template()).isEqualTo("approval/refund");
    taps(ANITA, FEBRUARY + "19:22:00", "approve@AP-1");
    assertThat(refunds()).containsExactly("asked 145000");
    taps(DEEPAK, FEBRUARY + "19:23:00", "approve@AP-1");
    house.move(Duration.ofMinutes(2));
    house.settle();
    assertThat(refunds()).containsExactly("done 145000");
    assertThat(ledger().getLast()).isEqualTo("refund 145000");
    assertThat(phones.of(TOM)).anyMatch(it -> it.template().equals("payment/refunded"));
  }
}
