package travel.opslayer.travelcore.bundled.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TENANT;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TODAY;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TOMORROW;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.UNIT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.bundled.selling.SellingOffice.Tally;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings.Change;
import travel.opslayer.travelcore.selling.Entry;
import travel.opslayer.travelcore.selling.Traveller;

/** Bookings that become others: moved, larger, smaller. */
class AmendTest {

  private static final SellingOffice OFFICE = new SellingOffice();

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  @Test
  void who_moves_has_the_new_seats_and_the_old_ones_are_free() {
    OFFICE.departure("A15", 16).departure("A29", 5);
    var tom = OFFICE.sold("A15", 2);
    OFFICE.post(tom, Entry.PAYMENT, 2 * UNIT, "bank tom");

    var moved = amend(tom, "A29", 2, 2 * UNIT).done().orElseThrow();

    assertThat(moved.departure()).isEqualTo("A29");
    assertThat(moved.state()).isEqualTo(Booking.CONFIRMED);
    assertThat(moved.termsOn()).isEqualTo(TODAY);
    assertThat(OFFICE.tally("A15")).isEqualTo(new Tally(0, 0, 0, 0));
    assertThat(OFFICE.tally("A29")).isEqualTo(new Tally(0, 2, 0, 2));
    assertThat(OFFICE.balance(moved).paidMinor()).isEqualTo(2 * UNIT);
    assertThat(OFFICE.balance(moved).owedMinor()).isZero();
  }

  @Test
  void with_one_seat_too_few_nothing_moves() {
    OFFICE.departure("B15", 2).departure("B29", 1);
    var tom = OFFICE.sold("B15", 2);

    assertRejected(amend(tom, "B29", 2, UNIT), Why.SOLD_OUT, "1");
    assertRejected(amend(tom, "NONE", 2, UNIT), Why.NOT_FOUND, "NONE");

    assertThat(OFFICE.look(tom)).isEqualTo(tom);
    assertThat(OFFICE.tally("B15")).isEqualTo(new Tally(0, 2, 0, 2));
    assertThat(OFFICE.tally("B29")).isEqualTo(new Tally(0, 0, 0, 0));
    assertThat(OFFICE.balance(tom).owedMinor()).isEqualTo(2 * UNIT);
  }

  @Test
  void seats_that_others_wait_for_are_not_moved_to() {
    OFFICE.departure("C15", 2).departure("C29", 2);
    var full = OFFICE.sold("C29", 2);
    OFFICE.give((sql, it) -> OFFICE.waitlist.join(sql, it, "C29", UUID.randomUUID(), 2, false));
    OFFICE.give((sql, it) -> OFFICE.bookings.cancel(sql, it, full));

    assertRejected(amend(OFFICE.sold("C15", 2), "C29", 2, UNIT), Why.WAITLIST_ONLY, "2");
  }

  @Test
  void what_is_on_hold_moves_with_its_time() {
    OFFICE.departure("D15", 2).departure("D29", 2);

    var moved = amend(OFFICE.hold("D15", 1), "D29", 1, UNIT).done().orElseThrow();

    assertThat(moved.state()).isEqualTo(Booking.ON_HOLD);
    assertThat(moved.heldUntil()).isEqualTo(TOMORROW);
    assertThat(OFFICE.tally("D15").held()).isZero();
    assertThat(OFFICE.tally("D29")).isEqualTo(new Tally(1, 0, 1, 0));
    assertThat(OFFICE.balance(moved).owedMinor()).isZero();
  }

  @Test
  void a_hold_that_is_over_is_not_moved() {
    OFFICE.departure("E15", 2).departure("E29", 2);
    var booking = OFFICE.hold("E15", 1);

    var late = amend(TOMORROW, booking, "E29", 1, UNIT);

    assertRejected(late, Why.HOLD_GONE, Booking.EXPIRED);
    assertThat(OFFICE.tally("E29").held()).isZero();
    assertThat(OFFICE.look(booking).state()).isEqualTo(Booking.EXPIRED);
  }

  @Test
  void a_full_departure_lets_a_party_become_smaller_and_then_no_larger_than_it_was() {
    OFFICE.departure("SMALL", 2);
    var two = OFFICE.sold("SMALL", 2);

    var one = amend(two, "SMALL", 1, UNIT).done().orElseThrow();
    assertThat(OFFICE.tally("SMALL")).isEqualTo(new Tally(0, 1, 0, 1));
    assertThat(OFFICE.balance(one).owedMinor()).isEqualTo(UNIT);

    assertRejected(amend(one, "SMALL", 3, 3 * UNIT), Why.SOLD_OUT, "1");
    assertThat(amend(one, "SMALL", 2, 2 * UNIT).done()).isPresent();
    assertThat(OFFICE.tally("SMALL")).isEqualTo(new Tally(0, 2, 0, 2));
    assertThat(OFFICE.balance(one).owedMinor()).isEqualTo(2 * UNIT);
  }

  @Test
  void a_hold_becomes_larger_and_smaller_too() {
    OFFICE.departure("GROW", 3);
    var more = amend(OFFICE.hold("GROW", 1), "GROW", 3, UNIT).done().orElseThrow();
    assertThat(OFFICE.tally("GROW")).isEqualTo(new Tally(3, 0, 3, 0));

    assertThat(amend(more, "GROW", 2, UNIT).done()).isPresent();
    assertThat(OFFICE.tally("GROW")).isEqualTo(new Tally(2, 0, 2, 0));
  }

  @Test
  void what_has_ended_is_not_changed() {
    OFFICE.departure("ENDED", 3);
    var sold = OFFICE.sold("ENDED", 1);
    var gone = OFFICE.give((sql, it) -> OFFICE.bookings.cancel(sql, it, sold));

    assertRejected(
        amend(gone.done().orElseThrow(), "ENDED", 2, UNIT), Why.NOT_CHANGEABLE, "cancelled");
  }

  @Test
  void nobody_who_is_named_is_left_without_a_seat() {
    OFFICE.departure("NAMED", 3);
    var two = OFFICE.sold("NAMED", 2);
    var all = List.of(new Traveller(1, "Tom Walsh", "adult"), new Traveller(2, "Ann", "adult"));
    var named = name(two, all);

    assertThat(amend(named, "NAMED", 1, UNIT))
        .isEqualTo(new Rejected<Booking>(Why.INVALID, "2 named of 1"));
    var alone = name(named, all.subList(0, 1));
    assertThat(amend(alone, "NAMED", 1, UNIT).done()).isPresent();
    var travellers = OFFICE.write(sql -> OFFICE.travellers.of(sql, TENANT, two.id()));
    assertThat(travellers).containsExactly(new Traveller(1, "Tom Walsh", "adult"));
  }

  private static Booking name(Booking booking, List<Traveller> all) {
    return OFFICE
        .give((sql, it) -> OFFICE.travellers.name(sql, it, booking, all))
        .done()
        .orElseThrow();
  }

  private static CoreResult<Booking> amend(
      Booking booking, String departure, int party, long total) {
    return amend(SellingOffice.NOW, booking, departure, party, total);
  }

  private static CoreResult<Booking> amend(
      Instant now, Booking booking, String departure, int party, long total) {
    var change = new Change(departure, party, total, 0);
    return OFFICE.at(now, (sql, it) -> OFFICE.bookings.amend(sql, it, booking, change));
  }

  private static void assertRejected(CoreResult<Booking> result, Why why, String detail) {
    assertThat(result).isEqualTo(new Rejected<Booking>(why, detail));
  }
}
