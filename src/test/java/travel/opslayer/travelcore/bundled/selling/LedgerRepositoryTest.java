package travel.opslayer.travelcore.bundled.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TENANT;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.UNIT;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.database.DatabaseFailure;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.selling.Balance;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Entry;
import travel.opslayer.travelcore.selling.Ledger;
import travel.opslayer.travelcore.selling.Ledger.Posting;

class LedgerRepositoryTest {

  private static final SellingOffice OFFICE = new SellingOffice();

  @BeforeAll
  static void open() {
    OFFICE.departure("L", 99);
  }

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  @Test
  void two_payments_are_two_and_what_is_left_is_less() {
    var booking = OFFICE.sold("L", 2);

    pay(booking, 52_200, "a pay_1");
    pay(booking, 52_200, "a pay_2");

    assertThat(OFFICE.balance(booking)).isEqualTo(new Balance("USD", 2 * UNIT, 104_400, 0));
    assertThat(OFFICE.balance(booking).owedMinor()).isEqualTo(2 * UNIT - 104_400);
    var entries = OFFICE.write(sql -> OFFICE.ledger.entries(sql, TENANT, booking.id()));
    assertThat(entries)
        .extracting(Entry::kind)
        .containsExactly(Entry.CHARGE, Entry.PAYMENT, Entry.PAYMENT);
  }

  @Test
  void one_event_moves_money_once_and_with_another_content_not_at_all() {
    var booking = OFFICE.sold("L", 1);
    var other = OFFICE.sold("L", 1);

    var first = pay(booking, 100, "b pay_1");

    assertThat(pay(booking, 100, "b pay_1")).isEqualTo(first);
    assertRejected(pay(booking, 101, "b pay_1"), Why.IDEMPOTENCY_MISMATCH, "payment 100 USD");
    assertRejected(pay(other, 100, "b pay_1"), Why.IDEMPOTENCY_MISMATCH, "payment 100 USD");
    assertRejected(
        OFFICE.post(booking, Entry.REFUND, 100, "b pay_1"),
        Why.IDEMPOTENCY_MISMATCH,
        "payment 100 USD");
    assertThat(OFFICE.balance(booking).paidMinor()).isEqualTo(100);
    assertThat(OFFICE.balance(other).paidMinor()).isZero();
  }

  @Test
  void a_booking_has_one_currency() {
    var booking = OFFICE.sold("L", 1);
    var posting = new Posting(booking.id(), Entry.PAYMENT, 100, "EUR", "c pay_1");

    assertRejected(
        OFFICE.give((sql, it) -> OFFICE.ledger.post(sql, it, posting)),
        Why.INVALID,
        "EUR, not USD");
    assertThat(pay(booking, 100, "c pay_1").done()).isPresent();
  }

  @Test
  void no_more_is_given_back_than_was_paid() {
    var booking = OFFICE.sold("L", 1);
    pay(booking, 100, "d pay_1");

    assertRejected(refund(booking, 101, "d rf_1"), Why.INVALID, "refund of 101 from 100");
    assertThat(refund(booking, 60, "d rf_2").done()).isPresent();
    assertRejected(refund(booking, 41, "d rf_3"), Why.INVALID, "refund of 41 from 40");
    assertThat(refund(booking, 40, "d rf_4").done()).isPresent();
    assertThat(OFFICE.balance(booking).keptMinor()).isZero();
  }

  @Test
  void who_cancels_late_gets_back_what_the_fee_leaves() {
    var booking = OFFICE.sold("L", 2);
    pay(booking, 2 * UNIT, "e pay_1");

    OFFICE.give((sql, it) -> OFFICE.bookings.cancel(sql, it, booking));
    OFFICE.post(booking, Entry.FEE, UNIT, "e fee");
    assertThat(OFFICE.balance(booking).owedMinor()).isEqualTo(-UNIT);
    refund(booking, UNIT, "e rf_1");

    assertThat(OFFICE.balance(booking)).isEqualTo(new Balance("USD", UNIT, 2 * UNIT, UNIT));
    assertThat(OFFICE.balance(booking).owedMinor()).isZero();
  }

  @Test
  void amounts_that_make_no_sense_are_refused() {
    var booking = OFFICE.sold("L", 1);

    assertRejected(pay(booking, 0, "f 1"), Why.INVALID, "payment of 0");
    assertRejected(pay(booking, -1, "f 2"), Why.INVALID, "payment of -1");
    assertRejected(OFFICE.post(booking, "gift", 1, "f 3"), Why.INVALID, "gift of 1");
    assertRejected(pay(booking, 1, " "), Why.INVALID, "payment of 1");
    assertRejected(pay(booking, Ledger.MOST + 1, "f 4"), Why.INVALID, "payment of 1000000000001");
    assertThat(pay(booking, Ledger.MOST, "f 4").done()).isPresent();
    assertThat(OFFICE.post(booking, Entry.ADJUST, -5, "f 5").done()).isPresent();
    assertRejected(OFFICE.post(booking, Entry.ADJUST, 0, "f 6"), Why.INVALID, "adjust of 0");
  }

  @Test
  void a_booking_that_is_not_there_has_no_money() {
    var nobody = UUID.randomUUID();
    var posting = new Posting(nobody, Entry.PAYMENT, 1, "USD", "g pay_1");

    assertRejected(
        OFFICE.give((sql, it) -> OFFICE.ledger.post(sql, it, posting)),
        Why.NOT_FOUND,
        nobody.toString());
    var balance = OFFICE.write(sql -> OFFICE.ledger.balance(sql, TENANT, nobody));
    assertThat(balance).isEmpty();
  }

  @Test
  void the_database_itself_refuses_to_change_what_was_written_or_the_currency() {
    var booking = OFFICE.sold("L", 1);

    assertUnchangeable("UPDATE core.ledger SET amount_minor = 1 WHERE booking_id = ?", booking);
    assertUnchangeable("DELETE FROM core.ledger WHERE booking_id = ?", booking);
    assertUnchangeable("UPDATE core.bookings SET currency = 'EUR' WHERE id = ?", booking);
    assertUnchangeable("UPDATE core.bookings SET terms_on = now() WHERE id = ?", booking);
  }

  private static void assertUnchangeable(String statement, Booking booking) {
    assertThatThrownBy(() -> OFFICE.write(sql -> sql.update(statement, booking.id())))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("does not change");
  }

  private static CoreResult<Entry> pay(Booking booking, long amount, String reference) {
    return OFFICE.post(booking, Entry.PAYMENT, amount, reference);
  }

  private static CoreResult<Entry> refund(Booking booking, long amount, String reference) {
    return OFFICE.post(booking, Entry.REFUND, amount, reference);
  }

  private static void assertRejected(CoreResult<Entry> result, Why why, String detail) {
    assertThat(result).isEqualTo(new Rejected<Entry>(why, detail));
  }
}
