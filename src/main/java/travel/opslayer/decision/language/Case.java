package travel.opslayer.decision.language;

import java.util.List;
import travel.opslayer.decision.Problem;
import travel.opslayer.facts.Situation;

/**
 * An example that staff wrote: what is known, and what the rules must say to it.
 *
 * @param origin the row it stands in
 * @param situation what is not in it is unknown, as in a real one
 */
public record Case(String name, Origin origin, Situation situation, List<Expected> expected) {

  public Case {
    expected = List.copyOf(expected);
  }

  /** What a cell can speak of. */
  public enum Part {
    WISH,
    PERMITTED,
    REFUSED,
    STATE,
    REPLY,
    NOTIFY,
    TIMER,
    ROW
  }

  /**
   * A cell that says what the rules must say.
   *
   * @param title of its column
   * @param cell its address, such as B2
   * @param typed as its author wrote it
   * @param words what it means: these and no others; empty for none
   */
  public record Expected(Part part, String title, String cell, String typed, List<String> words) {

    public Expected {
      words = List.copyOf(words);
    }
  }

  /** Something that is wrong with one cell of it. */
  public Problem problem(Expected cell, String sentence, String advice) {
    return new Problem(
        origin.file(),
        origin.sheet(),
        cell.cell(),
        null,
        "%s (%s): %s".formatted(cell.title(), Lexicon.shorten(cell.typed()), sentence),
        advice);
  }
}
