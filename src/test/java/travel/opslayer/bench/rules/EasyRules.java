package travel.opslayer.bench.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.rows.Holds;
import travel.opslayer.facts.Situation;

/** The same rows for another engine, conditions as lambdas: its best case. */
final class EasyRules {

  private final RulesEngine engine = new DefaultRulesEngine();
  private final Rules rules = new Rules();

  EasyRules(List<Rule> rows) {
    for (var row : rows) {
      rules.register(
          new RuleBuilder()
              .name(row.name())
              .when(facts -> row.when().stream().allMatch(it -> Holds.of(it, values(facts))))
              .then(facts -> said(facts).add(row.name()))
              .build());
    }
  }

  List<String> ask(Situation situation) {
    var facts = new Facts();
    facts.put("values", situation.values());
    facts.put("said", new ArrayList<String>());
    engine.fire(rules, facts);
    return said(facts);
  }

  private static Map<String, Object> values(Facts facts) {
    return facts.get("values");
  }

  private static List<String> said(Facts facts) {
    return facts.get("said");
  }
}
