package travel.opslayer.decision;

import java.util.List;

/** What is wrong beside the rules and told at the same place, for the same people write it. */
public interface ProblemSource {

  List<Problem> problems();
}
