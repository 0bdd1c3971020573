package travel.opslayer.travelcore.bundled.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.NOW;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TENANT;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TODAY;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.TOMORROW;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.order;
import static travel.opslayer.travelcore.bundled.selling.SellingOffice.terms;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Quote;

/** Bookings that begin with something else: a quote, or seats that were waited for. */
class QuotedBookingsTest {

  private static final SellingOffice OFFICE = new SellingOffice();

  @AfterAll
  static void close() {
    OFFICE.close();
  }

  @Test
  void the_booking_is_what_was_offered_and_the_offer_is_accepted() {
    OFFICE.departure("Q1", 3);
    var quote = sent("Q1", 2);

    var booking = book(quote).done().orElseThrow();

    assertThat(booking.totalMinor()).isEqualTo(261_000);
    assertThat(booking.depositMinor()).isEqualTo(52_200);
    assertThat(booking.lead()).isEqualTo(quote.lead());
    assertThat(booking.revision()).isEqualTo(quote.id());
    assertThat(state(quote)).isEqualTo(Quote.ACCEPTED);
    assertThat(OFFICE.tally("Q1").held()).isEqualTo(2);
  }

  @Test
  void without_seats_the_offer_is_not_accepted() {
    OFFICE.departure("Q2", 3);
    var quote = sent("Q2", 2);
    OFFICE.hold("Q2", 2);

    assertRejected(book(quote), Why.SOLD_OUT, "1");
    assertThat(state(quote)).isEqualTo(Quote.SENT);
  }

  @Test
  void what_is_superseded_or_too_old_is_not_booked() {
    OFFICE.departure("Q3", 9);
    var first = sent("Q3", 2);
    var second = revised(first, 3);

    assertRejected(book(first), Why.NOT_CHANGEABLE, Quote.SUPERSEDED);
    assertRejected(book(second, TOMORROW), Why.NOT_CHANGEABLE, Quote.EXPIRED);
    assertThat(OFFICE.tally("Q3").held()).isZero();
    assertThat(book(second).done()).map(Booking::party).contains(3);
  }

  @Test
  void what_was_accepted_in_time_is_booked_a_little_later_and_once() {
    OFFICE.departure("Q4", 9);
    var quote = sent("Q4", 2);
    OFFICE.give((sql, it) -> OFFICE.quotes.accept(sql, it, quote.id()));

    var booking = book(quote, TOMORROW);

    assertThat(book(quote, TOMORROW)).isEqualTo(booking);
    assertThat(OFFICE.tally("Q4").held()).isEqualTo(2);
  }

  @Test
  void it_is_booked_again_after_a_hold_is_over_only_while_the_offer_is_valid() {
    OFFICE.departure("Q5", 9);
    var quote = sent("Q5", 2);
    var first = book(quote).done().orElseThrow();
    OFFICE.give((sql, it) -> OFFICE.bookings.cancel(sql, it, first));

    var second = book(quote).done().orElseThrow();
    assertThat(second.id()).isNotEqualTo(first.id());
    OFFICE.give((sql, it) -> OFFICE.bookings.cancel(sql, it, second));

    assertRejected(book(quote, TOMORROW), Why.NOT_CHANGEABLE, Quote.EXPIRED);
  }

  @Test
  void what_expired_is_not_renewed_beside_another_booking_of_its_quote() {
    OFFICE.departure("Q6", 9);
    var quote = sent("Q6", 2);
    var end = NOW.plusSeconds(60);
    var first =
        OFFICE
            .give((sql, it) -> OFFICE.bookings.holdQuoted(sql, it, quote.id(), TODAY, end))
            .done()
            .orElseThrow();
    var over = OFFICE.at(end, (sql, it) -> OFFICE.bookings.expire(sql, it, first));
    assertThat(book(quote, end).done()).isPresent();

    var renewed =
        OFFICE.at(
            end, (sql, it) -> OFFICE.bookings.renew(sql, it, over.done().orElseThrow(), TOMORROW));

    assertRejected(renewed, Why.NOT_CHANGEABLE, Booking.EXPIRED);
    assertThat(OFFICE.tally("Q6").held()).isEqualTo(2);
  }

  @Test
  void who_waited_is_booked_on_the_very_seats_that_were_kept_and_once() {
    OFFICE.departure("Q7", 2);
    var full = OFFICE.sold("Q7", 2);
    var entry =
        OFFICE
            .give((sql, it) -> OFFICE.waitlist.join(sql, it, "Q7", UUID.randomUUID(), 2, false))
            .done()
            .orElseThrow();
    OFFICE.give((sql, it) -> OFFICE.bookings.cancel(sql, it, full));
    OFFICE.give((sql, it) -> OFFICE.waitlist.offer(sql, it, entry.id(), TOMORROW));
    var hold =
        OFFICE
            .give((sql, it) -> OFFICE.waitlist.accept(sql, it, entry.id(), TOMORROW))
            .map(it -> Objects.requireNonNull(it.hold()))
            .done()
            .orElseThrow();

    var booking = with("Q7", 2, hold);

    assertThat(booking.done()).map(Booking::hold).contains(hold);
    assertRejected(with("Q7", 2, hold), Why.NOT_CHANGEABLE, "active");
    assertRejected(with("Q7", 1, hold), Why.INVALID, "2 seats of Q7 for booking");
    assertThat(OFFICE.tally("Q7").isTrue()).isTrue();
  }

  private static CoreResult<Booking> with(String departure, int party, UUID hold) {
    return OFFICE.give(
        (sql, it) -> OFFICE.bookings.holdWith(sql, it, order(departure, party), hold));
  }

  private static Quote sent(String departure, int party) {
    var lead = OFFICE.lead();
    var draft =
        OFFICE.give((sql, it) -> OFFICE.quotes.draft(sql, it, lead, terms(departure, party, 1000)));
    return send(draft.done().orElseThrow());
  }

  private static Quote revised(Quote quote, int party) {
    var draft =
        OFFICE.give(
            (sql, it) ->
                OFFICE.quotes.revise(
                    sql, it, quote.quote(), terms(quote.departure(), party, 1000)));
    return send(draft.done().orElseThrow());
  }

  private static Quote send(Quote draft) {
    return OFFICE.give((sql, it) -> OFFICE.quotes.send(sql, it, draft.id())).done().orElseThrow();
  }

  private static CoreResult<Booking> book(Quote quote) {
    return book(quote, NOW);
  }

  private static CoreResult<Booking> book(Quote quote, Instant now) {
    return OFFICE.at(
        now,
        (sql, it) ->
            OFFICE.bookings.holdQuoted(sql, it, quote.id(), TODAY, TOMORROW.plusSeconds(60)));
  }

  private static String state(Quote quote) {
    return OFFICE.write(sql -> OFFICE.quotes.find(sql, TENANT, quote.id())).orElseThrow().state();
  }

  private static void assertRejected(CoreResult<Booking> result, Why why, String detail) {
    assertThat(result).isEqualTo(new Rejected<Booking>(why, detail));
  }
}
