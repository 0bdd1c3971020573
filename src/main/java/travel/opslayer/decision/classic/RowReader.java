package travel.opslayer.decision.classic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.classic.ClassicTable.Column;
import travel.opslayer.decision.classic.ColumnKind.Weight;
import travel.opslayer.decision.classic.snippets.Ask;
import travel.opslayer.decision.classic.snippets.Conditions;
import travel.opslayer.decision.classic.snippets.NotCarried;
import travel.opslayer.decision.classic.snippets.Say;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Nearest;

/** Reads the rows of one classic table; a row is carried over whole, or not at all and told. */
final class RowReader {

  private static final int MOST_PROBLEMS = 300;

  /** A cell may stand in a snippet a thousand times, so that a long one becomes a gigabyte. */
  private static final int LONGEST = 2_000;

  /** Of what one row asks and says; with snippets that repeat themselves it would be millions. */
  private static final int MOST_PARTS = 200;

  private final ClassicTable table;
  private final Lexicon lexicon;
  private final Conditions conditions;
  private final List<Problem> problems;
  private final Map<Column, Ask> asks = new HashMap<>();
  private final Map<Column, List<Say>> says = new HashMap<>();
  private final Set<Column> lost = new HashSet<>();

  RowReader(ClassicTable table, Lexicon lexicon, Conditions conditions, List<Problem> problems) {
    this.table = table;
    this.lexicon = lexicon;
    this.conditions = conditions;
    this.problems = problems;
  }

  List<ClassicRow> read(Set<String> receivers) {
    table.columns().stream().filter(this::isUsed).forEach(it -> understand(it, receivers));
    var rows = new ArrayList<ClassicRow>();
    for (var row : table.rows()) {
      if (problems.size() >= MOST_PROBLEMS) {
        problems.add(
            table.problem(
                row,
                "There are more mistakes than can be told, so this row and those below it are not"
                    + " read.",
                "mend these first and import again."));
        break;
      }
      if (isWhole(row)) {
        read(row, rows);
      }
    }
    return rows;
  }

  private boolean isUsed(Column column) {
    return table.rows().stream().anyMatch(it -> !table.text(it, column).isEmpty());
  }

  private void understand(Column column, Set<String> receivers) {
    try {
      if (column.kind().isEmpty()) {
        lost.add(column);
        problems.add(
            table.problem(
                table.row() + 1,
                column.index(),
                "There is no kind of column (%s).".formatted(Lexicon.shorten(column.typed())),
                Nearest.advice(column.typed(), ColumnKind.words())));
      } else if (column.is(ColumnKind.CONDITION)) {
        var ask = Ask.of(column.pattern(), column.snippet());
        conditions.check(ask);
        asks.put(column, ask);
      } else if (column.is(ColumnKind.ACTION)) {
        says.put(column, Say.of(column.pattern(), column.snippet(), receivers));
      } else {
        attribute(column, column.kind().get());
      }
    } catch (NotCarried e) {
      lost.add(column);
      problems.add(table.problem(table.snippets(), column.index(), e.sentence(), e.advice()));
    }
  }

  private void attribute(Column column, ColumnKind kind) {
    if (kind.weight() == Weight.ORDER) {
      problems.add(
          table.problem(
              table.row() + 1,
              column.index(),
              "%s is not carried over; the rows are, without it.".formatted(kind.word()),
              "see that they may hold without it: rules of ours are asked together."));
    } else if (kind.weight() == Weight.TIME) {
      lost.add(column);
      problems.add(
          table.problem(
              table.row() + 1,
              column.index(),
              "%s cannot be asked: rules of ours hold at any time.".formatted(kind.word()),
              "ask for a fact such as office_open, or take the rows in and out by hand."));
    }
  }

  /** Whether no cell of it lies in a column that is lost, or is itself something else. */
  private boolean isWhole(int row) {
    for (var i = 0; i < table.sheet().width(row); i++) {
      var index = i;
      var column = table.columns().stream().filter(it -> it.index() == index).findFirst();
      if (table.sheet().isRefused(row, i)) {
        return false; // why is told with the sheet
      }
      if (column.filter(lost::contains).isPresent() && !table.sheet().text(row, i).isEmpty()) {
        var shown = column.map(Column::shown).orElse("");
        problems.add(
            table.problem(
                row,
                i,
                "This row is not carried over, for its column (%s) is not."
                    .formatted(Lexicon.shorten(shown)),
                ""));
        return false;
      }
    }
    return true;
  }

  private void read(int row, List<ClassicRow> rows) {
    var when = new ArrayList<Condition>();
    var then = new ArrayList<Call>();
    var before = problems.size();
    for (var column : table.columns()) {
      readCell(row, column, when, then);
    }
    if (when.size() + then.size() > MOST_PARTS) {
      problems.add(
          table.problem(
              row, "This row asks and says more than 200 things.", "make several rows of it."));
    }
    if (problems.size() > before) {
      return;
    }
    if (then.isEmpty()) {
      problems.add(
          table.problem(row, "This row does nothing.", "delete it, or fill in an action."));
      return;
    }
    rows.add(
        new ClassicRow(
            row, words(row, ColumnKind.NAME), words(row, ColumnKind.DESCRIPTION), when, then));
  }

  private void readCell(int row, Column column, List<Condition> when, List<Call> then) {
    var cell = table.text(row, column);
    if (cell.length() > LONGEST) {
      problems.add(
          table.problem(
              row,
              column.index(),
              "This cell holds more than 2,000 letters.",
              "make several rows of it."));
    } else if (!cell.isEmpty() && when.size() + then.size() <= MOST_PARTS) {
      try {
        fill(column, cell, when, then);
      } catch (NotCarried e) {
        problems.add(table.problem(row, column.index(), e.sentence(), e.advice()));
      }
    }
  }

  private void fill(Column column, String cell, List<Condition> when, List<Call> then)
      throws NotCarried {
    if (asks.get(column) instanceof Ask ask) {
      add(conditions.filled(ask, cell, column.shown()), when);
    }
    for (var it : says.getOrDefault(column, List.of())) {
      then.add(it.filled(cell, column.shown(), lexicon));
    }
  }

  private static void add(Condition condition, List<Condition> when) {
    if (condition instanceof All(var parts)) {
      parts.forEach(it -> add(it, when));
    } else if (when.size() <= MOST_PARTS && !when.contains(condition)) {
      when.add(condition);
    }
  }

  private String words(int row, ColumnKind kind) {
    return table.columns().stream()
        .filter(it -> it.is(kind))
        .map(it -> table.text(row, it))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse("");
  }
}
