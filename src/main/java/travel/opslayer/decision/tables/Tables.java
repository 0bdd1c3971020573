package travel.opslayer.decision.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import travel.opslayer.decision.Label;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.Terms;
import travel.opslayer.decision.language.Case;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Places;
import travel.opslayer.decision.language.Places.Title;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Scale;
import travel.opslayer.decision.schema.Column.Asked;
import travel.opslayer.decision.schema.Column.Compare;
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
 * @param places how its authors call what is in them
 * @param label what they say about the folder as a whole
 */
public record Tables(
    List<Rule> rules,
    Parameters parameters,
    List<Phrase> phrases,
    List<Case> cases,
    Lexicon lexicon,
    Places places,
    Label label,
    List<Problem> problems) {

  private static final String SCHEMAS = "_schema/";

  public static Tables read(List<RuleFile> files, Terms terms) {
    var problems = new ArrayList<Problem>();
    var schemas = new ArrayList<Schema>();
    for (var file : files) {
      if (file.name().toLowerCase(Locale.ROOT).startsWith(SCHEMAS)) {
        SchemaReader.read(file, problems).ifPresent(schemas::add);
      }
    }
    var lexicon = new Lexicon(terms, new Parameters(Map.of()));
    schemas.forEach(it -> SchemaCheck.fields(it, lexicon, problems));
    var scales = SchemaCheck.scales(schemas, problems);
    if (!problems.isEmpty()) {
      var none = new Parameters(Map.of());
      return new Tables(
          List.of(), none, List.of(), List.of(), lexicon, Places.NONE, Label.NONE, problems);
    }
    var grids = new LinkedHashMap<Grid, Schema>();
    for (var file : files) {
      if (isTable(file)) {
        schema(file, schemas, problems)
            .ifPresent(
                schema -> grid(file, schema, problems).ifPresent(it -> grids.put(it, schema)));
      }
    }
    return read(grids, schemas, scales, terms, problems);
  }

  /** Added words and parameters first, for the other tables name them. */
  private static Tables read(
      Map<Grid, Schema> grids,
      List<Schema> schemas,
      Map<String, Scale> scales,
      Terms shipped,
      List<Problem> problems) {
    var terms = shipped.with(VocabularyRows.of(grids, shipped, problems));
    var data = new DataRows(problems);
    grids.forEach(
        (grid, schema) -> {
          if (schema.sort() == Data.PARAMETERS) {
            data.readParameters(grid, schema);
          }
        });
    var lexicon = new Lexicon(terms, data.parameters(), scales);
    grids.forEach(
        (grid, schema) -> {
          if (schema.sort() == Data.WORDS) {
            data.readWords(grid, schema, lexicon);
          }
        });
    var rules = rules(grids, lexicon, data.wishes(), problems);
    var cases = new CaseRows(lexicon, schemas, problems);
    grids.forEach(
        (grid, schema) -> {
          if (schema.sort() == Data.CASES) {
            cases.read(grid, schema);
          }
        });
    var rota = RotaRows.of(grids, lexicon, problems);
    return new Tables(
        rules,
        new Parameters(data.parameters().values(), rota),
        data.phrases(),
        cases.cases(),
        lexicon,
        new Places(titles(grids.values()), data.places()),
        LabelRow.of(grids, problems),
        problems);
  }

  private static List<Rule> rules(
      Map<Grid, Schema> grids, Lexicon lexicon, WishWords wishes, List<Problem> problems) {
    var readers = new LinkedHashMap<Schema, RuleRows>();
    var rules = new ArrayList<Rule>();
    grids.forEach(
        (grid, schema) -> {
          if (schema.sort() instanceof Rules sort) {
            var reader = readers.computeIfAbsent(schema, it -> new RuleRows(it, sort, lexicon));
            rules.addAll(reader.read(grid, title(grid, grids), problems));
          }
        });
    wishes.check(rules, problems);
    return rules;
  }

  /** Where two columns ask the same field, the first one that asks for a value. */
  private static Map<String, Map<String, Title>> titles(Collection<Schema> schemas) {
    var titles = new HashMap<String, Map<String, Title>>();
    for (var schema : schemas) {
      var ofTable = titles.computeIfAbsent(schema.table(), it -> new HashMap<>());
      for (var column : schema.columns()) {
        if (column instanceof Asked it) {
          var title = new Title(it.title(), it.compare() == Compare.KNOWN);
          ofTable.merge(it.field(), title, (one, two) -> one.whetherKnown() ? two : one);
        }
      }
    }
    return titles;
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

  private static Optional<Grid> grid(RuleFile file, Schema schema, List<Problem> problems) {
    var name = file.name().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".csv")) {
        return Optional.of(CsvGrid.read(file));
      }
      if (name.endsWith(".xlsx")) {
        return Optional.of(XlsxGrid.read(file, schema::hasDays));
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
