package travel.opslayer.decision.rows;

import static java.util.stream.Collectors.joining;

import java.util.function.Predicate;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Verdict;

/** A decision in one sentence. */
public final class Because {

  private Because() {}

  public static String sentence(Decision decision) {
    var wish = decision.wish();
    if (wish.equals(Decision.NO_WISH)) {
      return "No row finds a wish in it.";
    }
    return switch (decision.outcome()) {
      case Outcome.Permitted _ ->
          "%s is permitted, by %s."
              .formatted(wish, rules(decision, it -> it.equals(new Verdict.Permit(wish))));
      case Outcome.Refused(_, var reason) when reason.equals(Decision.NOBODY_PERMITS) ->
          "No row permits %s to this sender now.".formatted(wish);
      case Outcome.Refused(_, var reason) when reason.equals(Decision.RULES_DISAGREE) ->
          "%s is refused, for rows send one object to two states: %s."
              .formatted(
                  wish,
                  rules(
                      decision, it -> it instanceof Verdict.MoveTo || it instanceof Verdict.Move));
      case Outcome.Refused(_, var reason) ->
          "%s is refused (%s), by %s."
              .formatted(wish, reason, rules(decision, it -> refuses(it, wish)));
    };
  }

  private static boolean refuses(Verdict verdict, String wish) {
    return verdict instanceof Verdict.Forbid(var action, _) && action.equals(wish)
        || verdict instanceof Verdict.Require(var action2, _) && action2.equals(wish);
  }

  private static String rules(Decision decision, Predicate<Verdict> that) {
    return decision.hits().stream()
        .filter(it -> that.test(it.verdict()))
        .map(Hit::rule)
        .distinct()
        .collect(joining(", "));
  }
}
