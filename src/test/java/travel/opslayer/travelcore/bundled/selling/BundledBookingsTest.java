package travel.opslayer.travelcore.bundled.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.NOW;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TENANT;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TODAY;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TOMORROW;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.UNIT;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TryAgain;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.bundled.selling.SellingOffice.Tally;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings.Order;

class BundledBookingsTest {

  private static final SellingOffice OFFICE = new SellingOffice();

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  @Test
  void a_booking_has_its_seats_until_a_moment() {
    OFFICE.departure("HOLD", 3);

    var booking = OFFICE.hold("HOLD", 2);

    assertThat(booking.code()).startsWith("BK-");
    assertThat(booking.state()).isEqualTo(Booking.ON_HOLD);
    assertThat(booking.heldUntil()).isEqualTo(TOMORROW);
    assertThat(booking.termsOn()).isEqualTo(TODAY);
    assertThat(OFFICE.tally("HOLD")).isEqualTo(new Tally(2, 0, 2, 0));
    var open = OFFICE.write(sql -> OFFICE.bookings.openOf(sql, TENANT, List.of(booking.person())));
    var there = OFFICE.write(sql -> OFFICE.bookings.onDeparture(sql, TENANT, "HOLD"));
    assertThat(open).containsExactly(booking);
    assertThat(there).containsExactly(booking);
  }

  @Test
  void without_seats_there_is_no_booking() {
    OFFICE.departure("FULL", 3);
    OFFICE.hold("FULL", 2);
    var order = order("FULL", 2);

    var result = OFFICE.give((sql, it) -> OFFICE.bookings.hold(sql, it, order, TOMORROW));

    assertRejected(result, Why.SOLD_OUT, "1");
    var none = OFFICE.write(sql -> OFFICE.bookings.openOf(sql, TENANT, List.of(order.person())));
    assertThat(none).isEmpty();
  }

  @Test
  void the_same_command_again_is_the_same_booking_and_another_wish_is_refused() {
    OFFICE.departure("SAME", 9);
    var command = SellingOffice.command(NOW);
    var order = order("SAME", 2);

    var first = OFFICE.write(sql -> OFFICE.bookings.hold(sql, command, order, TOMORROW));
    var again = OFFICE.write(sql -> OFFICE.bookings.hold(sql, command, order, TOMORROW));
    var other = OFFICE.write(sql -> OFFICE.bookings.hold(sql, command, order("SAME", 3), TOMORROW));

    assertThat(again).isEqualTo(first);
    assertThat(other)
        .isInstanceOfSatisfying(
            Rejected.class, it -> assertThat(it.why()).isEqualTo(Why.IDEMPOTENCY_MISMATCH));
    assertThat(OFFICE.tally("SAME").held()).isEqualTo(2);
  }

  @Test
  void an_order_that_makes_no_sense_is_refused() {
    OFFICE.departure("SENSE", 9);

    assertInvalid(order("SENSE", 0));
    var person = UUID.randomUUID();
    assertInvalid(new Order(null, person, "SENSE", 1, 100, 101, "USD", TODAY));
    assertInvalid(new Order(null, person, "SENSE", 1, 100, 100, "usd", TODAY));
    assertThat(OFFICE.tally("SENSE").held()).isZero();
  }

  private static void assertInvalid(Order order) {
    var result = OFFICE.give((sql, it) -> OFFICE.bookings.hold(sql, it, order, TOMORROW));
    assertThat(result)
        .isInstanceOfSatisfying(Rejected.class, it -> assertThat(it.why()).isEqualTo(Why.INVALID));
  }

  @Test
  void confirming_sells_the_seats_once_and_charges_the_price_once() {
    OFFICE.departure("SELL", 3);
    var sold = OFFICE.sold("SELL", 2);

    var again = OFFICE.give((sql, it) -> OFFICE.bookings.confirm(sql, it, sold));

    assertThat(again.done()).contains(sold);
    assertThat(sold.state()).isEqualTo(Booking.CONFIRMED);
    assertThat(OFFICE.tally("SELL")).isEqualTo(new Tally(0, 2, 0, 2));
    assertThat(OFFICE.balance(sold).owedMinor()).isEqualTo(2 * UNIT);
  }

