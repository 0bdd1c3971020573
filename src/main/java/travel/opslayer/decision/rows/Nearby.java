package travel.opslayer.decision.rows;

import java.util.List;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Rule;

/**
 * A rule that did not count for a decision.
 *
 * @param missing what it asks and what was not so; empty when a row above it was taken
 */
public record Nearby(Rule rule, List<Condition> missing) {

  public Nearby {
    missing = List.copyOf(missing);
  }
}
