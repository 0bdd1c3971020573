package travel.opslayer.decision.drools;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.RuleBook;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.Vocabulary;

/**
 * The rules of one release, a rule base per phase: a phase does not pay for the rules of the other,
 * and when only one has changed the other need not be compiled.
 */
final class DroolsRuleBook implements RuleBook {

  /** Drools compiles a condition in the background once it has been asked some 20 times. */
  private static final int WARM_UP = 25;

  private final Map<Phase, PhaseRules> phases;
  private final SituationType type;

  DroolsRuleBook(Map<Phase, PhaseRules> phases, SituationType type) {
    this.phases = Map.copyOf(phases);
    this.type = type;
  }

  @Override
  public List<Hit> ask(Phase phase, Situation situation) {
    var rules = phases.get(phase);
    return rules == null ? List.of() : rules.ask(type.instance(situation));
  }

  @Override
  public int size() {
    return phases.values().stream().mapToInt(PhaseRules::size).sum();
  }

  /** So that the first message does not wait for what Drools does once. */
  void warmUp(Vocabulary vocabulary) {
    var situation = sample(vocabulary);
    for (var i = 0; i < WARM_UP; i++) {
      phases.values().forEach(it -> it.ask(type.instance(situation)));
    }
    phases.values().forEach(it -> it.ask(type.instance(Situation.of())));
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
