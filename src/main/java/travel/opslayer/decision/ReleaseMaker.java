package travel.opslayer.decision;

import java.time.Instant;
import java.util.List;

/** Makes a release of the files of a rule folder, or says what its authors have to mend. */
public interface ReleaseMaker {

  /**
   * Same files and same terms, same outcome and same hash, on every machine.
   *
   * @param since only noted in the release
   */
  Outcome make(List<RuleFile> files, Terms terms, Instant since);

  /** A folder is taken as a whole or not at all. */
  sealed interface Outcome {}

  /** Every file was understood; the release has been asked once and is ready. */
  record Made(Release release) implements Outcome {}

  /** At least one problem. */
  record Refused(List<Problem> problems) implements Outcome {}
}
