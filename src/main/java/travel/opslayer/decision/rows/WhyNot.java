package travel.opslayer.decision.rows;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import travel.opslayer.decision.Decision;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Verdict;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.facts.WishFact;

/** The rules that nearly would have counted, and what was missing. */
public final class WhyNot {

  private WhyNot() {}

  /**
   * For a wish that is refused, the rules that permit it; where no wish was found, those that find
   * one; else those that would have said something else to the sender.
   *
   * @param rules of the release that decided
   * @param most so many, the nearest first
   */
  public static List<Nearby> of(List<Rule> rules, Decision decision, int most) {
    var fired = decision.hits().stream().map(Hit::rule).collect(toSet());
    return rules.stream()
        .filter(it -> !fired.contains(it.name()) && isMeant(it, decision))
        .map(it -> nearby(it, decision))
        .sorted(
            comparing(WhyNot::asksAnotherWish)
                .thenComparing(it -> it.missing().size())
                .thenComparing(it -> it.rule().origin()))
        .limit(most)
        .toList();
  }

  /** Whoever wished something else is not near, however little they ask beside it. */
  private static boolean asksAnotherWish(Nearby it) {
    return it.missing().stream()
        .anyMatch(
            asked ->
                switch (asked) {
                  case Condition.Compare one -> one.field().equals(WishFact.FIELD);
                  case Condition.OneOf some -> some.field().equals(WishFact.FIELD);
                  case Condition.NoneOf _,
                      Condition.Known _,
                      Condition.Unknown _,
                      Condition.All _,
                      Condition.Any _ ->
                      false;
                });
  }

  private static Nearby nearby(Rule rule, Decision decision) {
    var values = decision.situation().values();
    return new Nearby(rule, rule.when().stream().filter(it -> !Holds.of(it, values)).toList());
  }

  private static boolean isMeant(Rule rule, Decision decision) {
    if (decision.wish().equals(Decision.NO_WISH)) {
      return rule.phase() == Phase.CLASSIFY;
    }
    var said = verdicts(rule);
    return switch (decision.outcome()) {
      case Decision.Outcome.Refused _ -> said.contains(new Verdict.Permit(decision.wish()));
      case Decision.Outcome.Permitted _ ->
          rule.phase() == Phase.DECIDE && said.stream().anyMatch(Verdict.Reply.class::isInstance);
    };
  }

  private static Set<Verdict> verdicts(Rule rule) {
    return Stream.ofNullable(rule.then())
        .flatMap(List::stream)
        .map(it -> it.verdict())
        .collect(toSet());
  }
}
