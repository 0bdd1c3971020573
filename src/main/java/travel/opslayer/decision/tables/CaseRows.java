package travel.opslayer.decision.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.language.Case;
import travel.opslayer.decision.language.Case.Expected;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Origin;
import travel.opslayer.decision.language.Words;
import travel.opslayer.decision.schema.Column;
import travel.opslayer.decision.schema.Column.Argument;
import travel.opslayer.decision.schema.Column.Asked;
import travel.opslayer.decision.schema.Column.Datum;
import travel.opslayer.decision.schema.Column.Expects;
import travel.opslayer.decision.schema.Column.Given;
import travel.opslayer.decision.schema.Column.Named;
import travel.opslayer.decision.schema.Column.Note;
import travel.opslayer.decision.schema.Schema;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Situation;

/** Makes examples of the rows of tables of cases, in which any field may be a column. */
final class CaseRows {

  /** Each is tried at every reload, and somebody has to read them. */
  private static final int MOST = 2_000;

  private final Lexicon lexicon;
  private final Map<String, Words> narrower = new HashMap<>();
  private final List<Problem> problems;
  private final Map<String, Origin> names = new HashMap<>();
  private final List<Case> cases = new ArrayList<>();

  /**
   * @param schemas of the folder: a field whose words they narrow has no others here, for a slip of
   *     the hand would make an example of something that never comes
   */
  CaseRows(Lexicon lexicon, List<Schema> schemas, List<Problem> problems) {
    this.lexicon = lexicon;
    this.problems = problems;
    for (var schema : schemas) {
      for (var it : schema.columns()) {
        if (it instanceof Asked asked) {
          asked.words().ifPresent(words -> narrower.put(asked.field(), words));
        }
      }
    }
  }

  List<Case> cases() {
    return List.copyOf(cases);
  }

  void read(Grid grid, Schema schema) {
    for (var row : Layout.rows(grid, withFields(schema), problems)) {
      var before = problems.size();
      var read = read(row, schema);
      if (problems.size() == before) {
        cases.add(read);
      }
    }
    if (cases.size() > MOST) {
      problems.add(
          grid.problem(
              1,
              0,
              "There are too many cases in the folder (%d).".formatted(cases.size()),
              "keep those that say something new."));
    }
  }

  private Schema withFields(Schema schema) {
    var fields = lexicon.fields().stream().map(Given::of);
    var columns = Stream.<Column>concat(schema.columns().stream(), fields).toList();
    return new Schema(schema.file(), schema.table(), schema.sort(), columns);
  }

  private Case read(List<Cell> row, Schema schema) {
    var first = row.getFirst();
    var origin = Origin.row(first.grid().file(), first.grid().sheet(), first.row());
    var values = new LinkedHashMap<String, Object>();
    var expected = new ArrayList<Expected>();
    var name = "";
    for (var cell : row) {
      switch (cell.column()) {
        case Named _ -> name = name(cell, origin);
        case Given(var _, var field) ->
            value(cell, field).ifPresent(it -> values.put(field.name(), it));
        case Expects(var title, var part) ->
            ExpectCell.words(lexicon, cell, part)
                .map(it -> new Expected(part, title, cell.address(), cell.text(), it))
                .ifPresent(expected::add);
        case Asked _, Argument _, Datum _, Note _ -> {}
      }
    }
    if (isBlank(row, Given.class)) {
      first.refuse(
          "No fact is filled in, so this case is about nothing.",
          "give a column the name of a field, such as Sender role, and fill it in.");
    }
    if (isBlank(row, Expects.class)) {
      first.refuse("This case expects nothing.", "fill in one of: " + expectable(schema) + ".");
    }
    return new Case(name, origin, new Situation(values), expected);
  }

  private String name(Cell cell, Origin origin) {
    if (cell.isBlank()) {
      cell.refuseBlank();
    } else if (!RuleRows.NAME.matcher(cell.text()).matches()) {
      cell.refuse(
          "No case can be called (%s).".formatted(Lexicon.shorten(cell.text())),
          "use letters, digits and spaces.");
    } else {
      var first = names.putIfAbsent(cell.text().toLowerCase(Locale.ROOT), origin);
      if (first != null) {
        cell.refuse(
            "Another case is called (%s) too, at %s.".formatted(cell.text(), first),
            "rename one of them.");
      }
    }
    return cell.text();
  }

  private Optional<Object> value(Cell cell, Field field) {
    if (cell.isBlank()) {
      return Optional.empty();
    }
    return switch (field.type()) {
      case TEXT ->
          cell.value(
              lexicon.text(
                  field,
                  Optional.ofNullable(narrower.get(field.name())),
                  cell.title(),
                  cell.text()));
      case NUMBER -> cell.value(lexicon.number(cell.title(), cell.text()));
      case YES_NO ->
          cell.value(
              lexicon.resolved(
                  cell.title(),
                  cell.text(),
                  it -> cell.yesOrNo(it, "write yes or no, or leave it blank when nobody knows.")));
    };
  }

  private static boolean isBlank(List<Cell> row, Class<? extends Column> kind) {
    return row.stream().filter(it -> kind.isInstance(it.column())).allMatch(Cell::isBlank);
  }

  private static String expectable(Schema schema) {
    return String.join(
        ", ",
        schema.columns().stream().filter(Expects.class::isInstance).map(Column::title).toList());
  }
}
