package travel.opslayer.decision.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.decision.language.Words;
import travel.opslayer.decision.language.Words.Fixed;
import travel.opslayer.decision.language.Words.Free;
import travel.opslayer.decision.schema.Column.Argument;
import travel.opslayer.decision.schema.Column.Asked;
import travel.opslayer.decision.schema.Column.Compare;
import travel.opslayer.decision.schema.Column.Datum;
import travel.opslayer.decision.schema.Column.Named;
import travel.opslayer.decision.schema.Column.Note;

/** Reads one column of a schema; the key beside its title says what it is for. */
final class ColumnReader {

  private static final List<String> COMPARISONS = List.of("in", "range", "yes_no", "known");
  private static final List<String> PARTS =
      List.of("phrase", "sort", "means", "parameter", "value", "meaning");
  private static final List<String> WORDS =
      List.of(
          "actions",
          "templates",
          "timers",
          "audiences",
          "states",
          "names",
          "any text",
          "any phrase",
          "number",
          "duration");

  private ColumnReader() {}

  static Optional<Column> read(YamlNode node) {
    var title = node.text("title");
    var column = column(title, node);
    if (column.isEmpty()) {
      node.refuse(
          "Column (%s) does not say what it is for.".formatted(title),
          "add one of field, argument, into, name, note.");
    } else {
      node.refuseOthers();
    }
    return column;
  }

  private static Optional<Column> column(String title, YamlNode node) {
    if (node.has("field")) {
      return Optional.of(asked(title, node));
    }
    if (node.has("argument")) {
      return Optional.of(argument(title, node));
    }
    if (node.has("into")) {
      return Optional.of(datum(title, node));
    }
    if (node.has("name")) {
      node.optional("name");
      return Optional.of(new Named(title));
    }
    if (node.has("note")) {
      node.optional("note");
      return Optional.of(new Note(title));
    }
    return Optional.empty();
  }

  private static Asked asked(String title, YamlNode node) {
    var compare = node.choice("compare", COMPARISONS, "in").toUpperCase(Locale.ROOT);
    return new Asked(title, node.text("field"), Compare.valueOf(compare), blank(node), words(node));
  }

  private static Argument argument(String title, YamlNode node) {
    var position = node.choice("argument", List.of("1", "2"), null);
    return new Argument(title, Integer.parseInt(position), words(node));
  }

  private static Datum datum(String title, YamlNode node) {
    var part = node.choice("into", PARTS, null);
    return new Datum(title, part, words(node).orElse(Free.PHRASE), blank(node));
  }

  private static boolean blank(YamlNode node) {
    return node.choice("blank", List.of("any", "refused"), "refused").equals("any");
  }

  private static Optional<Words> words(YamlNode node) {
    return node.wordsOrList("words")
        .flatMap(
            it ->
                it instanceof List<?> list
                    ? Optional.of(new Fixed(list.stream().map(String::valueOf).toList()))
                    : named(String.valueOf(it), node));
  }

  private static Optional<Words> named(String name, YamlNode node) {
    var words = Words.named(name);
    if (words.isEmpty()) {
      node.refuse("There are no words (%s).".formatted(name), Nearest.advice(name, WORDS));
    }
    return words;
  }
}
