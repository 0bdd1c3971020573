package travel.opslayer.travelcore.bundled.selling;

import static travel.opslayer.travelcore.bundled.selling.Sale.part;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Done;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.seats.Hold;
import travel.opslayer.travelcore.seats.Seats;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings.Order;
import travel.opslayer.travelcore.selling.Quote;

/** Makes bookings: the seats first, then what they are for. */
@Singleton
final class Booker {

  private final Seats seats;

  Booker(Seats seats) {
    this.seats = seats;
  }

  CoreResult<Booking> hold(Sql sql, Command command, Order order, Instant until) {
    return checked(order).then(it -> hold(sql, command, it, null, until));
  }

  private CoreResult<Booking> hold(
      Sql sql, Command command, Order order, @Nullable Quote quote, Instant until) {
    return take(sql, command, order.departure(), order.party(), until)
        .map(it -> BookingRepository.add(sql, command, order, it, quote));
  }

  private CoreResult<Hold> take(
      Sql sql, Command command, String departure, int party, Instant until) {
    return seats.hold(sql, part(command, "seats"), departure, party, Hold.FOR_BOOKING, until);
  }

  CoreResult<Booking> holdWith(Sql sql, Command command, Order order, UUID id) {
    return checked(order)
        .then(
            it -> {
              BookingRepository.lockDepartures(sql, command.tenant(), List.of(order.departure()));
              return kept(sql, command, order, id);
            })
        .map(it -> BookingRepository.add(sql, command, order, it, null));
  }

  private CoreResult<Hold> kept(Sql sql, Command command, Order order, UUID id) {
    var found = seats.find(sql, command.tenant(), id);
    if (found.isEmpty()) {
      return new Rejected<>(Why.NOT_FOUND, id.toString());
    }
    var hold = found.get();
    if (!hold.departure().equals(order.departure())
        || hold.party() != order.party()
        || !hold.purpose().equals(Hold.FOR_BOOKING)) {
      return new Rejected<>(
          Why.INVALID,
          "%d seats of %s for %s".formatted(hold.party(), hold.departure(), hold.purpose()));
    }
    if (!hold.state().equals(Hold.ACTIVE) || !hold.until().isAfter(command.now())) {
      return new Rejected<>(Why.HOLD_GONE, hold.state());
    }
    return BookingRepository.hasSeats(sql, command.tenant(), id)
        ? new Rejected<>(Why.NOT_CHANGEABLE, hold.state())
        : new Done<>(hold);
  }

  CoreResult<Booking> holdQuoted(
      Sql sql, Command command, UUID revision, LocalDate termsOn, Instant until) {
    var tenant = command.tenant();
    var seen = QuoteRepository.find(sql, tenant, revision);
    if (seen.isEmpty()) {
      return new Rejected<>(Why.NOT_FOUND, revision.toString());
    }
    QuoteRepository.lock(sql, tenant, seen.get().quote());
    var quote = QuoteRepository.find(sql, tenant, revision).orElseThrow();
    var state = quote.stateAt(command.now());
    if (!state.equals(Quote.SENT) && !state.equals(Quote.ACCEPTED)) {
      return new Rejected<>(Why.NOT_CHANGEABLE, state);
    }
    var before = BookingRepository.ofQuote(sql, tenant, quote.quote());
    var living = before.stream().filter(it -> !Booking.ENDED.contains(it.state())).findFirst();
    if (living.isPresent()) {
      return new Done<>(living.get());
    }
    // What was accepted in time may be booked a little later, but not a second time at that price.
    if (!before.isEmpty() && !quote.isValid(command.now())) {
      return new Rejected<>(Why.NOT_CHANGEABLE, Quote.EXPIRED);
    }
    return hold(sql, command, order(quote, termsOn), quote, until)
        .map(
            it -> {
              QuoteRepository.move(sql, tenant, quote, Quote.ACCEPTED);
              return it;
            });
  }

  private static Order order(Quote quote, LocalDate termsOn) {
    return new Order(
        quote.lead(),
        quote.person(),
        quote.departure(),
        quote.party(),
        quote.totalMinor(),
        quote.depositMinor(),
        quote.currency(),
        termsOn);
  }

  /** On a booking whose quote and departure are locked. */
  CoreResult<Booking> renew(Sql sql, Command command, Booking it, Instant until) {
    var givenUp =
        it.state().equals(Booking.CANCELLED)
            && !BookingRepository.isCharged(sql, command.tenant(), it.id());
    if (!it.stateAt(command.now()).equals(Booking.EXPIRED) && !givenUp) {
      return BundledBookings.notChangeable(it);
    }
    if (it.quote() != null
        && BookingRepository.ofQuote(sql, command.tenant(), it.quote()).stream()
            .anyMatch(b -> !b.id().equals(it.id()) && !Booking.ENDED.contains(b.state()))) {
      return BundledBookings.notChangeable(it);
    }
    return take(sql, command, it.departure(), it.party(), until)
        .map(
            hold ->
                BookingRepository.change(
                    sql,
                    command.tenant(),
                    it,
                    "state = ?, hold_id = ?",
                    Booking.ON_HOLD,
                    hold.id()));
  }

  private static CoreResult<Order> checked(Order it) {
    return Prices.wrong(it.party(), it.totalMinor(), it.depositMinor(), it.currency())
        .<CoreResult<Order>>map(wrong -> new Rejected<>(Why.INVALID, wrong))
        .orElseGet(() -> new Done<>(it));
  }
}
