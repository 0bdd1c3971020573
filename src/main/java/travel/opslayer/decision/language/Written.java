package travel.opslayer.decision.language;

import java.util.List;
import travel.opslayer.decision.Label;
import travel.opslayer.decision.Problem;
import travel.opslayer.facts.Parameters;
import travel.opslayer.facts.words.Phrase;

/**
 * All that a rule folder says.
 *
 * @param rules sorted as people read: by file, then by row; worth nothing while there are problems
 * @param cases in the order of their files and rows
 * @param lexicon the words that it was read with
 * @param places how its authors call what it says
 * @param label what they say about it as a whole
 * @param problems in the order in which somebody mends them
 */
public record Written(
    List<Rule> rules,
    Parameters parameters,
    List<Phrase> phrases,
    List<Case> cases,
    Lexicon lexicon,
    Places places,
    Label label,
    List<Problem> problems) {

  public Written {
    rules = List.copyOf(rules);
    phrases = List.copyOf(phrases);
    cases = List.copyOf(cases);
    problems = List.copyOf(problems);
  }
}
