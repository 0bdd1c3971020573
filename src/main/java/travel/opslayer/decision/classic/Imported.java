package travel.opslayer.decision.classic;

import java.util.List;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;

/**
 * What became of a classic file.
 *
 * @param files for a rule folder
 * @param rows how many rules the file held
 * @param carried how many of them are in the files
 * @param problems what could not be carried over
 * @param remarks what was, and is worth a look
 */
public record Imported(
    List<RuleFile> files, int rows, int carried, List<Problem> problems, List<Problem> remarks) {

  public Imported {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
  }
}
