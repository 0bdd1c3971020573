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
    var outcome = decision.outcome();
    return outcome instanceof Decision.Outcome.Permitted
        ? new What(decision.wish(), outcome, decision.movesTo(), said(decision))
        : new What(decision.wish(), outcome, Optional.empty(), answers(decision));
  }

  private static List<Object> said(Decision decision) {
    var said = new ArrayList<Object>(decision.replies());
    said.addAll(decision.notices());
    said.addAll(decision.timers());
    return List.copyOf(said);
  }

  /** Of a refusal the sender hears the reason, whatever else its rows say, and nobody else does. */
  private static List<Object> answers(Decision decision) {
    return decision.wish().equals(Decision.NO_WISH) ? List.copyOf(decision.replies()) : List.of();
  }
}
