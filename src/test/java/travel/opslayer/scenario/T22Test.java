package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Edits, deletes and the message that already acted. Reports of incidents are played in {@link
 * T07VariantsTest}.
 */
class T22Test extends ChangedMessages {

  @Test
  void three_becomes_two_when_the_customer_says_so() {
    priyaHoldsThree();
    assertThat(bookings()).containsExactly("BK-1 on_hold x3 of 435000");

    edits(PRIYA, "P2", "10:03:00", "P1", "pls hold 2 seats ebc 15 mar for 24h");

    assertThat(last(PRIYA).template()).isEqualTo("amend/ask_fewer");
    assertThat(last(PRIYA).text()).contains("You changed 3 to 2", "Release one of your 3");
    assertThat(bookings()).containsExactly("BK-1 on_hold x3 of 435000");
    assertThat(held("EBC-0315")).isEqualTo("3");

    var release = last(PRIYA).choices().getLast();
    assertThat(release).startsWith("release_seats:2@BK-1~");
    taps(PRIYA, "P3", "10:03:20", release);

    assertThat(last(PRIYA).template()).isEqualTo("amend/released");
    assertThat(last(PRIYA).text()).contains("2 seats held until tomorrow 10:00");
    assertThat(bookings()).containsExactly("BK-1 on_hold x2 of 290000");
    assertThat(held("EBC-0315")).isEqualTo("2");
    assertThat(
            house.column(
                "SELECT wish FROM decisions WHERE subject = 'BK-1' AND outcome = 'permitted'"
                    + " AND wish IN ('hold_seats', 'release_seats') ORDER BY at"))
        .containsExactly("hold_seats", "release_seats");

    taps(PRIYA, "P4", "10:04:00", release);
    assertThat(last(PRIYA).template()).isEqualTo("amend/release_over");
    assertThat(bookings()).containsExactly("BK-1 on_hold x2 of 290000");
  }

  @Test
  void twenty_are_not_held_because_of_an_edit() {
    writes(PRIYA, "P0", "09:50:00", "EBC 29 march for 2 people");
    writes(PRIYA, "P1", "10:00:00", "pls hold 2 seats ebc 29 mar for 24h");
    edits(PRIYA, "P2", "10:02:00", "P1", "pls hold 20 seats ebc 29 mar for 24h");

    assertThat(last(PRIYA).template()).isEqualTo("amend/more");
    assertThat(last(PRIYA).text())
        .contains("I already hold 2 seats", "says 20", "only 7 more are free", "nothing was");
    assertThat(bookings()).containsExactly("BK-1 on_hold x2 of 290000");
    assertThat(held("EBC-0329")).isEqualTo("2");
  }

  @Test
  void what_a_colleague_holds_for_somebody_is_not_held_again() {
    colleagueHoldsTwo();
    edits(BIKRAM, "B2", "11:02:00", "B1", "hold ebc0329 20 seats tom");

    assertThat(last(BIKRAM).template()).isEqualTo("amend/more");
    assertThat(last(BIKRAM).text()).contains("2 seat hold", "20 lekhnu", "7 khali", "Kehi badal");
    assertThat(bookings()).singleElement().asString().contains("on_hold x2");
    assertThat(held("EBC-0329")).isEqualTo("2");
  }

  @Test
  void fewer_seats_of_a_colleague_are_told_and_not_given_back() {
    colleagueHoldsTwo();
    edits(BIKRAM, "B2", "11:02:00", "B1", "hold ebc0329 1 seat tom");

    assertThat(last(BIKRAM).template()).isEqualTo("amend/done");
    assertThat(last(BIKRAM).text()).contains("hold ebc0329 1 seat tom", "Kehi badal");
    assertThat(held("EBC-0329")).isEqualTo("2");
  }

  private void colleagueHoldsTwo() {
    phones.at(DAY + "10:50:00");
    phones.writes("+447700900103", "Tom", "T0", DAY + "10:50:00", "EBC 29 march for 2 people");
    rest();
    writes(BIKRAM, "B1", "11:00:00", "hold ebc0329 2 seats tom");
    assertThat(bookings()).singleElement().asString().contains("on_hold x2");
  }

  @Test
  void what_a_colleague_had_done_is_not_done_again() {
    writes(PRIYA, "P0", "09:50:00", "EBC 15 march for 3 people");
    writes(SARITA, "B1", "11:00:00", "quote ld301 ebc0315 x2");
    edits(SARITA, "B2", "11:02:00", "B1", "quote ld301 ebc0315 x20");

    assertThat(last(SARITA).template()).isEqualTo("amend/done");
    assertThat(last(SARITA).text())
        .contains("First: “quote ld301 ebc0315 x2”", "Now: “quote ld301 ebc0315 x20”", "Q-1");
    assertThat(house.column("SELECT party::text FROM core.quote_revisions")).containsExactly("2");
    assertThat(house.column("SELECT kind FROM message_changes")).containsExactly("edit");
  }

  @Test
  void a_passport_that_is_deleted_is_deleted_here_as_well() {
    phones.at(DAY + "13:00:00");
    phones.shows(LUCIA, "L1", "image", "mi pasaporte");
    rest();
    assertThat(house.count("SELECT count(*) FROM media_items WHERE deleted_at IS NULL"))
        .isEqualTo(1);

    revokes(LUCIA, "L2", "13:00:30", "L1");

    assertThat(last(LUCIA).template()).isEqualTo("amend/erased");
    assertThat(last(LUCIA).text()).contains("Borrado también aquí");
    assertThat(house.count("SELECT count(*) FROM media_items WHERE deleted_at IS NULL")).isZero();
    assertThat(
            house.column("SELECT kind FROM timeline_entries WHERE subject LIKE 'MD-%' ORDER BY at"))
        .contains("deleted");
    assertThat(house.column("SELECT action FROM whatsapp_audit_logs ORDER BY at"))
        .endsWith("erase_media");
  }

  @Test
  void an_edit_before_anything_was_done_changes_the_intent() {
    writes(LUCIA, "L0", "12:50:00", "hola, EBC el 15 de marzo para 2 personas");
    taps(LUCIA, "L0b", "12:51:00", "hold_seats:2@LD-301~1");
    writes(LUCIA, "L3", "13:10:00", "vale, confirmo la reserva");
    edits(LUCIA, "L4", "13:10:40", "L3", "vale, NO confirmo la reserva");

    assertThat(last(LUCIA).template()).isEqualTo("amend/dropped");
    assertThat(last(LUCIA).text())
        .contains("no se confirma nada", "Tus 2 plazas siguen guardadas hasta mañana");
    assertThat(bookings()).containsExactly("BK-1 on_hold x2 of 290000");
    assertThat(house.count("SELECT count(*) FROM core.ledger")).isZero();
  }
}
