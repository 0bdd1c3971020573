package travel.opslayer.broadcast;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import travel.opslayer.database.Sql;

/** Takes messages back that have not left yet. */
public interface Recall {

  /**
   * Part of the running transaction.
   *
   * @return those that will not leave; the others are on their way, or gone
   */
  Set<UUID> recall(Sql sql, int tenant, Collection<UUID> messages, Instant now);
}
