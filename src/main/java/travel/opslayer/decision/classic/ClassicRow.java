package travel.opslayer.decision.classic;

import java.util.List;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.Condition;

/**
 * A row of a classic table in words that we have checked.
 *
 * @param number as people count
 * @param name blank when it has none
 * @param description for readers; may be blank
 * @param when all of them must hold; none is an 'and'
 */
record ClassicRow(
    int number, String name, String description, List<Condition> when, List<Call> then) {

  ClassicRow {
    when = List.copyOf(when);
    then = List.copyOf(then);
  }
}
