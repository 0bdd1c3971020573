package travel.opslayer.decision.classic;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.classic.ColumnKind.Weight;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.tables.ForeignSheet;

/** What stands around the tables of a file: names with values, and what nobody reads. */
final class Frame {

  /** By name, what it cost to leave them out; with an empty text nothing. */
  private static final Map<String, String> NAMES =
      Map.of(
          "ruleset", "",
          "escapequotes", "",
          "numericdisabled", "",
          "ignorenumericformat", "",
          "worksheet", "",
          "sequentialmaxpriority", "",
          "functions", "Functions are not carried over (%s).",
          "queries", "Queries are not carried over (%s).",
          "declare", "Types are not declared in rules (%s).",
          "unit", "Rules stand in no unit (%s).");

  private static final String NO_PROGRAM =
      "rules are no programs; ask for a fact, or have one made.";

  private final Set<String> receivers = new HashSet<>(Set.of("decision"));

  /** Names of the variable that rules say their words to. */
  Set<String> receivers() {
    return Set.copyOf(receivers);
  }

  boolean isProperty(ForeignSheet sheet, int row) {
    return IntStream.range(0, sheet.width(row))
        .mapToObj(it -> sheet.text(row, it))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .filter(it -> isName(key(it)))
        .isPresent();
  }

  private static boolean isName(String key) {
    return NAMES.containsKey(key)
        || Set.of("import", "variables", "sequential").contains(key)
        || isAttribute(key);
  }

  /** The whole word only: any text begins with some letter. */
  private static boolean isAttribute(String key) {
    return key.equals("salience")
        || Arrays.stream(ColumnKind.values())
            .filter(it -> it.weight() == Weight.ORDER || it.weight() == Weight.TIME)
            .anyMatch(it -> it.word().equals(key.toUpperCase(Locale.ROOT)));
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  void read(ForeignSheet sheet, int row, List<Problem> problems, List<Problem> remarks) {
    for (var i = 0; i < sheet.width(row); i++) {
      var text = sheet.text(row, i);
      if (!text.isEmpty() && isName(key(text))) {
        var value = value(sheet, row, i + 1);
        property(new Place(sheet, row, i), key(text), value, problems, remarks);
        return;
      }
      if (!text.isEmpty()) {
        remarks.add(
            new Place(sheet, row, i)
                .problem("This text is not carried over (%s).".formatted(shown(text)), ""));
      }
    }
  }

  private static String value(ForeignSheet sheet, int row, int from) {
    return IntStream.range(from, sheet.width(row))
        .mapToObj(it -> sheet.text(row, it))
        .filter(it -> !it.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void property(
      Place place, String key, String value, List<Problem> problems, List<Problem> remarks) {
    switch (key) {
      case "import" -> imported(place, value, problems, remarks);
      case "variables" -> variables(place, value, problems);
      case "sequential" -> {
        if (value.equalsIgnoreCase("true")) {
          remarks.add(
              place.problem(
                  "Sequential is not carried over: rules of ours have no order, but for tables"
                      + " in which the uppermost row counts.",
                  ""));
        }
      }
      case String it when isAttribute(it) ->
          problems.add(
              place.problem(
                  "%s (%s) of all rules is not carried over."
                      .formatted(it.toUpperCase(Locale.ROOT), shown(value)),
                  "see that the rows may hold without it."));
      default -> {
        var sentence = NAMES.getOrDefault(key, "");
        if (!sentence.isEmpty() && !value.isEmpty()) {
          problems.add(place.problem(sentence.formatted(shown(value)), NO_PROGRAM));
        }
      }
    }
  }

  private static void imported(
      Place place, String value, List<Problem> problems, List<Problem> remarks) {
    if (value.matches("(?s).*\\b(?:static|function|accumulate)\\b.*")) {
      problems.add(
          place.problem(
              "Functions are not carried over (%s).".formatted(shown(value)), NO_PROGRAM));
    } else if (!value.isEmpty()) {
      remarks.add(
          place.problem(
              "Import is not needed (%s): rules know Situation and decision."
                  .formatted(shown(value)),
              ""));
    }
  }

  private void variables(Place place, String value, List<Problem> problems) {
    for (var it : value.split(",")) {
      var parts = it.strip().split("\\s+");
      var name = parts[parts.length - 1];
      if (parts.length == 2 && (name.equals("decision") || parts[0].endsWith("Decision"))) {
        receivers.add(name);
      } else if (!it.isBlank()) {
        problems.add(
            place.problem("Variables are not carried over (%s).".formatted(shown(it)), NO_PROGRAM));
      }
    }
  }

  private static String shown(String text) {
    return Lexicon.shorten(text);
  }

  private record Place(ForeignSheet sheet, int row, int column) {

    Problem problem(String sentence, String advice) {
      return sheet.grid().problem(row, column, sentence, advice);
    }
  }
}
