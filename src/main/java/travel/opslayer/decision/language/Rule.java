package travel.opslayer.decision.language;

import java.util.List;
import travel.opslayer.decision.Phase;

/**
 * One rule whose every word has been checked; row of a table and rule by hand are the same from
 * here on.
 *
 * @param name unique over all files
 * @param table the rules that share a hit policy
 */
public record Rule(
    String name,
    Origin origin,
    Phase phase,
    String table,
    HitPolicy policy,
    List<Condition> when,
    List<Call> then) {

  public Rule {
    when = List.copyOf(when);
    then = List.copyOf(then);
  }
}
