package travel.opslayer.decision.classic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.classic.snippets.Conditions;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Verb;
import travel.opslayer.decision.schema.Schema;
import travel.opslayer.decision.schema.SchemaReader;
import travel.opslayer.decision.tables.ForeignSheets;

/**
 * Makes tables of ours, and rules by hand where no table has room, of the decision tables that
 * Drools reads from spreadsheets. Nothing in such a file is run: its snippets are read as text, and
 * what is not known is told.
 */
public final class ClassicImport {

  private final Lexicon lexicon;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> remarks = new ArrayList<>();
  private final Conditions conditions;
  private final Frame frame = new Frame();
  private final TableWriter writer;

  private ClassicImport(List<RuleFile> folder, Lexicon lexicon) {
    this.lexicon = lexicon;
    var schemas = new ArrayList<Schema>();
    for (var it : folder) {
      if (it.name().startsWith("_schema/")) {
        SchemaReader.read(it, new ArrayList<>()).ifPresent(schemas::add);
      }
    }
    this.conditions = new Conditions(lexicon, schemas);
    this.writer = new TableWriter(schemas, new FreeNames(folder), problems, remarks);
  }

  /**
   * @param folder the rule folder that the tables are for
   * @param lexicon the words of that folder
   */
  public static Imported of(RuleFile file, List<RuleFile> folder, Lexicon lexicon) {
    return new ClassicImport(folder, lexicon).read(file);
  }

  private Imported read(RuleFile file) {
    var rows = 0;
    var found = false;
    var sheets = ForeignSheets.read(file, problems);
    var unread = List.copyOf(problems);
    for (var sheet : sheets) {
      var tables = ClassicSheets.of(sheet, frame, problems, remarks);
      problems.addAll(sheet.problems());
      remarks.addAll(sheet.remarks());
      if (found && !tables.isEmpty()) {
        remarks.add(
            tables
                .getFirst()
                .problem(
                    tables.getFirst().row(),
                    "The classic tool reads the first sheet alone, unless it is told otherwise.",
                    "see that this one was in force."));
      }
      found |= !tables.isEmpty();
      for (var table : tables) {
        rows += table.rows().size();
        table(table);
      }
    }
    if (!found && !sheets.isEmpty()) {
      remarks.clear();
      problems.clear(); // words that look like a classic table's, in one that is none
      problems.addAll(unread);
      sheets.forEach(it -> problems.addAll(it.problems()));
      problems.add(
          new Problem(
              file.name(),
              null,
              "A1",
              null,
              "There is no RuleTable in this file.",
              "it is a table of ours already; put it into the folder."));
    }
    return new Imported(writer.files(), rows, writer.carried(), problems, remarks);
  }

  /** A row that says several things is a row in several tables. */
  private void table(ClassicTable table) {
    var rows = new RowReader(table, lexicon, conditions, problems).read(frame.receivers());
    var groups = new LinkedHashMap<String, List<TableWriter.Line>>();
    for (var row : rows) {
      for (var call : row.then()) {
        groups
            .computeIfAbsent(group(call), _ -> new ArrayList<>())
            .add(new TableWriter.Line(row, call));
      }
    }
    groups.values().forEach(it -> writer.write(table, it));
  }

  /** What is assigned decides who asks for it, and when. */
  private static String group(Call call) {
    return call.verb() == Verb.ASSIGN
        ? call.verb().word() + " " + call.arguments().getFirst()
        : call.verb().word();
  }
}
