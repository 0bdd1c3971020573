package travel.opslayer.decision.drools;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.Verdict;
import travel.opslayer.decision.classic.ClassicImport;
import travel.opslayer.facts.Situation;

/** What is carried over of a classic table says the same as the rules that Drools makes of it. */
class ClassicRoundTripTest {

  private static final String TABLE =
      """
      RuleTable Mixed,,,,,,
      CONDITION,CONDITION,CONDITION,CONDITION,ACTION,ACTION,ACTION
      Situation,Situation,Situation,Situation,,,
      sender_role in ($param),lead_state != $param,lead_own == $param,"party_size >= $1, party_size < $2",\
      "decision.permit(""$param"");","decision.forbid(""$1"",""$2"");","decision.notify(""owner"",""$param"");"
      Role,Not in,Own,People,May,May not,Tell
      \"""customer"", ""guide\""",,true,,ask_price,,
      \"""sales\""",\"""closed\""",,,send_quote,,lead/new
      \"""manager\""",,,"8, 21",send_quote,"ask_quote, refused/not_yours",
      ,\"""new\""",false,,,"ask_price, refused/lead_closed",
      """;

  /** As the classic tool prints the rows above. */
  private static final String CLASSIC =
      """
      package rules
      dialect "mvel"
      global travel.opslayer.decision.drools.Verbs decision
      rule "Mixed_6" when
        Situation(sender_role in ("customer", "guide"), lead_own == true)
      then decision.permit("ask_price"); end
      rule "Mixed_7" when
        Situation(sender_role in ("sales"), lead_state != "closed")
      then decision.permit("send_quote"); decision.notify("owner","lead/new"); end
      rule "Mixed_8" when
        Situation(sender_role in ("manager"), party_size >= 8, party_size < 21)
      then decision.permit("send_quote"); decision.forbid("ask_quote","refused/not_yours"); end
      rule "Mixed_9" when
        Situation(lead_state != "new", lead_own == false)
      then decision.forbid("ask_price","refused/lead_closed"); end
      """;

  @Test
  void every_situation_is_decided_as_before() {
    var folder = Office.bareWith();
    var lexicon = Office.read(folder).lexicon();
    var imported = ClassicImport.of(Office.file("mixed.csv", TABLE), folder, lexicon);
    assertThat(imported.problems()).isEmpty();
    assertThat(imported.carried()).isEqualTo(4);
    assertThat(imported.files())
        .extracting(RuleFile::name)
        .containsExactlyInAnyOrder(
            "20-authorise/offers-mixed.csv",
            "20-authorise/mixed.drl",
            "20-authorise/mixed-2.drl",
            "40-actions/mixed.drl");
    var book = Office.release(Office.bareWith(imported.files().toArray(RuleFile[]::new))).book();
    var type = new SituationType(Office.VOCABULARY);
    var classic = RuleCompiler.compile(CLASSIC, type.loader());
    var spoken = 0;

    for (var it : situations()) {
      var before = classic(classic, type.instance(it));
      var after = book.ask(Phase.DECIDE, it).stream().map(Hit::verdict).collect(toSet());
      assertThat(after).as(it.toString()).isEqualTo(before);
      spoken += before.size();
    }

    assertThat(spoken).isGreaterThan(100);
  }

  private static Set<Verdict> classic(KieBase base, Object situation) {
    return Verbs.said(base, situation).stream().map(Verbs.Said::verdict).collect(toSet());
  }

  /** Each field with its words, ends of ranges and neighbours, and unknown. */
  private static List<Situation> situations() {
    var situations = new ArrayList<Situation>();
    for (var role : Arrays.asList(null, "customer", "guide", "sales", "manager")) {
      for (var state : Arrays.asList(null, "new", "open", "closed")) {
        for (var own : Arrays.asList(null, true, false)) {
          for (var people : Arrays.asList(null, 7L, 8L, 20L, 21L)) {
            var values = new HashMap<String, Object>();
            values.put("sender_role", role);
            values.put("lead_state", state);
            values.put("lead_own", own);
            values.put("party_size", people);
            values.values().removeIf(it -> it == null);
            situations.add(new Situation(values));
          }
        }
      }
    }
    return situations;
  }
}
