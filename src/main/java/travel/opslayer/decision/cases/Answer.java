package travel.opslayer.decision.cases;

import java.util.List;
import java.util.function.Predicate;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Decision.Outcome;
import travel.opslayer.decision.Decision.Outcome.Permitted;
import travel.opslayer.decision.Decision.Outcome.Refused;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Verdict;
import travel.opslayer.decision.Verdict.Assign;
import travel.opslayer.decision.Verdict.Forbid;
import travel.opslayer.decision.Verdict.MoveTo;
import travel.opslayer.decision.Verdict.Notify;
import travel.opslayer.decision.Verdict.Permit;
import travel.opslayer.decision.Verdict.Reply;
import travel.opslayer.decision.Verdict.Require;
import travel.opslayer.decision.Verdict.Schedule;

/**
 * A decision, part by part, as it takes effect: what is refused moves, tells and schedules nothing,
 * and its sender is told the reason.
 */
final class Answer {

  private final Decision decision;
  private final Outcome outcome;
  private final String wish;

  Answer(Decision decision) {
    this.decision = decision;
    this.outcome = decision.outcome();
    this.wish = decision.wish();
  }

  /** Nothing is asked for, so nothing is refused either. */
  private boolean isIdle() {
    return wish.equals(Decision.NO_WISH);
  }

  Said wish() {
    var words = isIdle() ? List.<String>of() : List.of(wish);
    return new Said(words, "", rows(it -> it instanceof Assign a && a.name().equals("wish")));
  }

  /** Of these those that may be done; without any, what is done. */
  Said permitted(List<String> wanted) {
    if (wanted.isEmpty()) {
      return outcome instanceof Permitted(var action)
          ? new Said(List.of(action), "", permitting(action))
          : new Said(List.of(), "", List.of());
    }
    var refused = wanted.stream().filter(it -> !mayBeDone(it)).findFirst();
    return refused
        .map(it -> new Said(List.of(), it + " is refused (" + reason(it) + ")", refusing(it)))
        .orElseGet(() -> new Said(wanted, "", List.of()));
  }

  Said refused() {
    return switch (outcome) {
      case Permitted(var action) ->
          new Said(List.of(), action + " is permitted", permitting(action));
      case Refused(var action, var reason) ->
          isIdle()
              ? new Said(List.of(), "nothing is asked for", List.of())
              : new Said(List.of(reason), "", refusing(action));
    };
  }

  Said state() {
    return effect(decision.movesTo().stream().toList(), MoveTo.class::isInstance);
  }

  Said reply() {
    return outcome instanceof Refused && !isIdle()
        ? refused()
        : new Said(decision.replies(), "", rows(Reply.class::isInstance));
  }

  Said notices() {
    return effect(
        decision.notices().stream().map(Answer::notice).toList(), Notify.class::isInstance);
  }

  /** As they are wanted, where that is true: with the delay or without. */
  Said timers(List<String> wanted) {
    return effect(
        decision.timers().stream().map(it -> timer(it, wanted)).toList(),
        Schedule.class::isInstance);
  }

  /** Every rule that fired. */
  List<String> fired() {
    return rows(it -> true);
  }

  /** An action that is refused has no effect. */
  private Said effect(List<String> words, Predicate<Verdict> saying) {
    if (outcome instanceof Refused(var action, var reason)) {
      return isIdle()
          ? new Said(List.of(), "nothing is asked for", List.of())
          : new Said(List.of(), action + " is refused (" + reason + ")", refusing(action));
    }
    return new Said(words, "", rows(saying));
  }

  private boolean mayBeDone(String action) {
    return action.equals(wish) ? outcome instanceof Permitted : decision.may(action);
  }

  private String reason(String action) {
    if (action.equals(wish) && outcome instanceof Refused(var _, var reason)) {
      return reason;
    }
    for (var hit : decision.hits()) {
      if (hit.verdict() instanceof Forbid(var what, var reason) && what.equals(action)) {
        return reason;
      }
      if (hit.verdict() instanceof Require(var what, var condition) && what.equals(action)) {
        return "refused/" + condition;
      }
    }
    return Decision.NOBODY_PERMITS;
  }

  private List<String> permitting(String action) {
    return rows(it -> it instanceof Permit p && p.action().equals(action));
  }

  private List<String> refusing(String action) {
    var forbidding = rows(it -> it instanceof Forbid f && f.action().equals(action));
    if (!forbidding.isEmpty()) {
      return forbidding;
    }
    var requiring = rows(it -> it instanceof Require r && r.action().equals(action));
    return requiring.isEmpty() && reason(action).equals(Decision.RULES_DISAGREE)
        ? rows(MoveTo.class::isInstance)
        : requiring;
  }

  private List<String> rows(Predicate<Verdict> saying) {
    return decision.hits().stream()
        .filter(it -> saying.test(it.verdict()))
        .map(Hit::rule)
        .distinct()
        .toList();
  }

  static String notice(Notify it) {
    return it.audience() + " " + it.template();
  }

  private static String timer(Schedule it, List<String> wanted) {
    var whole = it.timer() + " " + it.delay();
    return wanted.stream()
        .filter(word -> word.equals(it.timer()) || isSame(word, whole))
        .findFirst()
        .orElse(whole);
  }

  /** Some write 5min, others 5 min. */
  private static boolean isSame(String a, String b) {
    return a.replace(" ", "").equalsIgnoreCase(b.replace(" ", ""));
  }
}
