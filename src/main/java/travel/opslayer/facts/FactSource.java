package travel.opslayer.facts;

import java.util.List;
import travel.opslayer.database.Sql;

/**
 * Looks at something that the rules may want to know. Every bean of this type is found by the
 * container and sees a whole batch of turns at once.
 */
public interface FactSource {

  /** The kinds of facts it may add, for the vocabulary. */
  List<Class<? extends Fact>> kinds();

  /** Adds what it sees to the sheet of each turn; what it does not know it leaves out. */
  void look(Sql sql, List<Asked> asked, Desk desk, FactSheets sheets);
}
