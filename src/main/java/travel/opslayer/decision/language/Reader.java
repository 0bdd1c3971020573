package travel.opslayer.decision.language;

import java.util.List;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.Terms;

/** Reads a rule folder and compiles nothing: for whoever explains, analyses or shows rules. */
public interface Reader {

  /** Never throws for what an author wrote: what cannot be read is a problem. */
  Written read(List<RuleFile> files, Terms terms);
}
