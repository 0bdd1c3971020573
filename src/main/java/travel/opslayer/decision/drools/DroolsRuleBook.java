package travel.opslayer.decision.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.RuleBook;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.Vocabulary;

/**
 * The rules of one release, a rule base per folder of a phase: a phase does not pay for the rules
 * of the other, and where one table has changed its folder alone is compiled.
 */
final class DroolsRuleBook implements RuleBook {

  /** Drools compiles a condition in the background once it has been asked some 20 times. */
  private static final int WARM_UP = 25;

  private final Map<Phase, List<FolderRules>> phases;
  private final SituationType type;

  DroolsRuleBook(Map<Phase, List<FolderRules>> phases, SituationType type) {
    this.phases = Map.copyOf(phases);
    this.type = type;
  }

  @Override
  public List<Hit> ask(Phase phase, Situation situation) {
    var asked = type.instance(situation);
    var hits = new ArrayList<Hit>();
    phases.getOrDefault(phase, List.of()).forEach(it -> hits.addAll(it.ask(asked)));
    return List.copyOf(hits);
  }

  @Override
  public int size() {
    return phases.values().stream().flatMap(List::stream).mapToInt(FolderRules::size).sum();
  }

  /**
   * So that the first message does not wait for what Drools does once.
   *
   * @param fresh those that were compiled now
   */
  void warmUp(List<FolderRules> fresh, Vocabulary vocabulary) {
    var situation = sample(vocabulary);
    for (var i = 0; i < WARM_UP; i++) {
      fresh.forEach(it -> it.ask(type.instance(situation)));
    }
    fresh.forEach(it -> it.ask(type.instance(Situation.of())));
  }

  private static Situation sample(Vocabulary vocabulary) {
    var values = new HashMap<String, Object>();
    for (var it : vocabulary.fields()) {
      values.put(
          it.name(),
          switch (it.type()) {
            case TEXT -> it.words().isEmpty() ? "x" : it.words().getFirst();
            case NUMBER -> 1L;
            case YES_NO -> true;
          });
    }
    return new Situation(values);
  }
}
