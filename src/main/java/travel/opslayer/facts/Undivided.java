package travel.opslayer.facts;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import travel.opslayer.conversation.Turn;
import travel.opslayer.database.Sql;

/**
 * Knows turns that are one request however much they ask, such as those that a person answers.
 * Beans of this type are found by the container.
 */
public interface Undivided {

  /** The ids of those of these turns. */
  Set<UUID> whole(Sql sql, List<Turn> turns, Desk desk);
}
