package travel.opslayer.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import travel.opslayer.facts.Situation;

/**
 * What comes of one wish, and which rules said so. Same situation and release, same decision.
 *
 * @param release hash of the rules that were asked
 * @param wish what is asked for; a wish has the name of the action that fulfils it
 * @param hits every rule that fired, in the order of files and rows
 * @param micros how long the rules took
 */
public record Decision(
    Situation situation, String release, String wish, List<Hit> hits, long micros) {

  /** What becomes of the wish. */
  public sealed interface Outcome {

    /** The action may run. */
    record Permitted(String action) implements Outcome {}

    /** It may not; {@code reason} names the template that tells the sender. */
    record Refused(String action, String reason) implements Outcome {}
  }

  /** The reason when no rule permits and none says why not: silence must have a name too. */
  public static final String NOBODY_PERMITS = "refused/nobody_permits";

  /** The reason when rules send one object to two states. Nothing is done, and somebody is told. */
  public static final String RULES_DISAGREE = "refused/rules_disagree";

  /** The wish when the rules find none. */
  public static final String NO_WISH = "none";

  public Decision {
    hits = List.copyOf(hits);
  }

  /** Forbid wins, whatever the order of the rules; what no rule permits is refused. */
  public Outcome outcome() {
    for (var hit : hits) {
      if (hit.verdict() instanceof Verdict.Forbid(var action, var reason) && action.equals(wish)) {
        return new Outcome.Refused(wish, reason);
      }
    }
    for (var hit : hits) {
      if (hit.verdict() instanceof Verdict.Require(var action, var condition)
          && action.equals(wish)) {
        return new Outcome.Refused(wish, "refused/" + condition);
      }
    }
    if (states().size() > 1 || disagrees()) {
      return new Outcome.Refused(wish, RULES_DISAGREE);
    }
    return may(wish) ? new Outcome.Permitted(wish) : new Outcome.Refused(wish, NOBODY_PERMITS);
  }

  /** Is this among what the sender may do now? Asked for every action when they ask for help. */
  public boolean may(String action) {
    return said(Verdict.Permit.class, it -> it.action().equals(action) ? it : null).size() > 0
        && said(Verdict.Forbid.class, it -> it.action().equals(action) ? it : null).isEmpty()
        && said(Verdict.Require.class, it -> it.action().equals(action) ? it : null).isEmpty();
  }

  /** The state that the object meant goes to. */
  public Optional<String> movesTo() {
    var states = states();
    return states.size() == 1 ? Optional.of(states.getFirst()) : Optional.empty();
  }

  /** The state that the object of this kind goes to. */
  public Optional<String> movesTo(String kind) {
    return said(Verdict.Move.class, it -> it.kind().equals(kind) ? it.state() : null).stream()
        .findFirst();
  }

  /** The templates for the sender. */
  public List<String> replies() {
    return said(Verdict.Reply.class, Verdict.Reply::template);
  }

  public List<Verdict.Notify> notices() {
    return said(Verdict.Notify.class, it -> it);
  }

  public List<Verdict.Schedule> timers() {
    return said(Verdict.Schedule.class, it -> it);
  }

  /** The value that a rule has given a name; the first one, when there are several. */
  public Optional<String> assigned(String name) {
    return assigned(hits, name);
  }

  static Optional<String> assigned(List<Hit> hits, String name) {
    return hits.stream()
        .map(Hit::verdict)
        .filter(Verdict.Assign.class::isInstance)
        .map(Verdict.Assign.class::cast)
        .filter(it -> it.name().equals(name))
        .map(Verdict.Assign::value)
        .findFirst();
  }

  private boolean disagrees() {
    var moves = said(Verdict.Move.class, it -> it);
    return moves.stream().map(Verdict.Move::kind).distinct().count() < moves.size();
  }

  private List<String> states() {
    return said(Verdict.MoveTo.class, Verdict.MoveTo::state);
  }

  private <V extends Verdict, T> List<T> said(Class<V> verb, Function<V, @Nullable T> part) {
    var all = new LinkedHashSet<T>();
    for (var hit : hits) {
      if (verb.isInstance(hit.verdict())) {
        var value = part.apply(verb.cast(hit.verdict()));
        if (value != null) {
          all.add(value);
        }
      }
    }
    return List.copyOf(all);
  }
}
