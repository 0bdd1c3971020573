package travel.opslayer.decision.classic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Verb;
import travel.opslayer.decision.schema.Column;
import travel.opslayer.decision.schema.Schema;
import travel.opslayer.decision.schema.Schema.Rules;
import travel.opslayer.decision.tables.NewTable;

/** Finds a place for the rows of a classic table: the schema that fits most, or a rule by hand. */
final class TableWriter {

  private final List<Schema> schemas;
  private final FreeNames names;
  private final List<Problem> problems;
  private final List<Problem> remarks;
  private final List<RuleFile> files = new ArrayList<>();
  private final Set<Object> carried = new HashSet<>();

  TableWriter(
      List<Schema> schemas, FreeNames names, List<Problem> problems, List<Problem> remarks) {
    this.schemas = schemas;
    this.names = names;
    this.problems = problems;
    this.remarks = remarks;
  }

  /** One thing that a row says. */
  record Line(ClassicRow row, Call call) {}

  private record Place(Object table, int row) {}

  List<RuleFile> files() {
    return files;
  }

  /** How many rows stand in the files. */
  int carried() {
    return carried.size();
  }

  /**
   * @param lines that say the same kind of thing
   */
  void write(ClassicTable table, List<Line> lines) {
    var schema = schema(lines);
    var known = known(table, lines, schema);
    if (known.isEmpty()) {
      return;
    }
    known.forEach(it -> carried.add(new Place(table, it.row().number())));
    var inTable = schema.map(it -> fitting(it, known)).orElse(List.of());
    var name = inTable.isEmpty() ? Optional.<String>empty() : name(table, schema);
    var byHand = new ArrayList<>(known);
    if (schema.isPresent() && name.isPresent()) {
      byHand.removeAll(inTable);
      table(table, schema.get(), name.get(), inTable);
    }
    if (!byHand.isEmpty()) {
      byHand(table, schema, byHand);
    }
  }

  private Optional<String> name(ClassicTable table, Optional<Schema> schema) {
    return schema.flatMap(it -> names.table(it.table(), title(table)));
  }

  private Optional<Schema> schema(List<Line> lines) {
    return schemas.stream()
        .filter(it -> Fit.says(it, lines.getFirst().call()))
        .max(
            Comparator.<Schema>comparingLong(it -> fits(it, lines))
                .thenComparing(it -> -it.table().length()) // the general one has the shortest name
                .thenComparing(it -> -it.columns().size()));
  }

  private static long fits(Schema schema, List<Line> lines) {
    return lines.stream().filter(it -> Fit.of(schema, it.row(), it.call()).isWhole()).count();
  }

  /** In a table in which one row counts, none can stand elsewhere. */
  private static List<Line> fitting(Schema schema, List<Line> lines) {
    var fitting =
        lines.stream().filter(it -> Fit.of(schema, it.row(), it.call()).isWhole()).toList();
    var all = schema.sort() instanceof Rules rules && rules.policy() != HitPolicy.COLLECT;
    return all && fitting.size() < lines.size() ? List.of() : fitting;
  }

  /** Without those for everybody, where nothing is for everybody, and without twins. */
  private List<Line> known(ClassicTable table, List<Line> lines, Optional<Schema> schema) {
    var everybody =
        schema.filter(it -> it.sort() instanceof Rules rules && rules.everybody()).isPresent();
    var known = new LinkedHashMap<Object, Line>();
    for (var it : lines) {
      var row = it.row().number();
      if (it.row().when().isEmpty() && !everybody) {
        problems.add(
            table.problem(
                row,
                "No condition is filled in: the classic tool does '%s' for everybody."
                    .formatted(it.call().verb().word()),
                "fill in at least one."));
      } else {
        if (it.row().when().isEmpty()) {
          remarks.add(table.problem(row, "No condition is filled in: it is for everybody.", ""));
        }
        var twin = known.putIfAbsent(List.of(it.row().when(), it.call()), it);
        if (twin != null) {
          remarks.add(
              table.problem(
                  row, "This row says the same as row %d.".formatted(twin.row().number()), ""));
          carried.add(new Place(table, row));
        }
      }
    }
    return List.copyOf(known.values());
  }

