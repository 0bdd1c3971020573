package travel.opslayer.decision.classic;

import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.drools.Office;

/** What comes of classic files in the small office. */
final class ImportedFiles {

  private ImportedFiles() {}

  static Imported of(RuleFile file) {
    var folder = Office.bareWith();
    return ClassicImport.of(file, folder, Office.read(folder).lexicon());
  }
}
