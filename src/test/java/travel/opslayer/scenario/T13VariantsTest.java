package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What else may become of commands about seats and departures. */
class T13VariantsTest extends BikramsAfternoon {

  @Test
  void after_ten_minutes_undo_says_what_can_still_be_done() {
    writes(BIKRAM, "16:10:00", "close abc0320");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/close_ask");
    writes(BIKRAM, "16:10:20", "ok");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/sure");
    writes(BIKRAM, "16:10:40", "yes close"); // one question is open: enough
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/closed");
    assertThat(seats("ABC-0320")).isEqualTo("closing, 0 free");

    taps(BIKRAM, "16:20:50", "undo_request@OP-1~1");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/undo_over");
    assertThat(last(BIKRAM).text()).contains("ABC-0320 is closing", "reopen ABC-0320");
    assertThat(seats("ABC-0320")).isEqualTo("closing, 0 free");

    timers("17:07:30");
    assertThat(list()).contains("WL-10 lapsed");
    assertThat(seats("ABC-0320")).isEqualTo("closed, 1 free");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/closed_now");
    assertThat(list()).containsExactly("WL-10 lapsed", "WL-11 waiting", "WL-12 waiting");
    writes(BIKRAM, "17:10:00", "reopen abc0320");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/reopened");
    assertThat(seats("ABC-0320")).startsWith("open");
  }

  @Test
  void nobody_waits_so_it_is_closed_at_once_and_opened_by_undo() {
    writes(BIKRAM, "16:10:00", "close ebc0329!!");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/closed");
    assertThat(seats("EBC-0329")).isEqualTo("closed, 7 free");
    assertThat(bookings()).contains("BK-2051 on_hold EBC-0329 2");
    writes(BIKRAM, "16:10:20", "close ebc0329");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/closed_already");
    writes(BIKRAM, "16:10:40", "hold ebc0329 2 priya");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/not_selling");
    writes(BIKRAM, "16:11:00", "undo");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/undone");
    assertThat(seats("EBC-0329")).isEqualTo("open, 7 free");
    writes(BIKRAM, "16:11:20", "undo");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/undo_over");
  }

  @Test
  void sales_may_hold_and_release_but_not_close() {
    writes(SARITA, "16:10:00", THREE);
    assertThat(last(SARITA).text())
        .contains("(1) Hold 4 on EBC-0315: only 3 free", "(2) Tom has 2 holds")
        .contains("(3) Closing and opening departures is for operations");
    taps(SARITA, "16:10:30", "release_hold:BK-2050@OP-2~1");
    assertThat(bookings()).contains("BK-2050 cancelled EBC-0315 2");
    assertThat(house.column("SELECT state FROM payments")).containsOnly("cancelled");
    taps(SARITA, "16:10:40", "close_departure@OP-2~1");
    assertThat(last(SARITA).template()).isEqualTo("inventory/close_who");
    assertThat(seats("ABC-0320")).startsWith("open");

    taps(SARITA, "16:11:00", "undo_request@OP-2~1");
    assertThat(last(SARITA).template()).isEqualTo("inventory/undone");
    assertThat(bookings()).contains("BK-2050 on_hold EBC-0315 2");
    assertThat(last(TOM).template()).isEqualTo("inventory/hold_restored");
    assertThat(seats("EBC-0315")).isEqualTo("open, 3 free");
  }

  @Test
  void a_code_that_is_nearly_two_is_asked() {
    house.execute(
        "INSERT INTO core.departures (tenant_id, code, product, starts_on, ends_on, zone, state,"
            + " capacity, price_minor, currency) SELECT tenant_id, 'ABC-0327', product, starts_on"
            + " + 7, ends_on + 7, zone, 'open', 12, price_minor, currency FROM core.departures"
            + " WHERE code = 'ABC-0320'");
    writes(BIKRAM, "16:10:00", "close abc032");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/which_departure");
    assertThat(last(BIKRAM).text()).contains("one of these");
    assertThat(last(BIKRAM).choices())
        .containsExactly("close_departure:ABC-0320@OP-1~1", "close_departure:ABC-0327@OP-1~1");

    taps(BIKRAM, "16:10:20", "close_departure:ABC-0320@OP-1~1");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/close_ask");
    assertThat(seats("ABC-0320")).startsWith("open");
    writes(BIKRAM, "16:11:00", "close abc0329");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/which_departure");
    writes(BIKRAM, "16:11:20", "the 0327");
    assertThat(seats("ABC-0327")).isEqualTo("closed, 12 free");
  }

