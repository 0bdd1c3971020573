package travel.opslayer.decision;

import java.util.List;
import travel.opslayer.facts.Situation;

/** The business rules. Same situation, same answer: no clock, database or network behind it. */
public interface RuleBook {

  /** The rules that fired, in the order of their files and rows; hit policies are applied. */
  List<Hit> ask(Phase phase, Situation situation);

  /** How many rules there are. */
  int size();
}
