package travel.opslayer.decision.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.RuleBook;
import travel.opslayer.facts.Situation;

/**
 * The rules of one release, a network per folder: a phase does not pay for the rules of another.
 */
final class DroolsRuleBook implements RuleBook {

  private final Map<Phase, List<FolderRules>> phases;
  private final Fields fields;

  DroolsRuleBook(Map<Phase, List<FolderRules>> phases, Fields fields) {
    this.phases = Map.copyOf(phases);
    this.fields = fields;
  }

  @Override
  public List<Hit> ask(Phase phase, Situation situation) {
    var facts = fields.facts(situation);
    var hits = new ArrayList<Hit>();
    phases.getOrDefault(phase, List.of()).forEach(it -> hits.addAll(it.ask(facts)));
    return List.copyOf(hits);
  }

  @Override
  public int size() {
    return phases.values().stream().flatMap(List::stream).mapToInt(FolderRules::size).sum();
  }
}
