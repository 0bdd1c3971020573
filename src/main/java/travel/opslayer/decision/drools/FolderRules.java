package travel.opslayer.decision.drools;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Verdict;
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Rule;

/**
 * The rules of a folder, which are asked together. A fresh session per question: nothing leaks to
 * the next.
 */
final class FolderRules {

  private final KieBase base;
  private final Map<String, Rule> rules = new HashMap<>();
  private final Map<String, String> sources = new HashMap<>();

  FolderRules(KieBase base, List<Rule> rules) {
    this.base = base;
    for (var it : rules) {
      this.rules.put(it.name(), it);
      sources.put(it.name(), it.origin().toString());
    }
  }

  int size() {
    return rules.size();
  }

  List<Hit> ask(Object situation) {
    var verbs = new Verbs(rules.size());
    var session = base.newStatelessKieSession();
    session.setGlobal(RuleCompiler.DECISION, verbs);
    session.addEventListener(verbs);
    session.execute(situation);
    return hits(verbs.said());
  }

  private List<Hit> hits(List<Verbs.Said> said) {
    var spoken = new ArrayList<Spoken>(said.size());
    for (var it : said) {
      spoken.add(new Spoken(rule(it.rule()), it.verdict()));
    }
    spoken.sort(comparing(it -> it.rule().origin()));
    var hits = new ArrayList<Hit>(spoken.size());
    var closed = new HashSet<String>();
    String last = "";
    for (var it : spoken) {
      var name = it.rule().name();
      var first = it.rule().policy() == HitPolicy.FIRST;
      if (!first || name.equals(last) || closed.add(it.rule().table())) {
        hits.add(new Hit(name, source(name), it.verdict()));
        last = name;
      }
    }
    return List.copyOf(hits);
  }

  private Rule rule(String name) {
    return known(rules.get(name), name);
  }

  private String source(String name) {
    return known(sources.get(name), name);
  }

  private static <T> T known(@Nullable T found, String name) {
    if (found == null) {
      throw new IllegalStateException("A rule fired that nobody wrote (%s).".formatted(name));
    }
    return found;
  }

  private record Spoken(Rule rule, Verdict verdict) {}
}
