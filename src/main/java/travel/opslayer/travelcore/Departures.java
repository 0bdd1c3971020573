package travel.opslayer.travelcore;

import travel.opslayer.database.Sql;

/** Departures are closed and opened again. Seats that are held or sold stay as they are. */
public interface Departures {

  /**
   * To another state, as the rules say it. A departure that somebody else has changed in the
   * meantime is undone with {@link travel.opslayer.database.TryAgain}, and the turn is taken again
   * on what is true now.
   */
  CoreResult<Departure> move(Sql sql, Command command, Departure departure, String state);
}
