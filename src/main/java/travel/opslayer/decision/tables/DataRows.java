package travel.opslayer.decision.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Origin;
import travel.opslayer.decision.language.Reading;
import travel.opslayer.decision.language.Words;
import travel.opslayer.decision.schema.Column.Datum;
import travel.opslayer.decision.schema.Schema;
import travel.opslayer.facts.Parameters;
import travel.opslayer.facts.words.Meanings;
import travel.opslayer.facts.words.Phrase;

/** Reads the tables that are looked up: parameters and words. */
final class DataRows {

  private static final Pattern LANGUAGE = Pattern.compile(".*-([a-z]{2})\\.[a-z]+");
  private static final Pattern PARAMETER = Pattern.compile("P-[A-Z0-9_-]{1,40}");

  private final List<Problem> problems;
  private final Map<String, String> parameters = new HashMap<>();
  private final Map<String, Origin> places = new HashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final WishWords wishes = new WishWords();

  DataRows(List<Problem> problems) {
    this.problems = problems;
  }

  Parameters parameters() {
    return new Parameters(parameters);
  }

  /** The row of each parameter. */
  Map<String, Origin> places() {
    return places;
  }

  List<Phrase> phrases() {
    return List.copyOf(phrases);
  }

  /** What the words of all languages ask for. */
  WishWords wishes() {
    return wishes;
  }

  void readParameters(Grid grid, Schema schema) {
    for (var row : Layout.rows(grid, schema, problems)) {
      var values = values(row, Optional.empty());
      var name = values.getOrDefault("parameter", "").toUpperCase(Locale.ROOT);
      var cell = cell(row, "parameter");
      if (!name.isEmpty() && !PARAMETER.matcher(name).matches()) {
        cell.refuse(
            "A parameter cannot be called (%s).".formatted(Lexicon.shorten(name)),
            "P- and then letters, such as P-HOLD.");
      } else if (parameters.putIfAbsent(name, values.getOrDefault("value", "")) != null) {
        cell.refuse("Parameter (%s) is there twice.".formatted(name), "delete one of them.");
      } else if (Lexicon.isParameter(values.getOrDefault("value", ""))) {
        cell(row, "value")
            .refuse(
                "A parameter cannot stand for another (%s).".formatted(values.get("value")),
                "write its value.");
      } else {
        places.put(name, Origin.row(grid.file(), grid.sheet(), cell.row()));
        readable(row, name, values.getOrDefault("value", ""));
      }
    }
  }

  /** What is never understood would be left out without a word. */
  private static void readable(List<Cell> row, String name, String value) {
    Parameters.advice(name, value)
        .filter(it -> !value.isEmpty())
        .ifPresent(
            it ->
                cell(row, "value")
                    .refuse(
                        "The service cannot read %s (%s).".formatted(name, Lexicon.shorten(value)),
                        it));
  }

  void readWords(Grid grid, Schema schema, Lexicon lexicon) {
    var language = language(grid);
    if (!language.matches()) {
      problems.add(
          grid.problem(
              1,
              0,
              "The name of this file (%s) does not end in a language.".formatted(grid.file()),
              "call it words-en, words-es and so on."));
      return;
    }
    for (var row : Layout.rows(grid, schema, problems)) {
      var values = values(row, Optional.of(lexicon));
      var phrase = values.getOrDefault("phrase", "");
      var code = language.group(1);
      // These are read for colleagues alone, whatever the phrase says to everybody.
      var sort = values.getOrDefault("sort", "");
      var apart = Set.of("command", "tap").contains(sort) ? " " + sort + " " : " ";
      if (!phrase.isEmpty() && !seen.add(code + apart + phrase.toLowerCase(Locale.ROOT))) {
        cell(row, "phrase")
            .refuse(
                "Phrase (%s) is there twice.".formatted(Lexicon.shorten(phrase)),
                "delete one of them.");
      }
      understood(row, values);
      if (values.getOrDefault("sort", "").equals("wish") && values.containsKey("means")) {
        wishes.add(cell(row, "means"), values.getOrDefault("means", ""));
      }
      phrases.add(
          new Phrase(code, phrase, values.getOrDefault("sort", ""), means(row, values, lexicon)));
    }
  }

  /** What nobody understands would be the same as no row at all. */
  private static void understood(List<Cell> row, Map<String, String> values) {
    var sort = values.getOrDefault("sort", "");
    var cell = cell(row, "means");
    var means = values.getOrDefault("means", "");
    if (cell.isBlank() || !means.isEmpty()) {
      Meanings.advice(sort, means)
          .ifPresent(
              it ->
                  cell.refuse(
                      "%s (%s) says nothing for the sort %s."
                          .formatted(cell.title(), Lexicon.shorten(means), sort),
                      it));
    }
  }

  /** A phrase that stands for a choice names an action that there is, as we spell it. */
  private static String means(List<Cell> row, Map<String, String> values, Lexicon lexicon) {
    var means = values.getOrDefault("means", "");
    if (!values.getOrDefault("sort", "").equals("tap")) {
      return means;
    }
    var cell = cell(row, "means");
    if (means.isEmpty()) {
      cell.refuse("This phrase stands for no choice.", "write the action, such as call_crew.");
      return "";
    }
    return cell.value(lexicon.word(Words.Listed.ACTIONS, cell.title(), means))
        .map(Object::toString)
        .orElse("");
  }

  private static Matcher language(Grid grid) {
    return LANGUAGE.matcher(grid.file().toLowerCase(Locale.ROOT));
  }

  /**
   * By part; what is blank or wrong is left out.
   *
   * @param lexicon empty for parameters, whose names and values stand for themselves
   */
  private static Map<String, String> values(List<Cell> row, Optional<Lexicon> lexicon) {
    var values = new HashMap<String, String>();
    for (var cell : row) {
      if (cell.column() instanceof Datum it) {
        if (!cell.isBlank()) {
          cell.value(read(cell, it, lexicon))
              .ifPresent(word -> values.put(it.part(), word.toString()));
        } else if (!it.blank()) {
          cell.refuseBlank();
        }
      }
    }
    return values;
  }

  private static Reading read(Cell cell, Datum column, Optional<Lexicon> lexicon) {
    return lexicon
        .map(it -> it.word(column.words(), cell.title(), cell.text()))
        .orElseGet(() -> Lexicon.phrase(cell.title(), cell.text()));
  }

  private static Cell cell(List<Cell> row, String part) {
    return row.stream()
        .filter(it -> it.column() instanceof Datum d && d.part().equals(part))
        .findFirst()
        .orElse(row.getFirst());
  }
}
