package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import travel.opslayer.timer.DueTimers;

/** Three commands in one bubble, an ambiguous name, "yes close", undo. */
class T13Test extends BikramsAfternoon {

  @Test
  void three_requests_are_decided_by_themselves_and_nothing_is_half_guessed() {
    writes(BIKRAM, "16:10:00", THREE);

    var answer = last(BIKRAM);
    assertThat(answer.template()).isEqualTo("help/several");
    assertThat(answer.kind()).isEqualTo("list");
    assertThat(answer.text().lines())
        .satisfiesExactly(
            it ->
                assertThat(it)
                    .startsWith("(1) Hold 4 on EBC-0315: only 3 free")
                    .contains("4 if Tom's BK-2050 is released"),
            it -> assertThat(it).startsWith("(2) Tom has 2 holds"),
            it ->
                assertThat(it)
                    .startsWith("(3) Close ABC-0320: 2 parties wait and 1 offer is open")
                    .contains("after (2)"));
    assertThat(answer.choices())
        .containsExactly(
            "staff_hold:3@OP-1~1",
            "skip_request@OP-1~1",
            "release_hold:BK-2050@OP-2~1",
            "release_hold:BK-2051@OP-2~1",
            "release_hold:both@OP-2~1");
    assertThat(
            house.column(
                "SELECT wish FROM decisions WHERE facts->>'inventory_command' IS NOT NULL"
                    + " ORDER BY wish"))
        .containsExactly("ask_close", "ask_hold", "ask_release");
    assertThat(bookings())
        .containsExactly("BK-2050 on_hold EBC-0315 2", "BK-2051 on_hold EBC-0329 2");
    assertThat(seats("ABC-0320")).isEqualTo("open, 0 free");
    assertThat(requests())
        .containsExactly(
            "OP-1 staff_hold open", "OP-2 release_hold open", "OP-3 close_departure queued");
    assertThat(house.count("SELECT count(DISTINCT whole_id) FROM staff_requests")).isEqualTo(1);
  }

  @Test
  void from_the_329_one_to_the_last_hold() {
    writes(BIKRAM, "16:10:00", THREE);
    the329One();
    yesCloseIsAskedAgain();
    twoTapsCloseOnce();
    undoneWithCorrections();
    holdThree();
  }

  private void the329One() {
    writes(BIKRAM, "16:10:40", "the 329 one");

    assertThat(bookings())
        .containsExactly("BK-2050 on_hold EBC-0315 2", "BK-2051 cancelled EBC-0329 2");
    var released = last(BIKRAM, "inventory/released");
    assertThat(released.text())
        .contains("(2) Released BK-2051 (2 seats back on March 29, Tom told)")
        .contains("(1) EBC-0315 still has 3 free: hold 3 for Priya?");
    assertThat(released.choices()).contains("staff_hold:3@OP-1~1", "skip_request@OP-1~1");
    assertThat(last(TOM).template()).isEqualTo("inventory/hold_released");
    assertThat(last(TOM).text()).contains("BK-2051", "March 15", "BK-2050", "18:00 today");
    var close = last(BIKRAM);
    assertThat(close.template()).isEqualTo("inventory/close_ask");
    assertThat(close.text())
        .contains("(3) Close ABC-0320?", "2 waiting parties are told", "WL-10 (Chloé, until 17:05)")
        .contains("honoured first", "no new bookings");
    assertThat(close.choices())
        .containsExactly(
            "close_departure@OP-3~1", "close_departure:drop@OP-3~1", "skip_request@OP-3~1");
  }

  private void yesCloseIsAskedAgain() {
    writes(BIKRAM, "16:10:58", "yes close");

    assertThat(last(BIKRAM).template()).isEqualTo("inventory/sure");
    assertThat(last(BIKRAM).text()).contains("(3) ABC-0320");
    assertThat(last(BIKRAM).choices())
        .containsExactly(
            "close_departure@OP-3~1", "close_departure:drop@OP-3~1", "skip_request@OP-3~1");
    assertThat(seats("ABC-0320")).isEqualTo("open, 0 free");
  }

  /** One is the choice of the question, the other that of the question asked again. */
  private void twoTapsCloseOnce() {
    taps(BIKRAM, "16:11:05", "close_departure@OP-3~1");
    taps(BIKRAM, "16:11:06", "close_departure@OP-3~1");

    assertThat(said(BIKRAM, "inventory/closed")).isEqualTo(1);
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/done_already");
    var closed = last(BIKRAM, "inventory/closed");
    assertThat(closed.text())
        .contains("ABC-0320 closing: WL-10 runs until 17:05", "2 parties told", "16:21");
    assertThat(closed.choices()).containsExactly("undo_request@OP-3~1", "why_request@OP-3~1");
    assertThat(seats("ABC-0320")).isEqualTo("closing, 0 free");
    assertThat(list()).containsExactly("WL-10 offered", "WL-11 waiting", "WL-12 waiting");
    assertThat(said(EMMA, "inventory/list_closed")).isEqualTo(1);
    assertThat(said(KENJI, "inventory/list_closed")).isEqualTo(1);
    assertThat(said(CHLOE, "inventory/list_closed")).isZero();
    taps(BIKRAM, "16:11:30", "why_request@OP-3~1");
    assertThat(last(BIKRAM).text())
        .contains("Closing ABC-0320", "at 16:11", "20-authorise/inventory-permit.csv row 4");
  }

  private void undoneWithCorrections() {
    var closed = last(BIKRAM, "inventory/closed").id();
    quotes(BIKRAM, "16:12:30", closed, "oops undo close, anita said keep open");

    assertThat(last(BIKRAM).template()).isEqualTo("inventory/undone");
    assertThat(last(BIKRAM).text())
        .contains("ABC-0320 open (full), waiting list active", "2 parties get a correction")
        .contains("WL-10 was never touched");
    assertThat(seats("ABC-0320")).isEqualTo("open, 0 free");
    assertThat(list()).containsExactly("WL-10 offered", "WL-11 waiting", "WL-12 waiting");
    assertThat(said(EMMA, "inventory/list_reopened")).isEqualTo(1);
    assertThat(said(KENJI, "inventory/list_reopened")).isEqualTo(1);
    assertThat(last(CHLOE).template()).isEqualTo("waitlist/offer");
    assertThat(
            house.column(
                "SELECT wish FROM decisions WHERE facts->>'request_code' = 'OP-3'"
                    + " AND person_id IS NOT NULL ORDER BY at"))
        .containsExactly(
            "ask_sure", "close_departure", "close_departure", "why_request", "undo_request");
  }

  private void holdThree() {
    taps(BIKRAM, "16:13:10", "staff_hold:3@OP-1~1");

    assertThat(last(BIKRAM).template()).isEqualTo("inventory/held");
    assertThat(last(BIKRAM).text())
        .contains("3 seats EBC-0315", "Priya", "tomorrow 16:13", "BK-2052");
    assertThat(bookings()).contains("BK-2052 on_hold EBC-0315 3").hasSize(3);
    assertThat(seats("EBC-0315")).isEqualTo("open, 0 free");
    taps(BIKRAM, "16:13:15", "staff_hold:3@OP-1~1");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/done_already");
    assertThat(bookings()).hasSize(3);
    timers("2026-11-13T16:13:20");
    assertThat(bookings()).contains("BK-2052 expired EBC-0315 3");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/hold_ended");
    DueTimers.fire(house);
    assertThat(seats("ABC-0320")).startsWith("open");
  }
}
