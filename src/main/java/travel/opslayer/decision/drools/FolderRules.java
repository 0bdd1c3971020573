package travel.opslayer.decision.drools;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.kie.api.KieBase;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.drools.RuleNetwork.Fires;
import travel.opslayer.decision.language.HitPolicy;

/**
 * The rules of a folder, which are asked together. A fresh session per question: nothing leaks to
 * the next.
 */
final class FolderRules {

  private final KieBase base;
  private final int size;

  FolderRules(KieBase base, int size) {
    this.base = base;
    this.size = size;
  }

  int size() {
    return size;
  }

  List<Hit> ask(Facts facts) {
    var fired = new ArrayList<Fires>();
    var session = base.newStatelessKieSession();
    session.setGlobal(RuleNetwork.FIRED, fired);
    session.execute(facts);
    return hits(fired);
  }

  private static List<Hit> hits(List<Fires> fired) {
    fired.sort(comparingInt(Fires::place));
    var hits = new ArrayList<Hit>(fired.size());
    var closed = new HashSet<String>();
    for (var it : fired) {
      if (it.rule().policy() != HitPolicy.FIRST || closed.add(it.rule().table())) {
        hits.addAll(it.hits());
      }
    }
    return hits;
  }
}
