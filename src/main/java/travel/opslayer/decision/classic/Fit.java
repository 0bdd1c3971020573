package travel.opslayer.decision.classic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.Condition;
import travel.opslayer.decision.language.Condition.All;
import travel.opslayer.decision.language.Condition.Any;
import travel.opslayer.decision.language.Condition.Compare;
import travel.opslayer.decision.language.Condition.Known;
import travel.opslayer.decision.language.Condition.NoneOf;
import travel.opslayer.decision.language.Condition.OneOf;
import travel.opslayer.decision.language.Condition.Operator;
import travel.opslayer.decision.language.Condition.Unknown;
import travel.opslayer.decision.language.Verb;
import travel.opslayer.decision.schema.Column.Argument;
import travel.opslayer.decision.schema.Column.Asked;
import travel.opslayer.decision.schema.Column.Named;
import travel.opslayer.decision.schema.Column.Note;
import travel.opslayer.decision.schema.Schema;
import travel.opslayer.decision.schema.Schema.Rules;
import travel.opslayer.facts.WishFact;

/**
 * What a row looks like in a table of a schema, or why it cannot stand there.
 *
 * @param cells by title
 * @param lack what the table has no place for; empty when the row fits
 */
record Fit(Map<String, String> cells, String lack) {

  private static final Set<Verb> OF_ACTIONS = Set.of(Verb.PERMIT, Verb.FORBID, Verb.REQUIRE);

  static Fit of(Schema schema, ClassicRow row, Call call) {
    var cells = new LinkedHashMap<String, String>();
    for (var it : byField(asked(schema, row, call)).entrySet()) {
      var lack = ask(schema, it.getKey(), it.getValue(), cells);
      if (lack.isPresent()) {
        return new Fit(Map.of(), lack.get());
      }
    }
    for (var column : schema.columns()) {
      if (column instanceof Asked it && !it.blank() && !cells.containsKey(it.title())) {
        return new Fit(Map.of(), "its column (%s) must not be blank".formatted(it.title()));
      }
      switch (column) {
        case Argument it -> cells.put(it.title(), call.arguments().get(it.position() - 1));
        case Named it when !row.name().isBlank() -> cells.put(it.title(), row.name());
        case Note it when hasNoNote(schema, cells) -> cells.put(it.title(), note(row));
        default -> {}
      }
    }
    return new Fit(cells, "");
  }

  private static boolean hasNoNote(Schema schema, Map<String, String> cells) {
    return schema.columns().stream()
        .noneMatch(it -> it instanceof Note && cells.containsKey(it.title()));
  }

  /**
   * Without the wish, when it is that of the action that is permitted or refused: such a word
   * counts for its own wish only, so that our tables do not ask for it.
   */
  static List<Condition> asked(Schema schema, ClassicRow row, Call call) {
    var own = new Compare(WishFact.FIELD, Operator.EQUAL, call.arguments().getFirst());
    var asks =
        schema.columns().stream()
            .anyMatch(it -> it instanceof Asked a && a.field().equals(WishFact.FIELD));
    return asks || !OF_ACTIONS.contains(call.verb()) || row.when().size() == 1
        ? row.when()
        : row.when().stream().filter(it -> !it.equals(own)).toList();
  }

  boolean isWhole() {
    return lack.isEmpty();
  }

  /** Whether the schema's rows can say this at all. */
  static boolean says(Schema schema, Call call) {
    return schema.sort() instanceof Rules rules
        && rules.verb() == call.verb()
        && rules.constants().entrySet().stream()
            .allMatch(it -> call.arguments().get(it.getKey() - 1).equals(it.getValue()));
  }

  private static Optional<String> ask(
      Schema schema, String field, List<Condition> conditions, Map<String, String> cells) {
    var columns =
        schema.columns().stream()
            .filter(Asked.class::isInstance)
            .map(Asked.class::cast)
            .filter(it -> it.field().equals(field))
            .toList();
    for (var it : columns) {
      var text = CellText.of(it, conditions);
      if (text.isPresent()) {
        cells.put(it.title(), text.get());
        return Optional.empty();
      }
    }
    if (field.isEmpty()) {
      return Optional.of("no column asks for two fields at once");
    }
    return Optional.of(
        columns.isEmpty()
            ? "no column asks for %s".formatted(field)
            : "its column (%s) cannot ask this of %s".formatted(columns.getFirst().title(), field));
  }

  private static Map<String, List<Condition>> byField(List<Condition> conditions) {
    var fields = new LinkedHashMap<String, List<Condition>>();
    conditions.forEach(it -> fields.computeIfAbsent(field(it), _ -> new ArrayList<>()).add(it));
    return fields;
  }

  /** Empty for a condition that asks several. */
  private static String field(Condition condition) {
    return switch (condition) {
      case Compare it -> it.field();
      case OneOf it -> it.field();
      case NoneOf it -> it.field();
      case Known it -> it.field();
      case Unknown it -> it.field();
      case All(var parts) -> field(parts);
      case Any(var parts) -> field(parts);
    };
  }

  private static String field(List<Condition> parts) {
    var fields = parts.stream().map(Fit::field).distinct().toList();
    return fields.size() == 1 ? fields.getFirst() : "";
  }

  /** Nothing checks a note, and it may be printed where signs such as ESC are commands. */
  private static String note(ClassicRow row) {
    var note =
        row.name().isBlank() || row.description().isBlank()
            ? row.name() + row.description()
            : row.name() + ": " + row.description();
    return note.replaceAll("\\p{Cntrl}+", " ");
  }
}
