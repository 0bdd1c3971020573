package travel.opslayer.action;

import java.util.Optional;
import java.util.function.Supplier;
import travel.opslayer.decision.Decision;

/**
 * The one way in which actions change a state: what the tables of states declare is done, anything
 * else is refused, and the state is named in which the object is.
 */
public final class Moves {

  /** The kind of what is meant, in tables that name no kind: leads and places on waiting lists. */
  public static final String MEANT = "meant";

  private static final String UNDECLARED = "refused/not_in_state";

  private Moves() {}

  /** The state that the tables send the object of this kind to. */
  public static Optional<String> to(ActionCall call, String kind) {
    return kind.equals(MEANT) ? call.decision().movesTo() : call.decision().movesTo(kind);
  }

  /** The state that the tables would send it to if the fact had this value: for one of several. */
  public static Optional<String> ifWere(ActionCall call, String fact, Object value, String kind) {
    return call.wouldBe(fact, value).movesTo(kind);
  }

  /** The state that a decision about one of several things sends it to. */
  public static Optional<String> by(Decision one, String kind) {
    return one.movesTo(kind);
  }

  public static boolean declares(ActionCall call, String kind, String state) {
    return to(call, kind).filter(state::equals).isPresent();
  }

  /**
   * Does it when the tables declare it.
   *
   * @param about what texts may say, and the state in which the object is
   * @param command empty when somebody else was faster, and it is in another state by now
   */
  public static ActionResult move(
      ActionCall call,
      String kind,
      String state,
      ActionResult about,
      Supplier<Optional<ActionResult>> command) {
    return declares(call, kind, state)
        ? command.get().orElseGet(() -> about.refusing(UNDECLARED))
        : about.refusing(UNDECLARED);
  }

  /** It stays where it is. */
  public static ActionResult stays(ActionResult about, String state) {
    return about.with("state", state).refusing(UNDECLARED);
  }
}
