package travel.opslayer.travelcore.seats;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;

/**
 * Who waits for seats of a departure. While anybody waits, freed seats are for them alone, also in
 * the time until they are offered.
 */
public interface Waitlist {

  List<WaitlistEntry> byCodes(Sql sql, int tenant, Collection<String> codes);

  /** Of a departure who waits, in the order of the line, and who was offered seats. */
  List<WaitlistEntry> onDeparture(Sql sql, int tenant, String departure);

  /** Of these people all that are not at their end, in the order in which they were made. */
  List<WaitlistEntry> openOf(Sql sql, int tenant, Collection<UUID> people);

  /**
   * The first who waits for each departure with free seats, and the version of the departure: that
   * goes up whenever seats or the line change.
   */
  record Freed(WaitlistEntry first, int version) {}

  List<Freed> freed(Sql sql, int tenant, Instant now, int most);

  /** At the end of the line. A party that waits for the same departure already is not added. */
  CoreResult<WaitlistEntry> join(
      Sql sql, Command command, String departure, UUID person, int party, boolean auto);

  /** They want to be booked without being asked again, or do not want that any more. */
  CoreResult<WaitlistEntry> auto(Sql sql, Command command, UUID entry, boolean auto);

  /**
   * Whose turn it is, as far as seats are free. Whoever is passed over is written down with the
   * reason. Until the transaction ends, nobody else changes the seats of this departure.
   */
  Optional<WaitlistEntry> next(Sql sql, Command command, String departure, Fit fit);

  /** Keeps seats for a party that waits, until they have decided. */
  CoreResult<WaitlistEntry> offer(Sql sql, Command command, UUID entry, Instant until);

  /** They want the seats; the hold goes on as that of a booking. */
  CoreResult<WaitlistEntry> accept(Sql sql, Command command, UUID entry, Instant until);

  /** They do not want them: the seats are free for the next. */
  CoreResult<WaitlistEntry> decline(Sql sql, Command command, UUID entry);

  /** They did not answer in time: the seats are free for the next. */
  CoreResult<WaitlistEntry> lapse(Sql sql, Command command, UUID entry);

  /** They want to wait no longer, whether or not seats are offered. */
  CoreResult<WaitlistEntry> withdraw(Sql sql, Command command, UUID entry);
}
