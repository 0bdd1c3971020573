package travel.opslayer.decision.drools;

import static java.util.Comparator.comparing;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import travel.opslayer.decision.Label;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.Terms;
import travel.opslayer.decision.drools.gate.DrlGate;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Places;
import travel.opslayer.decision.language.Reader;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Written;
import travel.opslayer.decision.tables.Tables;
import travel.opslayer.facts.Parameters;

/** Reads tables by their schemas and texts through the gate. */
@Singleton
final class FolderReader implements Reader {

  @Override
  public Written read(List<RuleFile> files, Terms terms) {
    var sorted = files.stream().sorted(comparing(RuleFile::name)).toList();
    var problems = new ArrayList<>(FileCheck.problems(sorted));
    if (!problems.isEmpty()) {
      var none = new Parameters(java.util.Map.of());
      return new Written(
          List.of(),
          none,
          List.of(),
          List.of(),
          new Lexicon(terms, none),
          Places.NONE,
          Label.NONE,
          problems);
    }
    var tables = Tables.read(sorted, terms);
    problems.addAll(tables.problems());
    var rules = new ArrayList<>(tables.rules());
    for (var file : sorted) {
      if (file.name().toLowerCase(Locale.ROOT).endsWith(".drl")) {
        rules.addAll(DrlGate.read(file, tables.lexicon(), problems));
      }
    }
    FileCheck.refuseTooMany(rules, problems);
    FileCheck.refuseRepeatedNames(rules, problems);
    rules.sort(comparing(Rule::origin));
    problems.sort(FileCheck.ORDER);
    return new Written(
        rules,
        tables.parameters(),
        tables.phrases(),
        tables.cases(),
        tables.lexicon(),
        tables.places(),
        tables.label(),
        problems);
  }
}
