package travel.opslayer.decision.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import travel.opslayer.decision.Decision;

/**
 * What people would notice of a decision. Which rows said it, and what else they may do, is not
 * part of it.
 */
record What(String wish, Decision.Outcome outcome, Optional<String> state, List<Object> said) {

  static What of(Decision decision) {
    var said = new ArrayList<Object>(decision.replies());
    said.addAll(decision.notices());
    said.addAll(decision.timers());
    return new What(decision.wish(), decision.outcome(), decision.movesTo(), List.copyOf(said));
  }
}
