package travel.opslayer.travelcore.selling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;

/**
 * The bookings of the travel core. There is no booking without seats: both change in one
 * transaction, and the price of what is sold is charged in the same one. A command on a booking
 * that somebody else has changed in the meantime is undone with {@link
 * travel.opslayer.database.TryAgain}, and the turn is taken again on what is true now.
 */
public interface Bookings {

  Optional<Booking> byCode(Sql sql, int tenant, String code);

  List<Booking> byCodes(Sql sql, int tenant, Collection<String> codes);

  /** Those of these people that have seats, the oldest first. */
  List<Booking> openOf(Sql sql, int tenant, Collection<UUID> people);

  /** Those of a departure that have seats, the oldest first. */
  List<Booking> onDeparture(Sql sql, int tenant, String departure);

  /** All that are on hold, the oldest first. */
  List<Booking> onHold(Sql sql, int tenant);

  /** Holds seats for somebody. */
  CoreResult<Booking> hold(Sql sql, Command command, Order order, Instant until);

  /** Books seats that are held for it already, such as by the waiting list. */
  CoreResult<Booking> holdWith(Sql sql, Command command, Order order, UUID hold);

  /**
   * Holds the seats of a revision that was sent or accepted. It is accepted with the seats or not
   * at all, and asked for twice it is booked once.
   */
  CoreResult<Booking> holdQuoted(
      Sql sql, Command command, UUID revision, LocalDate termsOn, Instant until);

  /** Its seats are held longer, by wish. */
  CoreResult<Booking> extend(Sql sql, Command command, Booking booking, Instant until);

  /** Its seats are held longer, for a payment is on its way. */
  CoreResult<Booking> grace(Sql sql, Command command, Booking booking, Instant until);

  /**
   * Takes seats again for one that has expired, such as when it was paid too late, or was given up
   * before anything was charged.
   */
  CoreResult<Booking> renew(Sql sql, Command command, Booking booking, Instant until);

  /** Sells its seats, or says that the supplier of a pending one agreed. */
  CoreResult<Booking> confirm(Sql sql, Command command, Booking booking);

  /** Keeps its seats without an end, until the supplier has answered. */
  CoreResult<Booking> submit(Sql sql, Command command, Booking booking);

  /** The supplier of a pending one said no. */
  CoreResult<Booking> reject(Sql sql, Command command, Booking booking);

  /**
   * Changes departure and party, all or nothing: new seats are taken before old ones are given
   * back.
   */
  CoreResult<Booking> amend(Sql sql, Command command, Booking booking, Change change);

  /** Frees its seats. The price is charged no longer; a fee is for the ledger. */
  CoreResult<Booking> cancel(Sql sql, Command command, Booking booking);

  /** Its hold is over. Before that, nothing happens. */
  CoreResult<Booking> expire(Sql sql, Command command, Booking booking);

  /** They have travelled. */
  CoreResult<Booking> redeem(Sql sql, Command command, Booking booking);

  /**
   * What is booked without a quote.
   *
   * @param termsOn the day whose terms they accepted
   */
  record Order(
      @Nullable UUID lead,
      UUID person,
      String departure,
      int party,
      long totalMinor,
      long depositMinor,
      String currency,
      LocalDate termsOn) {}

  /** What a booking shall be like; what does not change is said again. */
  record Change(String departure, int party, long totalMinor, long depositMinor) {}
}
