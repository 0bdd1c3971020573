package travel.opslayer.travelcore.seats;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.CoreResult;

/**
 * The seats of the travel core. However many ask at once, no seat is given twice; what is no longer
 * held is free for the next who asks, whether or not anybody has swept up.
 */
public interface Seats {

  Optional<Hold> find(Sql sql, int tenant, UUID hold);

  /**
   * Takes seats until a moment. Nobody takes seats that others wait for.
   *
   * @param purpose booking or operations; the waiting list takes its own
   */
  CoreResult<Hold> hold(
      Sql sql, Command command, String departure, int party, String purpose, Instant until);

  /** Keeps seats that are still held, until another moment. */
  CoreResult<Hold> extend(Sql sql, Command command, UUID hold, Instant until);

  /** Sells what is still held. Sold again, it is sold once. */
  CoreResult<Hold> sell(Sql sql, Command command, UUID hold);

  /**
   * More seats or fewer, held or sold as they are. More are taken as if they were asked for anew;
   * all that were there stay when there are too few.
   */
  CoreResult<Hold> resize(Sql sql, Command command, UUID hold, int party);

  /** Frees seats, held or sold. Free already: nothing is left to do. */
  CoreResult<Hold> release(Sql sql, Command command, UUID hold);

  /** Frees what is held no longer; the number of holds. Nothing depends on it but tidiness. */
  int sweep(Sql sql, int tenant, Instant now, int most);
}
