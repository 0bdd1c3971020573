package travel.opslayer.travelcore.bundled.selling;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;
import travel.opslayer.travelcore.CoreResult.Done;
import travel.opslayer.travelcore.CoreResult.Rejected;
import travel.opslayer.travelcore.CoreResult.Why;
import travel.opslayer.travelcore.bundled.CommandRepository;
import travel.opslayer.travelcore.selling.Booking;
import travel.opslayer.travelcore.selling.Bookings;

/** Bookings of the bundled core. What they do with seats and money is in {@link Sale}. */
@Singleton
final class BundledBookings implements Bookings {

  private final CommandRepository commands;
  private final Booker booker;
  private final Sale sale;

  BundledBookings(CommandRepository commands, Booker booker, Sale sale) {
    this.commands = commands;
    this.booker = booker;
    this.sale = sale;
  }

  @Override
  public Optional<Booking> byCode(Sql sql, int tenant, String code) {
    return byCodes(sql, tenant, List.of(code)).stream().findFirst();
  }

  @Override
  public List<Booking> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return BookingRepository.byCodes(sql, tenant, codes);
  }

  @Override
  public List<Booking> openOf(Sql sql, int tenant, Collection<UUID> people) {
    return BookingRepository.openOf(sql, tenant, people);
  }

  @Override
  public List<Booking> onDeparture(Sql sql, int tenant, String departure) {
    return BookingRepository.onDeparture(sql, tenant, departure);
  }

  @Override
  public List<Booking> onHold(Sql sql, int tenant) {
    return BookingRepository.onHold(sql, tenant);
  }

  @Override
  public CoreResult<Booking> hold(Sql sql, Command command, Order order, Instant until) {
    return once(sql, command, said(order), () -> booker.hold(sql, command, order, until));
  }

  @Override
  public CoreResult<Booking> holdWith(Sql sql, Command command, Order order, UUID hold) {
    return once(
        sql,
        command,
        "%s with %s".formatted(said(order), hold),
        () -> booker.holdWith(sql, command, order, hold));
  }

  private static String said(Order order) {
    return "book %s %d for %s at %d, %d, %s"
        .formatted(
            order.departure(),
            order.party(),
            order.person(),
            order.totalMinor(),
            order.depositMinor(),
            order.currency());
  }

  @Override
  public CoreResult<Booking> holdQuoted(
      Sql sql, Command command, UUID revision, LocalDate termsOn, Instant until) {
    return once(
        sql,
        command,
        "book " + revision,
        () -> booker.holdQuoted(sql, command, revision, termsOn, until));
  }

  @Override
  public CoreResult<Booking> extend(Sql sql, Command command, Booking booking, Instant until) {
    return once(
        sql,
        command,
        "extend %s %s".formatted(booking.id(), until),
        () -> sale.extend(sql, command, locked(sql, command, booking, booking.departure()), until));
  }

  @Override
  public CoreResult<Booking> grace(Sql sql, Command command, Booking booking, Instant until) {
    return once(
        sql,
        command,
        "grace %s %s".formatted(booking.id(), until),
        () -> sale.grace(sql, command, locked(sql, command, booking, booking.departure()), until));
  }

  @Override
  public CoreResult<Booking> renew(Sql sql, Command command, Booking booking, Instant until) {
    return once(
        sql,
        command,
        "renew " + booking.id(),
        () -> {
          if (booking.quote() != null) {
            QuoteRepository.lock(sql, command.tenant(), booking.quote());
          }
          var it = locked(sql, command, booking, booking.departure());
          return booker.renew(sql, command, it, until);
        });
  }

  @Override
  public CoreResult<Booking> confirm(Sql sql, Command command, Booking booking) {
    return moving(
        sql,
        command,
        booking,
        Booking.CONFIRMED,
        Set.of(Booking.ON_HOLD, Booking.PENDING),
        it -> sale.confirm(sql, command, it));
  }

  @Override
  public CoreResult<Booking> submit(Sql sql, Command command, Booking booking) {
    return moving(
        sql,
        command,
        booking,
        Booking.PENDING,
        Set.of(Booking.ON_HOLD),
        it -> sale.submit(sql, command, it));
  }

  @Override
  public CoreResult<Booking> reject(Sql sql, Command command, Booking booking) {
    return moving(
        sql,
        command,
        booking,
        Booking.REJECTED,
        Set.of(Booking.PENDING),
        it -> sale.end(sql, command, it, Booking.REJECTED));
  }

  @Override
  public CoreResult<Booking> cancel(Sql sql, Command command, Booking booking) {
    return moving(
        sql,
        command,
        booking,
        Booking.CANCELLED,
        Set.of(Booking.ON_HOLD, Booking.PENDING, Booking.CONFIRMED),
        it -> sale.end(sql, command, it, Booking.CANCELLED));
  }

  @Override
  public CoreResult<Booking> expire(Sql sql, Command command, Booking booking) {
    return moving(
        sql,
        command,
        booking,
        Booking.EXPIRED,
        Set.of(Booking.ON_HOLD),
        it ->
            it.stateAt(command.now()).equals(Booking.EXPIRED)
                ? sale.end(sql, command, it, Booking.EXPIRED)
                : notChangeable(it));
  }

  @Override
  public CoreResult<Booking> redeem(Sql sql, Command command, Booking booking) {
    return moving(
        sql,
        command,
        booking,
        Booking.REDEEMED,
        Set.of(Booking.CONFIRMED),
        it -> new Done<>(Sale.move(sql, command, it, Booking.REDEEMED)));
  }

  @Override
  public CoreResult<Booking> amend(Sql sql, Command command, Booking booking, Change change) {
    var wrong =
        Prices.wrong(
            change.party(), change.totalMinor(), change.depositMinor(), booking.currency());
    if (wrong.isPresent()) {
      return new Rejected<>(Why.INVALID, wrong.get());
    }
    return once(
        sql,
        command,
        "amend %s to %s".formatted(booking.id(), change),
        () -> sale.amend(sql, command, locked(sql, command, booking, change.departure()), change));
  }

  /** Does it to a booking whose departures are locked. */
  private interface Work {
    CoreResult<Booking> of(Booking booking);
  }

  /** What is so already stays so. */
  private CoreResult<Booking> moving(
      Sql sql, Command command, Booking booking, String state, Set<String> from, Work work) {
    return once(
        sql,
        command,
        "%s %s".formatted(state, booking.id()),
        () -> {
          var it = locked(sql, command, booking, booking.departure());
          return it.state().equals(state)
              ? new Done<>(it)
              : from.contains(it.state()) ? work.of(it) : notChangeable(it);
        });
  }

  /** The departures first, then the booking, if it is still as it was seen. */
  private static Booking locked(Sql sql, Command command, Booking booking, String other) {
    BookingRepository.lockDepartures(sql, command.tenant(), List.of(booking.departure(), other));
    return BookingRepository.unchanged(sql, command.tenant(), booking);
  }

  static CoreResult<Booking> notChangeable(Booking it) {
    return new Rejected<>(Why.NOT_CHANGEABLE, it.state());
  }

  private CoreResult<Booking> once(
      Sql sql, Command command, String asked, Supplier<CoreResult<Booking>> work) {
    return commands.once(
        sql,
        command,
        asked,
        work,
        Booking::id,
        it -> BookingRepository.find(sql, command.tenant(), it));
  }
}
