package travel.opslayer.facts;

import java.util.List;
import travel.opslayer.database.Sql;

/**
 * Knows requests that mean many things at once, such as "approve all": each of them is decided by
 * itself, by the same rules as if it had been named. Beans of this type are found by the container.
 */
public interface Spread {

  /** The codes that are meant; none where this request names one thing, or nothing. */
  List<String> subjects(Sql sql, Asked asked, Desk desk);
}
