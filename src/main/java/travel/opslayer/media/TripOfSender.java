package travel.opslayer.media;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.Sql;

/** Knows which trip somebody is on, as guide, driver or guest. */
public interface TripOfSender {

  /**
   * @return the code of the trip that is under way then, such as TRP123; empty when nobody knows
   */
  Optional<String> trip(Sql sql, int tenant, UUID person, Instant at);
}
