package travel.opslayer.decision.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Origin;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Verb;
import travel.opslayer.decision.schema.Column.Argument;
import travel.opslayer.decision.schema.Column.Asked;
import travel.opslayer.decision.schema.Column.Datum;
import travel.opslayer.decision.schema.Column.Expects;
import travel.opslayer.decision.schema.Column.Given;
import travel.opslayer.decision.schema.Column.Named;
import travel.opslayer.decision.schema.Column.Note;
import travel.opslayer.decision.schema.Schema;
import travel.opslayer.decision.schema.Schema.Rules;

/** Makes rules of the rows of one table, which may lie in several files. */
final class RuleRows {

  /** What a rule can be called, and an example too. */
  static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} _.:,()'/+-]{1,120}");

  private final Schema schema;
  private final Rules sort;
  private final Lexicon lexicon;
  private final Map<Says, Origin> said = new HashMap<>();
  private final Map<List<Condition>, Origin> asked = new HashMap<>();

  RuleRows(Schema schema, Rules sort, Lexicon lexicon) {
    this.schema = schema;
    this.sort = sort;
    this.lexicon = lexicon;
  }

  /**
   * @param title what rows are called by, with their number
   */
  List<Rule> read(Grid grid, String title, List<Problem> problems) {
    var rules = new ArrayList<Rule>();
    for (var row : Layout.rows(grid, schema, problems)) {
      var before = problems.size();
      var rule = rule(row, title);
      if (problems.size() == before) {
        refuseRepeated(rule, problems);
        rules.add(rule);
      }
    }
    return rules;
  }

  private Rule rule(List<Cell> row, String title) {
    var first = row.getFirst();
    var conditions = new ArrayList<Condition>();
    var arguments = new HashMap<>(sort.constants());
    var name = title + " row " + first.row();
    for (var cell : row) {
      switch (cell.column()) {
        case Asked it -> ConditionCell.read(lexicon, cell, it).ifPresent(conditions::add);
        case Argument it ->
            argument(cell, it).ifPresent(word -> arguments.put(it.position(), word));
        case Named _ -> name = name(cell);
        case Datum _, Note _, Expects _, Given _ -> {}
      }
    }
    row.forEach(it -> refuseValue(it, arguments));
    var blank = row.stream().filter(it -> it.column() instanceof Asked).allMatch(Cell::isBlank);
    if (blank && !sort.everybody()) {
      first.refuse(
          "No condition is filled in, so this row would be for everybody.",
          "fill in at least one.");
    }
    var origin = Origin.row(first.grid().file(), first.grid().sheet(), first.row());
    var call = new Call(sort.verb(), arguments(arguments));
    return new Rule(
        name, origin, sort.phase(), schema.table(), sort.policy(), conditions, List.of(call));
  }

  private List<String> arguments(Map<Integer, String> byPosition) {
    var arguments = new ArrayList<String>();
    for (var i = 1; i <= sort.verb().arguments().size(); i++) {
      arguments.add(byPosition.getOrDefault(i, ""));
    }
    return arguments;
  }

  private Optional<String> argument(Cell cell, Argument column) {
    if (cell.isBlank()) {
      cell.refuseBlank();
      return Optional.empty();
    }
    var taken = sort.verb().arguments().get(column.position() - 1);
    var narrower = column.words().orElse(taken);
    return cell.value(lexicon.word(narrower, cell.title(), cell.text()))
        .flatMap(it -> cell.value(lexicon.word(taken, cell.title(), it.toString())))
        .map(Object::toString);
  }

  /** What a name may be set to is known when both are. */
  private void refuseValue(Cell cell, Map<Integer, String> arguments) {
    if (sort.verb() == Verb.ASSIGN
        && cell.column() instanceof Argument it
        && it.position() == 2
        && arguments.keySet().containsAll(List.of(1, 2))) {
      cell.value(
          lexicon.word(
              lexicon.next(sort.verb(), List.of(arguments.get(1))), cell.title(), cell.text()));
    }
  }

  private static String name(Cell cell) {
    if (cell.isBlank()) {
      cell.refuseBlank();
    } else if (!NAME.matcher(cell.text()).matches()) {
      cell.refuse(
          "No rule can be called (%s).".formatted(Lexicon.shorten(cell.text())),
          "use letters, digits and spaces.");
    }
    return cell.text();
  }

  /** Rows that change nothing are slips of the hand: the author meant something else. */
  private void refuseRepeated(Rule rule, List<Problem> problems) {
    var twin = said.putIfAbsent(new Says(rule.when(), rule.then()), rule.origin());
    var same = asked.putIfAbsent(rule.when(), rule.origin());
    if (twin != null) {
      problems.add(
          rule.origin()
              .problem(
                  "This row says the same as row %d of %s.".formatted(twin.number(), twin.file()),
                  "delete one of them."));
    } else if (same != null && sort.policy() != HitPolicy.COLLECT) {
      problems.add(
          rule.origin()
              .problem(
                  "This row asks the same as row %d of %s, and only one can count."
                      .formatted(same.number(), same.file()),
                  "delete one of them or change what it asks."));
    }
  }

  private record Says(List<Condition> when, List<Call> then) {}
}
