package travel.opslayer.decision.analysis;

import java.util.List;
import java.util.stream.Stream;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.Terms;
import travel.opslayer.decision.language.Written;

/**
 * Looks at the rules of a folder together, before they are in force: each may be right, and some of
 * them wrong beside each other. It knows rules only, not which facts never come together, and it
 * leaves out rules by hand with very many alternatives and questions that would take too long. What
 * it says is so; what it does not say may be so all the same.
 */
public final class Analysis {

  private Analysis() {}

  /**
   * What was found.
   *
   * @param errors for which a folder is refused, in the order of files and rows
   * @param notes what may be meant or a slip of the hand: kind by kind, each in that order
   */
  public record Findings(List<Problem> errors, List<Problem> notes) {

    public Findings {
      errors = List.copyOf(errors);
      notes = List.copyOf(notes);
    }
  }

  /** Nothing, while there are problems: then the rules are worth nothing. */
  public static Findings of(Written written, Terms terms) {
    if (!written.problems().isEmpty()) {
      return new Findings(List.of(), List.of());
    }
    var survey = Survey.of(written, terms);
    var notes =
        Stream.of(
                IdleRows.find(survey),
                Contradictions.find(survey),
                Overlaps.across(survey),
                Transitions.find(survey),
                Unnamed.find(survey))
            .flatMap(List::stream)
            .toList();
    return new Findings(Overlaps.find(survey), notes);
  }
}