  @Test
  void a_moment_before_its_end_a_hold_is_sold_and_at_its_end_the_booking_expires() {
    OFFICE.departure("LATE", 4);
    var intime = OFFICE.hold("LATE", 2);
    var late = OFFICE.hold("LATE", 2);

    assertThat(at(TOMORROW.minusMillis(1), intime, OFFICE.bookings::confirm).done()).isPresent();
    assertRejected(at(TOMORROW, late, OFFICE.bookings::confirm), Why.HOLD_GONE, "expired");

    assertThat(OFFICE.look(late).state()).isEqualTo(Booking.EXPIRED);
    assertThat(OFFICE.balance(late).owedMinor()).isZero();
    assertThat(OFFICE.tally("LATE")).isEqualTo(new Tally(0, 2, 0, 2));
  }

  @Test
  void it_expires_when_its_hold_does_and_not_before() {
    OFFICE.departure("EXPIRE", 2);
    var booking = OFFICE.hold("EXPIRE", 2);

    var early = at(TOMORROW.minusMillis(1), booking, OFFICE.bookings::expire);
    assertRejected(early, Why.NOT_CHANGEABLE, Booking.ON_HOLD);
    assertThat(booking.stateAt(TOMORROW)).isEqualTo(Booking.EXPIRED);
    assertThat(at(TOMORROW, booking, OFFICE.bookings::expire).done()).isPresent();
    assertThat(OFFICE.tally("EXPIRE")).isEqualTo(new Tally(0, 0, 0, 0));
  }

  @Test
  void a_hold_is_kept_longer_while_it_holds_and_it_is_counted() {
    OFFICE.departure("LONGER", 2);
    var booking = OFFICE.hold("LONGER", 1);
    var later = TOMORROW.plusSeconds(60);

    var longer = extend(booking, NOW, later).done().orElseThrow();

    assertThat(longer.heldUntil()).isEqualTo(later);
    assertThat(longer.extended()).isEqualTo(1);
    assertRejected(extend(longer, later, later.plusSeconds(1)), Why.HOLD_GONE, "expired");
    assertThat(OFFICE.look(booking).state()).isEqualTo(Booking.EXPIRED);
  }

  private static CoreResult<Booking> extend(Booking booking, Instant now, Instant until) {
    return OFFICE.at(now, (sql, it) -> OFFICE.bookings.extend(sql, it, booking, until));
  }

  @Test
  void who_paid_too_late_has_seats_again_while_there_are_some() {
    OFFICE.departure("RENEW", 3);
    var first = expired("RENEW", 2);
    var second = expired("RENEW", 2);
    var later = TOMORROW.plusSeconds(60);

    var renewed = at(TOMORROW, first, (sql, it, b) -> OFFICE.bookings.renew(sql, it, b, later));
    var refused = at(TOMORROW, second, (sql, it, b) -> OFFICE.bookings.renew(sql, it, b, later));

    assertThat(renewed.done().orElseThrow().heldUntil()).isEqualTo(later);
    assertRejected(refused, Why.SOLD_OUT, "1");
    assertThat(at(TOMORROW, OFFICE.look(first), OFFICE.bookings::confirm).done()).isPresent();
    assertThat(OFFICE.tally("RENEW")).isEqualTo(new Tally(0, 2, 0, 2));
  }

  private static Booking expired(String departure, int party) {
    var booking = OFFICE.hold(departure, party);
    return at(TOMORROW, booking, OFFICE.bookings::expire).done().orElseThrow();
  }

