package travel.opslayer.decision.analysis;

import static travel.opslayer.decision.drools.Office.file;

import java.util.LinkedHashMap;
import java.util.List;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.analysis.Analysis.Findings;
import travel.opslayer.decision.drools.Office;

/** What is found in the tables of the small office, of which a test gives some. */
final class Looked {

  static final String PERMIT = "Action,Role,Lead state,Own lead,When told,Why\n";
  static final String FORBID = "Action,Role,Lead state,Reason\n";
  static final String LEAD = "From,Event,To\n";
  static final String REPLY = "Wish,Role,Departure,Office open,Lead answered,New lead,Template\n";

  private Looked() {}

  static Findings at(RuleFile... files) {
    var all = new LinkedHashMap<String, RuleFile>();
    Office.bareWith(files).forEach(it -> all.put(it.name(), it));
    var written = Office.read(List.copyOf(all.values()));
    if (!written.problems().isEmpty()) {
      throw new AssertionError(written.problems().toString());
    }
    return Analysis.of(written, Office.TERMS);
  }

  static List<String> errors(RuleFile... files) {
    return at(files).errors().stream().map(Problem::toString).toList();
  }

  /** Of rows; what nobody names is left out, for a few tables name little. */
  static List<String> notes(RuleFile... files) {
    return at(files).notes().stream()
        .filter(it -> it.file().matches("\\d.*"))
        .map(Problem::toString)
        .toList();
  }

  static RuleFile permit(String rows) {
    return file("20-authorise/permit.csv", PERMIT + rows);
  }

  static RuleFile forbid(String rows) {
    return file("20-authorise/forbid.csv", FORBID + rows);
  }

  static RuleFile lead(String rows) {
    return file("30-transition/lead.csv", LEAD + rows);
  }

  static RuleFile reply(String rows) {
    return file("50-reply/reply.csv", REPLY + rows);
  }

  static RuleFile text(String rules) {
    return file("20-authorise/special.drl", rules);
  }
}
