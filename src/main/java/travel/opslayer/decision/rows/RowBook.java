package travel.opslayer.decision.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.RuleBook;
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.facts.Situation;

/**
 * The same rules, row after row, without an engine: the second opinion on what Drools says, and
 * what questions about single rows are answered with.
 */
public final class RowBook implements RuleBook {

  private final Map<Phase, List<Rule>> phases;

  public RowBook(List<Rule> rules) {
    phases =
        rules.stream()
            .sorted(Comparator.comparing(Rule::origin))
            .collect(Collectors.groupingBy(Rule::phase));
  }

  @Override
  public int size() {
    return phases.values().stream().mapToInt(List::size).sum();
  }

  @Override
  public List<Hit> ask(Phase phase, Situation situation) {
    var hits = new ArrayList<Hit>();
    var closed = new HashSet<String>();
    for (var rule : phases.getOrDefault(phase, List.of())) {
      if (!(rule.policy() == HitPolicy.FIRST && closed.contains(rule.table()))
          && rule.when().stream().allMatch(it -> Holds.of(it, situation.values()))) {
        closed.add(rule.table());
        var source = rule.origin().toString();
        rule.then().forEach(it -> hits.add(new Hit(rule.name(), source, it.verdict())));
      }
    }
    return List.copyOf(hits);
  }
}
