package travel.opslayer.decision;

import java.util.List;

/** The words that a capability adds to those of the rules, beside its facts and actions. */
public interface TermSource {

  /** What can be scheduled. */
  default List<String> timers() {
    return List.of();
  }

  /** Who can be told. */
  default List<String> audiences() {
    return List.of();
  }

  /** What rules can give a value to, and move. */
  default Names names() {
    return Names.NONE;
  }

  /** States of objects that rules may move, where a company cannot add its own. */
  default List<String> states() {
    return List.of();
  }
}