  @Test
  void a_voice_note_commands_nothing_and_is_answered() {
    phones.at(DAY + "16:10:00");
    phones.says(BIKRAM, "v1", DAY + "16:10:00");
    waits();

    assertThat(last(BIKRAM).template()).isEqualTo("help/media_not_passed");
    assertThat(requests()).isEmpty();
  }

  @Test
  void an_offer_is_taken_back_only_in_so_many_words_and_stands_again_after_undo() {
    writes(BIKRAM, "16:10:00", "close abc0320");
    taps(BIKRAM, "16:10:30", choice("inventory/close_ask", "close_departure:drop"));
    assertThat(list()).containsExactly("WL-10 lapsed", "WL-11 waiting", "WL-12 waiting");
    assertThat(seats("ABC-0320")).isEqualTo("closed, 1 free");
    assertThat(last(CHLOE).template()).isEqualTo("inventory/offer_taken");

    taps(BIKRAM, "16:12:00", "undo_request@OP-1~1");
    assertThat(last(BIKRAM).text()).contains("WL-10 stands again");
    assertThat(list()).containsExactly("WL-10 offered", "WL-11 waiting", "WL-12 waiting");
    assertThat(seats("ABC-0320")).isEqualTo("open, 0 free");
    assertThat(last(CHLOE).template()).isEqualTo("inventory/offer_given");
    taps(CHLOE, "16:13:00", "accept_offer@WL-10");
    assertThat(list()).contains("WL-10 converted");
  }

  @Test
  void two_of_the_same_verb_are_two() {
    writes(BIKRAM, "16:10:00", "hold ebc0315 2 priya and ebc0329 1 emma, hold EBC-0315 1 Kenji");
    assertThat(last(BIKRAM).text().lines()).hasSize(3);
    assertThat(bookings())
        .contains(
            "BK-2052 on_hold EBC-0315 2",
            "BK-2053 on_hold EBC-0329 1",
            "BK-2054 on_hold EBC-0315 1");
    assertThat(seats("EBC-0315")).isEqualTo("open, 0 free");
    writes(BIKRAM, "16:11:00", "RELEASE BK-2052");
    assertThat(bookings()).contains("BK-2052 cancelled EBC-0315 2");
    writes(BIKRAM, "16:11:20", "release tom hold");
    writes(BIKRAM, "16:11:40", "both");
    assertThat(bookings()).contains("BK-2050 cancelled EBC-0315 2", "BK-2051 cancelled EBC-0329 2");
    assertThat(said(TOM, "inventory/hold_released")).isEqualTo(2);
  }

  @Test
  void what_is_not_as_it_was_shown_is_asked_again_and_what_is_over_is_over() {
    writes(BIKRAM, "16:10:00", "hold ebc0315 4 seats for priya");
    writes(SARITA, "16:10:20", "hold ebc0315 1 emma");
    taps(BIKRAM, "16:10:40", "staff_hold:3@OP-1~1");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/sure");
    assertThat(last(BIKRAM).choices()).contains("staff_hold:2@OP-1~2");
    assertThat(bookings()).hasSize(3);
    taps(SARITA, "16:10:50", "staff_hold:2@OP-1~2");
    assertThat(last(SARITA).template()).isEqualTo("inventory/others");
    taps(BIKRAM, "16:21:00", "staff_hold:2@OP-1~2");
    assertThat(last(BIKRAM).template()).isEqualTo("inventory/over");
    assertThat(bookings()).hasSize(3);
  }

  @Test
  void customers_are_answered_as_customers_and_guides_are_refused() {
    writes(TOM, "16:10:00", "close abc0320");
    writes(TOM, "16:10:20", "release my hold");
    writes(PEMBA, "16:10:40", "close ebc0329");

    assertThat(phones.of(TOM)).noneMatch(it -> it.template().startsWith("inventory/"));
    assertThat(last(PEMBA).template()).isEqualTo("refused/nobody_permits");
    assertThat(requests()).isEmpty();
    assertThat(seats("EBC-0329")).startsWith("open");
    assertThat(bookings())
        .containsExactly("BK-2050 on_hold EBC-0315 2", "BK-2051 on_hold EBC-0329 2");
  }

  @Test
  void a_slip_of_the_finger_does_nothing_and_is_asked_about() {
    for (var it : new String[] {"relase tom hold", "cloes ebc0329", "brodcast ebc0315: hi"}) {
      writes(BIKRAM, "16:10:00", it);
      assertThat(last(BIKRAM).template()).as(it).isEqualTo("help/did_you_mean");
    }
    assertThat(last(BIKRAM).text()).contains("\"broadcast\"", "Nothing is done");
    assertThat(seats("EBC-0329")).startsWith("open");
    assertThat(bookings()).contains("BK-2051 on_hold EBC-0329 2");
  }
}
