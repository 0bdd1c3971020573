package travel.opslayer.decision.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import travel.opslayer.decision.language.Case.Part;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Nearest;
import travel.opslayer.decision.language.Words;
import travel.opslayer.decision.language.Words.Fixed;
import travel.opslayer.decision.language.Words.Free;
import travel.opslayer.decision.schema.Column.Argument;
import travel.opslayer.decision.schema.Column.Asked;
import travel.opslayer.decision.schema.Column.Compare;
import travel.opslayer.decision.schema.Column.Datum;
import travel.opslayer.decision.schema.Column.Expects;
import travel.opslayer.decision.schema.Column.Named;
import travel.opslayer.decision.schema.Column.Note;

/** Reads one column of a schema; the key beside its title says what it is for. */
final class ColumnReader {

  private static final List<String> COMPARISONS =
      List.of("in", "range", "yes_no", "known", "date", "duration", "money");
  private static final List<String> PARTS =
      List.of(
          "phrase",
          "sort",
          "means",
          "parameter",
          "value",
          "meaning",
          "field",
          "word",
          "from",
          "hour",
          "who",
          "why",
          "role",
          "hours",
          "until");
  private static final List<String> EXPECTED =
      Stream.of(Part.values()).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
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
          "duration",
          "language");

  private static final Pattern TITLE = Pattern.compile("[\\p{L}\\p{M}\\p{N} _.,:?!()'&/+-]{0,60}");

  private ColumnReader() {}

  static Optional<Column> read(YamlNode node) {
    var title = node.text("title");
    if (!TITLE.matcher(title).matches()) {
      node.refuse(
          "No column can be called (%s).".formatted(Lexicon.shorten(title)),
          "use letters, digits and spaces, 60 at most.");
    }
    var column = column(title, node);
    if (column.isEmpty()) {
      node.refuse(
          "Column (%s) does not say what it is for.".formatted(title),
          "add one of field, argument, into, expect, name, note.");
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
    if (node.has("expect")) {
      var part = node.choice("expect", EXPECTED, null).toUpperCase(Locale.ROOT);
      return Optional.of(new Expects(title, Part.valueOf(part)));
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
    return new Asked(
        title,
        node.text("field"),
        Compare.valueOf(compare),
        blank(node),
        words(node),
        compare.equals("MONEY") ? Optional.of(node.text("currency")) : Optional.empty());
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
                    ? Optional.of(new Fixed(node.words("words", list)))
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