  private void table(ClassicTable table, Schema schema, String name, List<Line> lines) {
    var rows = new ArrayList<Map<String, String>>();
    for (var it : lines) {
      var cells = new LinkedHashMap<>(Fit.of(schema, it.row(), it.call()).cells());
      for (var column : schema.columns()) {
        if (column instanceof Column.Named(var title)) {
          cells.put(title, names.rule(wanted(table, it.row())));
        }
      }
      rows.add(cells);
    }
    files.add(NewTable.of(name, schema.columns().stream().map(Column::title).toList(), rows));
    if (schema.sort() instanceof Rules rules && rules.policy() == HitPolicy.FIRST) {
      remarks.add(
          table.problem(
              table.row(),
              ("In %s the uppermost row that fits counts, and the tables before it come first;"
                      + " the classic tool takes all.")
                  .formatted(name),
              "look at their order."));
    }
    tellNames(table, schema, name, lines);
    if (lines.stream()
        .anyMatch(it -> !Fit.asked(schema, it.row(), it.call()).equals(it.row().when()))) {
      remarks.add(
          table.problem(
              table.row(),
              "In %s the wish is left out where it is the action: a row counts for its own wish."
                  .formatted(name),
              ""));
    }
  }

  private void tellNames(ClassicTable table, Schema schema, String name, List<Line> lines) {
    var hasRoom =
        schema.columns().stream()
            .anyMatch(it -> it instanceof Column.Note || it instanceof Column.Named);
    var named =
        lines.stream()
            .filter(it -> !it.row().name().isBlank() || !it.row().description().isBlank())
            .count();
    if (!hasRoom && named > 0) {
      remarks.add(
          table.problem(
              table.row(),
              "%s has no column for names and descriptions of rows, and here are %d."
                  .formatted(name, named),
              ""));
    }
  }

  private void byHand(ClassicTable table, Optional<Schema> schema, List<Line> lines) {
    var name = names.byHand(folder(schema, lines.getFirst().call().verb()), title(table));
    var rules = new ArrayList<ByHand.Named>();
    var why = new LinkedHashMap<String, List<Line>>();
    for (var it : lines) {
      var row = it.row();
      var source = "row %d of %s".formatted(row.number(), sheet(table));
      rules.add(new ByHand.Named(names.rule(wanted(table, row)), source, row, it.call()));
      var lack =
          schema
              .map(found -> Fit.of(found, row, it.call()))
              .map(fit -> fit.isWhole() ? "" : fit.lack())
              .orElse("no table says %s".formatted(it.call().verb().word()));
      why.computeIfAbsent(lack, _ -> new ArrayList<>()).add(it);
    }
    files.add(ByHand.file(name, rules));
    if (why.size() > 1 || (why.containsKey("") && !schema.isPresent())) {
      why.remove("");
    }
    why.forEach(
        (lack, of) ->
            remarks.add(
                table.problem(
                    of.getFirst().row().number(),
                    "%s in %s, for %s."
                        .formatted(
                            of.size() == 1 ? "This row stands" : of.size() + " rows stand",
                            name,
                            lack.isEmpty()
                                ? "the table that they would be is there already"
                                : lack),
                    "")));
  }

  private static String folder(Optional<Schema> schema, Verb verb) {
    return schema
        .map(Schema::table)
        .filter(it -> it.contains("/"))
        .map(it -> it.substring(0, it.lastIndexOf('/')))
        .orElse(
            switch (verb) {
              case PERMIT, FORBID, REQUIRE -> "20-authorise";
              case MOVE_TO, MOVE -> "30-transition";
              case NOTIFY, SCHEDULE, ASSIGN -> "40-actions";
              case REPLY -> "50-reply";
            });
  }

  private static String wanted(ClassicTable table, ClassicRow row) {
    return row.name().isBlank()
        ? "%s row %d".formatted(sheet(table), row.number())
        : Lexicon.shorten(row.name());
  }

  private static String sheet(ClassicTable table) {
    var sheet = table.sheet().grid().sheet();
    var file = table.sheet().grid().file();
    return ByHand.plain(sheet == null ? file.substring(file.lastIndexOf('/') + 1) : sheet);
  }

  private static String title(ClassicTable table) {
    return table.name().isBlank() ? sheet(table).replaceFirst("\\.[a-z]+$", "") : table.name();
  }
}
