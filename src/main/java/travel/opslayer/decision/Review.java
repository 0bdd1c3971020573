package travel.opslayer.decision;

import java.util.List;

/**
 * What somebody should look at in a rule folder that could come into force.
 *
 * @param problems for which it cannot
 * @param notes what looks odd and may be meant; none are looked for while there are problems
 */
public record Review(List<Problem> problems, List<Problem> notes) {

  static Review of(Problem problem) {
    return new Review(List.of(problem), List.of());
  }
}