  @Test
  void cancelling_frees_the_seats_and_takes_back_the_charge_once() {
    OFFICE.departure("CANCEL", 3);
    var held = OFFICE.hold("CANCEL", 1);
    var sold = OFFICE.sold("CANCEL", 2);

    give(held, OFFICE.bookings::cancel);
    var gone = give(sold, OFFICE.bookings::cancel).done().orElseThrow();
    var again = give(gone, OFFICE.bookings::cancel);

    assertThat(again.done()).contains(gone);
    assertThat(OFFICE.tally("CANCEL")).isEqualTo(new Tally(0, 0, 0, 0));
    assertThat(OFFICE.balance(sold).owedMinor()).isZero();
    assertThat(OFFICE.balance(held).owedMinor()).isZero();
  }

  @Test
  void who_has_travelled_can_not_cancel_and_who_has_not_paid_has_not_travelled() {
    OFFICE.departure("REDEEM", 3);
    var held = OFFICE.hold("REDEEM", 1);
    var done = give(OFFICE.sold("REDEEM", 1), OFFICE.bookings::redeem).done().orElseThrow();

    assertRejected(give(held, OFFICE.bookings::redeem), Why.NOT_CHANGEABLE, Booking.ON_HOLD);
    assertRejected(give(done, OFFICE.bookings::cancel), Why.NOT_CHANGEABLE, Booking.REDEEMED);
    assertThat(OFFICE.tally("REDEEM")).isEqualTo(new Tally(1, 1, 1, 1));
  }

  @Test
  void a_pending_one_keeps_its_seats_and_is_charged_when_the_supplier_says_yes() {
    OFFICE.departure("SUPPLIER", 4);
    var yes = give(OFFICE.hold("SUPPLIER", 1), OFFICE.bookings::submit).done().orElseThrow();
    var no = give(OFFICE.hold("SUPPLIER", 2), OFFICE.bookings::submit).done().orElseThrow();
    assertThat(OFFICE.tally("SUPPLIER")).isEqualTo(new Tally(0, 3, 0, 3));
    assertThat(OFFICE.balance(yes).owedMinor()).isZero();

    at(TOMORROW, yes, OFFICE.bookings::confirm);
    at(TOMORROW, no, OFFICE.bookings::reject);

    assertThat(OFFICE.look(yes).state()).isEqualTo(Booking.CONFIRMED);
    assertThat(OFFICE.look(no).state()).isEqualTo(Booking.REJECTED);
    assertThat(OFFICE.balance(yes).owedMinor()).isEqualTo(UNIT);
    assertThat(OFFICE.balance(no).owedMinor()).isZero();
    assertThat(OFFICE.tally("SUPPLIER")).isEqualTo(new Tally(0, 1, 0, 1));
  }

  @Test
  void whoever_has_an_old_version_has_to_look_again_and_nothing_is_done() {
    OFFICE.departure("STALE", 3);
    var seen = OFFICE.hold("STALE", 2);
    extend(seen, NOW, TOMORROW.plusSeconds(1));

    assertThatThrownBy(() -> give(seen, OFFICE.bookings::cancel))
        .isInstanceOf(TryAgain.class)
        .hasMessage("Booking %s has changed.", seen.code());
    assertThat(OFFICE.tally("STALE")).isEqualTo(new Tally(2, 0, 2, 0));
    assertThat(give(OFFICE.look(seen), OFFICE.bookings::cancel).done()).isPresent();
  }

  private interface Step {
    CoreResult<Booking> take(Sql sql, Command command, Booking booking);
  }

  private static CoreResult<Booking> give(Booking booking, Step step) {
    return at(NOW, booking, step);
  }

  private static CoreResult<Booking> at(Instant now, Booking booking, Step step) {
    return OFFICE.at(now, (sql, it) -> step.take(sql, it, booking));
  }

  private static void assertRejected(CoreResult<Booking> result, Why why, String detail) {
    assertThat(result).isEqualTo(new Rejected<Booking>(why, detail));
  }
}
