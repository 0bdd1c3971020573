package travel.opslayer.decision.drools;

import java.util.ArrayList;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import travel.opslayer.decision.Verdict;
import travel.opslayer.decision.Verdict.Assign;
import travel.opslayer.decision.Verdict.Forbid;
import travel.opslayer.decision.Verdict.Move;
import travel.opslayer.decision.Verdict.MoveTo;
import travel.opslayer.decision.Verdict.Notify;
import travel.opslayer.decision.Verdict.Permit;
import travel.opslayer.decision.Verdict.Reply;
import travel.opslayer.decision.Verdict.Require;
import travel.opslayer.decision.Verdict.Schedule;

/** The global {@code decision} of rules that Drools compiles: what they say is noted here. */
public final class Verbs extends DefaultAgendaEventListener {

  private final List<Said> said = new ArrayList<>();
  private final int most;
  private String rule = "";
  private int fired;

  /**
   * @param most how many rules there are; on one situation none fires twice
   */
  Verbs(int most) {
    this.most = most;
  }

  public void permit(String action) {
    note(new Permit(action));
  }

  public void forbid(String action, String reason) {
    note(new Forbid(action, reason));
  }

  public void require(String action, String condition) {
    note(new Require(action, condition));
  }

  public void moveTo(String state) {
    note(new MoveTo(state));
  }

  public void move(String kind, String state) {
    note(new Move(kind, state));
  }

  public void reply(String template) {
    note(new Reply(template));
  }

  public void notify(String audience, String template) {
    note(new Notify(audience, template));
  }

  public void schedule(String timer, String delay) {
    note(new Schedule(timer, delay));
  }

  public void assign(String name, String value) {
    note(new Assign(name, value));
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    rule = event.getMatch().getRule().getName();
    if (++fired > most) {
      throw new IllegalStateException("Rules go round in circles, the last one was " + rule + ".");
    }
  }

  /** What the rules of a compiled base say. */
  static List<Said> said(KieBase base, Object situation) {
    var verbs =
        new Verbs(base.getKiePackages().stream().mapToInt(it -> it.getRules().size()).sum());
    var session = base.newStatelessKieSession();
    session.setGlobal(RuleCompiler.DECISION, verbs);
    session.addEventListener(verbs);
    session.execute(situation);
    return verbs.said;
  }

  private void note(Verdict verdict) {
    said.add(new Said(rule, verdict));
  }

  /** What a rule said, by its name. */
  record Said(String rule, Verdict verdict) {}
}
