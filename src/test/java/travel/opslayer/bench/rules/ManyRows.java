package travel.opslayer.bench.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import travel.opslayer.decision.Names;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.Terms;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Field.Type;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.Vocabulary;

/** A table of permissions with six conditions a row, and situations of which most meet some row. */
final class ManyRows {

  private static final List<String> ROLES =
      List.of("customer", "sales", "operations", "field", "manager");
  private static final List<String> STATES =
      List.of("new", "assigned", "qualified", "quoted", "won", "lost");
  private static final List<String> PRODUCTS =
      IntStream.range(0, 12).mapToObj("P%d"::formatted).toList();
  private static final List<String> ACTIONS =
      IntStream.range(0, 20).mapToObj("action_%d"::formatted).toList();

  static final Terms TERMS =
      new Terms(
          new Vocabulary(
              List.of(
                  field("sender_role", Type.TEXT, ROLES),
                  field("lead_state", Type.TEXT, STATES),
                  field("product_code", Type.TEXT, PRODUCTS),
                  field("trip_party", Type.NUMBER, List.of()),
                  field("lead_own", Type.YES_NO, List.of()),
                  field("office_open", Type.YES_NO, List.of()),
                  field("wish_action", Type.TEXT, ACTIONS))),
          ACTIONS,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Names.NONE);

  private static final String SCHEMA =
      """
      table: 20-authorise/many*
      phase: decide
      hit: collect
      verb: permit
      columns:
        - {title: Row, name: true}
        - {title: Action, argument: 1}
        - {title: Role, field: sender_role, blank: any}
        - {title: State, field: lead_state, blank: any}
        - {title: Product, field: product_code, blank: any}
        - {title: Party, field: trip_party, compare: range, blank: any}
        - {title: Own, field: lead_own, compare: yes_no, blank: any}
        - {title: Open, field: office_open, compare: yes_no, blank: any}
      """;

  private ManyRows() {}

  private static Field field(String name, Type type, List<String> words) {
    return new Field(name, type, words, name, false, false);
  }

  static List<RuleFile> files(int rows) {
    var random = new Random(rows);
    var table = new StringBuilder("Row,Action,Role,State,Product,Party,Own,Open\n");
    var seen = new HashSet<String>();
    while (seen.size() < rows) { // a row that says the same as another is refused
      var row = row(random);
      if (seen.add(row)) {
        table.append("row ").append(seen.size()).append(row);
      }
    }
    return List.of(
        new RuleFile("_schema/many.yaml", SCHEMA.getBytes(UTF_8)),
        new RuleFile("20-authorise/many.csv", table.toString().getBytes(UTF_8)));
  }

  private static String row(Random random) {
    return String.join(
        ",",
        "",
        pick(ACTIONS, random),
        pick(ROLES, random), // never blank: no row is for everybody
        some(20, pick(STATES, random), random),
        some(30, pick(PRODUCTS, random), random),
        some(50, ">= " + (1 + random.nextInt(9)), random),
        some(50, random.nextBoolean() ? "yes" : "no", random),
        some(40, random.nextBoolean() ? "yes" : "no", random) + "\n");
  }

  static List<Situation> situations(int count) {
    var random = new Random(7);
    var all = new ArrayList<Situation>();
    for (var i = 0; i < count; i++) {
      var values = new HashMap<String, Object>();
      values.put("sender_role", pick(ROLES, random));
      values.put("lead_state", pick(STATES, random));
      values.put("product_code", pick(PRODUCTS, random));
      values.put("trip_party", (long) (1 + random.nextInt(12)));
      values.put("lead_own", random.nextBoolean());
      values.put("office_open", random.nextBoolean());
      values.put("wish_action", pick(ACTIONS, random));
      all.add(new Situation(values));
    }
    return all;
  }

  private static String some(int blankPercent, String cell, Random random) {
    return random.nextInt(100) < blankPercent ? "" : cell;
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
