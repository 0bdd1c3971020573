package travel.opslayer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/**
 * A folder of about 300 rules: those that ship and a table of permissions. Each save makes them
 * rules that there never were, and changes what customers are told who want nothing special.
 */
final class ChangingRules {

  /** So many answers take turns. */
  private static final int ANSWERS = 10;

  private static final int ROWS = 200;
  private static final String ANSWER = "reload/answer_";
  private static final String REPLY = "50-reply/reply.csv";
  private static final String MANY = "20-authorise/many.csv";
  private static final List<String> ACTIONS =
      List.of("enquire", "other_dates", "think", "answer_lead", "help", "greet", "not_understood");
  private static final List<String> ROLES =
      List.of("customer", "sales", "operations", "field", "manager");
  private static final List<String> STATES =
      List.of("new", "assigned", "qualified", "quoted", "won", "lost");

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
        - {title: Party, field: trip_party, compare: range, blank: any}
        - {title: Own, field: lead_own, compare: yes_no, blank: any}
        - {title: Open, field: office_open, compare: yes_no, blank: any}
      """;

  private final Path rules;
  private final Path templates;
  private final String reply;
  private final String many = table();

  /**
   * @param rules a copy of those that ship
   */
  ChangingRules(Path rules, Path templates) throws IOException {
    this.rules = rules;
    this.templates = templates;
    this.reply = Files.readString(rules.resolve(REPLY));
    Files.writeString(rules.resolve("_schema/many.yaml"), SCHEMA);
    Files.createDirectories(templates.resolve("reload"));
    for (var i = 0; i < ANSWERS; i++) {
      Files.writeString(templates.resolve(ANSWER + i + ".en.txt"), text(ANSWER + i));
    }
    save(0);
  }

  Path rules() {
    return rules;
  }

  Path templates() {
    return templates;
  }

  /** What the sender reads when this template answers; of those that ship nothing special. */
  static String text(String template) {
    return template.startsWith(ANSWER)
        ? "This is answer %s.".formatted(template.substring(ANSWER.length()))
        : "";
  }

  /** As editors do it: sometimes in place, sometimes a new file in the place of the old one. */
  void save(int number) throws IOException {
    var answered =
        reply.replaceAll(
            "(?m)^((?:help|greet|not_understood),no,.*,)help/\\w+",
            "$1" + ANSWER + number % ANSWERS);
    var added = "reload %d,answer_lead,sales,,>= %d,,\n".formatted(number, 1_000 + number);
    write(rules.resolve(REPLY), answered, number);
    write(rules.resolve(MANY), many + added, number);
  }

  private static void write(Path file, String text, int number) throws IOException {
    if (number % 2 == 0) {
      Files.writeString(file, text);
    } else {
      var draft = Files.writeString(file.resolveSibling("." + file.getFileName() + ".tmp"), text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static String table() {
    var random = new Random(ROWS);
    var table = new StringBuilder("Row,Action,Role,State,Party,Own,Open\n");
    var seen = new HashSet<String>();
    while (seen.size() < ROWS) { // a row that says the same as another is refused
      var row = row(random);
      if (seen.add(row)) {
        table.append("row ").append(seen.size()).append(row);
      }
    }
    return table.toString();
  }

  private static String row(Random random) {
    return String.join(
        ",",
        "",
        pick(ACTIONS, random),
        pick(ROLES, random), // never blank: no row is for everybody
        some(pick(STATES, random), random),
        some(">= " + (1 + random.nextInt(9)), random),
        some(random.nextBoolean() ? "yes" : "no", random),
        some(random.nextBoolean() ? "yes" : "no", random) + "\n");
  }

  private static String some(String cell, Random random) {
    return random.nextBoolean() ? cell : "";
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
