package travel.opslayer.decision.tables;

import java.util.List;
import travel.opslayer.decision.Problem;

/** Thrown inside this room when a file cannot be taken as a table at all. */
final class Unreadable extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  Unreadable(List<Problem> problems) {
    super("A table cannot be read.");
    this.problems = List.copyOf(problems);
  }

  Unreadable(String file, String sentence, String advice) {
    this(List.of(new Problem(file, null, "A1", null, sentence, advice)));
  }

  List<Problem> problems() {
    return problems;
  }
}
