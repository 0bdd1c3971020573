package travel.opslayer.decision.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import travel.opslayer.decision.Label;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Terms;
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
import travel.opslayer.decision.language.HitPolicy;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.decision.language.Origin;
import travel.opslayer.decision.language.Places;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Verb;
import travel.opslayer.decision.language.Written;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Field.Type;
import travel.opslayer.facts.Parameters;
import travel.opslayer.facts.Vocabulary;

/** Four fields, few values: so small that every situation can be tried, and rules by the dice. */
final class SmallWorld {

  private static final List<String> FIELDS = List.of("colour", "code", "size", "open");

  static final Terms TERMS =
      new Terms(
          new Vocabulary(
              List.of(
                  new Field("colour", Type.TEXT, List.of("red", "green", "blue"), ""),
                  new Field("code", Type.TEXT, List.of(), ""),
                  new Field("size", Type.NUMBER, List.of(), ""),
                  new Field("open", Type.YES_NO, List.of(), ""))),
          List.of("dance", "sing"),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Names.NONE);

  private final Random random;

  SmallWorld(long seed) {
    random = new Random(seed);
  }

  /** All there are, with each field unknown too, and with values that no rule names. */
  static List<Map<String, Object>> situations() {
    List<Map<String, Object>> all = List.of(Map.of());
    all = with(all, "colour", "red", "green", "blue", null);
    all = with(all, "code", "EBC", "ABC", "GKY", null);
    all = with(all, "size", -1L, 0L, 1L, 2L, 3L, 4L, 5L, 6L, null);
    return with(all, "open", true, false, null);
  }

  private static List<Map<String, Object>> with(
      List<Map<String, Object>> all, String field, @Nullable Object... values) {
    var more = new ArrayList<Map<String, Object>>();
    for (var situation : all) {
      for (var value : values) {
        var copy = new HashMap<>(situation);
        if (value != null) {
          copy.put(field, value);
        }
        more.add(copy);
      }
    }
    return more;
  }

  static Survey survey(List<Rule> rules) {
    var none = new Parameters(Map.of());
    var lexicon = new Lexicon(TERMS, none);
    return Survey.of(
        new Written(rules, none, List.of(), List.of(), lexicon, Places.NONE, Label.NONE, List.of()),
        TERMS);
  }

  /** A table of up to ten rows. */
  List<Rule> table(HitPolicy policy, Verb... verbs) {
    var rules = new ArrayList<Rule>();
    var rows = 2 + random.nextInt(9);
    for (var row = 2; row < 2 + rows; row++) {
      var verb = verbs[random.nextInt(verbs.length)];
      var call = new Call(verb, List.of(any("dance", "sing"), "refused/always"));
      var origin = Origin.row("dice.csv", null, row);
      var when = conditions();
      rules.add(new Rule("row " + row, origin, Phase.DECIDE, "dice", policy, when, List.of(call)));
    }
    return rules;
  }

  private List<Condition> conditions() {
    var conditions = new ArrayList<Condition>();
    for (var field : FIELDS) {
      if (random.nextInt(5) < 2) {
        conditions.add(random.nextInt(6) > 0 ? on(field) : bracket(1));
      }
    }
    return conditions;
  }

  private Condition bracket(int depth) {
    var parts = new ArrayList<Condition>();
    for (var i = 0; i < 2 + random.nextInt(2); i++) {
      parts.add(
          depth > 0 && random.nextInt(3) == 0
              ? bracket(depth - 1)
              : on(any("colour", "size", "open")));
    }
    return random.nextBoolean() ? new All(parts) : new Any(parts);
  }

  private Condition on(String field) {
    return switch (random.nextInt(7)) {
      case 0 -> new Known(field);
      case 1 -> new Unknown(field);
      case 2, 3 -> new OneOf(field, List.of(value(field), value(field)));
      case 4 -> new NoneOf(field, List.of(value(field), value(field)));
      default -> new Compare(field, operator(field), value(field));
    };
  }

  private Operator operator(String field) {
    var all = Operator.values();
    return all[random.nextInt(field.equals("size") ? all.length : 2)];
  }

  private Object value(String field) {
    return switch (field) {
      case "colour" -> any("red", "green", "blue");
      case "code" -> any("EBC", "ABC");
      case "size" -> (long) random.nextInt(6);
      default -> random.nextBoolean();
    };
  }

  private String any(String... words) {
    return words[random.nextInt(words.length)];
  }
}
