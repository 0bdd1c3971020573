package travel.opslayer.decision.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.Terms;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.decision.schema.Column.Datum;
import travel.opslayer.decision.schema.Schema;
import travel.opslayer.decision.schema.Schema.Data;
import travel.opslayer.facts.Field;

/** Reads the words that a company adds to those that ship: its own roles and states. */
final class VocabularyRows {

  /** Fields that can be listed in one sentence. */
  private static final int FEW = 10;

  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{1,39}");

  /** What cells say beside words. */
  private static final Pattern MEANS_MORE =
      Pattern.compile("not(?:_.*)?|none|null|any|all|or|and|yes|no|true|false");

  private final List<Field> open;
  private final List<String> audiences;
  private final List<Problem> problems;
  private final Map<String, List<String>> added = new LinkedHashMap<>();

  private VocabularyRows(Terms terms, List<Problem> problems) {
    this.open = terms.fields().fields().stream().filter(Field::open).toList();
    this.audiences = terms.audiences().stream().filter(it -> !isWord(terms, it)).toList();
    this.problems = problems;
  }

  /** By name of the field. */
  static Map<String, List<String>> of(
      Map<Grid, Schema> grids, Terms terms, List<Problem> problems) {
    var rows = new VocabularyRows(terms, problems);
    grids.forEach(
        (grid, schema) -> {
          if (schema.sort() == Data.VOCABULARY) {
            Layout.rows(grid, schema, problems).forEach(rows::read);
          }
        });
    return rows.added;
  }

  private void read(List<Cell> row) {
    Field field = null;
    for (var cell : row) {
      if (cell.column() instanceof Datum it && it.part().equals("field")) {
        field = field(cell);
      } else if (cell.column() instanceof Datum it && it.part().equals("word") && field != null) {
        word(cell, field);
      }
    }
  }

  private @org.jspecify.annotations.Nullable Field field(Cell cell) {
    var names = open.stream().map(Field::name).toList();
    var name = Nearest.same(cell.text(), names);
    if (name.isEmpty()) {
      cell.refuse(
          "No words can be added to this field (%s).".formatted(Lexicon.shorten(cell.text())),
          Nearest.meant(cell.text(), names).isPresent() || names.size() <= FEW
              ? Nearest.advice(cell.text(), names)
              : "take a field whose words are in italics in docs/rules.md.");
      return null;
    }
    return open.stream().filter(it -> it.name().equals(name.get())).findFirst().orElse(null);
  }

  private static boolean isWord(Terms terms, String word) {
    return terms.fields().fields().stream().anyMatch(it -> it.words().contains(word));
  }

  private void word(Cell cell, Field field) {
    var words = added.computeIfAbsent(field.name(), ignored -> new ArrayList<>());
    if (cell.isBlank()) {
      cell.refuseBlank();
    } else if (!WORD.matcher(cell.text()).matches()) {
      cell.refuse(
          "A word of rules cannot be written like this (%s)."
              .formatted(Lexicon.shorten(cell.text())),
          "use small letters, digits and _, such as on_hold.");
    } else if (MEANS_MORE.matcher(cell.text()).matches() || audiences.contains(cell.text())) {
      cell.refuse(
          "Word (%s) says something already in a table.".formatted(cell.text()),
          "call it otherwise.");
    } else if (Nearest.same(cell.text(), field.words()).isPresent()
        || Nearest.same(cell.text(), words).isPresent()) {
      cell.refuse("Word (%s) is there already.".formatted(cell.text()), "delete this row.");
    } else {
      words.add(cell.text());
    }
  }
}
