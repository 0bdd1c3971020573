package travel.opslayer.decision.drools.gate;

import travel.opslayer.decision.Problem;

/** Thrown inside the gate at the first thing that is not on its list. */
final class NotAllowed extends Exception {

  private static final long serialVersionUID = 1;

  private final int line;
  private final String advice;

  /**
   * @param line from 1; 0 where it is not known better than the rule
   */
  NotAllowed(int line, String sentence, String advice) {
    super(sentence);
    this.line = line;
    this.advice = advice;
  }

  Problem problem(String file, int ruleLine) {
    var place = line > 0 ? line : Math.max(1, ruleLine);
    return new Problem(file, null, null, place, String.valueOf(getMessage()), advice);
  }
}
