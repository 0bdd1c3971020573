package travel.opslayer.decision.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.Terms;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.schema.Schema;
import travel.opslayer.decision.schema.Schema.Data;
import travel.opslayer.decision.schema.Schema.Rules;
import travel.opslayer.decision.schema.SchemaCheck;
import travel.opslayer.decision.schema.SchemaReader;
import travel.opslayer.facts.Parameters;
import travel.opslayer.facts.words.Phrase;

/**
 * All tables of a rule folder, understood by their schemas. Worth nothing while there are problems.
 *
 * @param lexicon for what else is written in the folder
 */
public record Tables(
    List<Rule> rules,
    Parameters parameters,
    List<Phrase> phrases,
    Lexicon lexicon,
    List<Problem> problems) {

  private static final String SCHEMAS = "_schema/";

  public static Tables read(List<RuleFile> files, Terms terms) {
    var problems = new ArrayList<Problem>();
    var schemas = new ArrayList<Schema>();
    for (var file : files) {
      if (file.name().startsWith(SCHEMAS)) {
        SchemaReader.read(file, problems).ifPresent(schemas::add);
      }
    }
    var lexicon = new Lexicon(terms, new Parameters(Map.of()));
    schemas.forEach(it -> SchemaCheck.fields(it, lexicon, problems));
    if (!problems.isEmpty()) {
      return new Tables(List.of(), new Parameters(Map.of()), List.of(), lexicon, problems);
    }
    var grids = new LinkedHashMap<Grid, Schema>();
    for (var file : files) {
      if (isTable(file)) {
        schema(file, schemas, problems)
            .ifPresent(schema -> grid(file, problems).ifPresent(it -> grids.put(it, schema)));
      }
    }
    return read(grids, terms, problems);
  }

  /** Parameters first, for the other tables name them. */
  private static Tables read(Map<Grid, Schema> grids, Terms terms, List<Problem> problems) {
    var data = new DataRows(new Lexicon(terms, new Parameters(Map.of())), problems);
    grids.forEach(
        (grid, schema) -> {
          switch (schema.sort()) {
            case Data.PARAMETERS -> data.readParameters(grid, schema);
            case Data.WORDS -> data.readWords(grid, schema);
            case Rules _ -> {}
          }
        });
    var lexicon = new Lexicon(terms, data.parameters());
    var readers = new LinkedHashMap<Schema, RuleRows>();
    var rules = new ArrayList<Rule>();
    grids.forEach(
        (grid, schema) -> {
          if (schema.sort() instanceof Rules sort) {
            var reader = readers.computeIfAbsent(schema, it -> new RuleRows(it, sort, lexicon));
            rules.addAll(reader.read(grid, title(grid, grids), problems));
          }
        });
    return new Tables(rules, data.parameters(), data.phrases(), lexicon, problems);
  }

  private static boolean isTable(RuleFile file) {
    var name = file.name().toLowerCase(Locale.ROOT);
    return !name.startsWith(SCHEMAS) && !name.endsWith(".drl");
  }

  private static Optional<Schema> schema(
      RuleFile file, List<Schema> schemas, List<Problem> problems) {
    var fitting = schemas.stream().filter(it -> it.fits(file.name())).toList();
    if (fitting.size() == 1) {
      return Optional.of(fitting.getFirst());
    }
    problems.add(
        fitting.isEmpty()
            ? new Problem(
                file.name(),
                null,
                "A1",
                null,
                "No table is called like this (%s).".formatted(file.name()),
                SchemaCheck.nearest(file.name(), schemas))
            : new Problem(
                file.name(),
                null,
                "A1",
                null,
                "Two schemas fit this table (%s and %s)."
                    .formatted(fitting.get(0).file(), fitting.get(1).file()),
                "change the table of one of them."));
    return Optional.empty();
  }

  private static Optional<Grid> grid(RuleFile file, List<Problem> problems) {
    var name = file.name().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".csv")) {
        return Optional.of(CsvGrid.read(file));
      }
      if (name.endsWith(".xlsx")) {
        return Optional.of(XlsxGrid.read(file));
      }
      throw new Unreadable(
          file.name(),
          "This kind of file (%s) is not read.".formatted(name.substring(name.lastIndexOf('.'))),
          "save it as an Excel workbook (.xlsx) or as 'CSV UTF-8'.");
    } catch (Unreadable e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  /** What rows are called by: the plain name of the file unless two folders have one. */
  private static String title(Grid grid, Map<Grid, Schema> grids) {
    var plain = plain(grid);
    return grids.keySet().stream().filter(it -> plain(it).equals(plain)).count() > 1
        ? grid.file()
        : plain;
  }

  private static String plain(Grid grid) {
    return grid.file().substring(grid.file().lastIndexOf('/') + 1);
  }
}
