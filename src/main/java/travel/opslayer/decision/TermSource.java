package travel.opslayer.decision;

import java.util.List;

/** The words that a capability adds to those of the rules, beside its facts and actions. */
public interface TermSource {

  /** What can be scheduled. */
  List<String> timers();

  /** Who can be told. */
  List<String> audiences();

  /** What rules can give a value to. */
  List<String> names();
}
