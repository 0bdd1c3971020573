package travel.opslayer.decision.analysis;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.drools.Office.file;
import static travel.opslayer.decision.drools.Office.situation;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.drools.Office;
import travel.opslayer.decision.language.Written;
import travel.opslayer.decision.rows.RowBook;

/** Folders as large as they get; prints what looking costs. */
class ThousandRowsTest {

  private static final int TIMES = 15;
  private static final List<String> ACTIONS = Office.TERMS.actions();
  private static final List<String> ROLES = List.of("customer", "guide", "sales", "manager");
  private static final List<String> STATES = List.of("new", "open", "quoted", "closed");

  private static final RuleFile TOURS =
      file(
          "_schema/tours.yaml",
          """
          table: 30-transition/tours*
          phase: decide
          hit: unique
          verb: moveTo
          columns:
            - {title: Product, field: product_code}
            - {title: From, field: lead_state}
            - {title: Event, field: wish_action, words: actions}
            - {title: People, field: party_size, compare: range, blank: any}
            - {title: To, argument: 1}
          """);

  @Test
  void slips_that_were_planted_among_a_thousand_rows_are_found_and_nothing_else() {
    var written =
        Office.read(Office.bareWith(TOURS, permissions(), refusals(), transitions(), replies()));
    assertThat(written.problems()).isEmpty();
    assertThat(written.rules()).hasSize(1_000);

    measure("tables as people fill them", written);

    var findings = Analysis.of(written, Office.TERMS);
    assertThat(findings.errors())
        .extracting(ThousandRowsTest::beginning)
        .containsExactly("30-transition/tours.csv:A282: This row and row 2 can fire together");
    assertThat(findings.notes())
        .filteredOn(it -> it.file().matches("\\d.*"))
        .extracting(ThousandRowsTest::beginning)
        .containsExactly(
            "20-authorise/many.csv:A401: This row adds nothing",
            "50-reply/reply.csv:A302: This row never counts",
            "20-authorise/many.csv:A400: This permission (keep_quiet) never counts");
  }

  private static String beginning(Problem problem) {
    return "%s:%s: %s"
        .formatted(problem.file(), problem.cell(), problem.sentence().split("[:,]", -1)[0]);
  }

  @Test
  void of_a_thousand_rows_full_of_blanks_none_that_is_said_to_count_never_does() {
    var written = Office.read(Office.bareWith(blanks()));
    assertThat(written.problems()).isEmpty();
    assertThat(written.rules()).hasSize(1_000);

    measure("one table full of blanks", written);

    var idle =
        Analysis.of(written, Office.TERMS).notes().stream()
            .filter(it -> it.sentence().startsWith("This row never counts"))
            .map(it -> it.file() + "!" + String.valueOf(it.cell()).substring(1))
            .collect(toSet());
    assertThat(idle).hasSizeGreaterThan(100);
    var book = new RowBook(written.rules());
    var random = new Random(3);
    for (var i = 0; i < 20_000; i++) {
      var fired =
          book.ask(
              Phase.DECIDE,
              situation(
                  "wish_action", of(ACTIONS, random.nextInt(5)),
                  "sender_role", of(ROLES, random.nextInt(4)),
                  "departure_state", "D" + random.nextInt(102),
                  "office_open", random.nextBoolean(),
                  "lead_answered", random.nextBoolean(),
                  "lead_new", random.nextBoolean()));
      assertThat(fired).extracting(Hit::source).doesNotContainAnyElementsOf(idle);
    }
  }

  private static void measure(String what, Written written) {
    var times = new long[TIMES];
    for (var i = 0; i < TIMES; i++) {
      var start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Analysis.of(written, Office.TERMS);
      times[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
    var first = times[0];
    Arrays.sort(times);
    System.out.printf(
        "%s: 1,000 rows looked at in %d ms of CPU the first time, %d ms in the median%n",
        what, first / 1_000_000, times[TIMES / 2] / 1_000_000);
  }

  /** 400 rows, two of them planted: one refused always, one that adds nothing. */
  private static RuleFile permissions() {
    var rows = new ArrayList<String>();
    for (var i = 0; i < 398; i++) {
      var state = i % 3 == 0 ? "" : "\"new, " + of(STATES, 1 + i % 3) + "\"";
      var own = i % 5 == 0 ? "yes" : "";
      rows.add(
          "%s,%s,%s,%s,P%d,,".formatted(of(ACTIONS, i % 4), of(ROLES, i / 4), state, own, i / 16));
    }
    rows.add("keep_quiet,guide,open,,P1,,");
    rows.add("ask_price,customer,open,yes,P0,,");
    return table("20-authorise/many.csv", "Action,Role,Lead state,Own lead,Product,Wish,Why", rows);
  }

  /** 17 rows. */
  private static RuleFile refusals() {
    var rows = new ArrayList<String>();
    for (var i = 0; i < 16; i++) {
      rows.add("%s,%s,closed,refused/lead_closed".formatted(of(ACTIONS, i % 4), of(ROLES, i / 4)));
    }
    rows.add("keep_quiet,guide,,refused/not_yours");
    return table("20-authorise/forbid.csv", "Action,Role,Lead state,Reason", rows);
  }

  /** 281 rows, of which the last disagrees with two others. */
  private static RuleFile transitions() {
    var rows = new ArrayList<String>();
    for (var i = 0; i < 280; i++) {
      var state = i / 5;
      rows.add(
          "P%d,%s,%s,,%s"
              .formatted(i / 20, of(STATES, state), of(ACTIONS, i), of(STATES, state + 1)));
    }
    rows.add("P0,\"new, open\",ask_price,< 5,closed");
    return table("30-transition/tours.csv", "Product,From,Event,People,To", rows);
  }

  /** 302 rows, of which the last but one comes too late. */
  private static RuleFile replies() {
    var rows = new ArrayList<String>();
    for (var i = 0; i < 300; i++) {
      rows.add("%s,%s,D%d,,,,price/open".formatted(of(ACTIONS, i), of(ROLES, i / 5), i / 20));
    }
    rows.add("ask_price,customer,\"D0, D1\",,,,price/full");
    rows.add("ask_price,,,yes,,,office/closed");
    return table("50-reply/reply.csv", Looked.REPLY.strip(), rows);
  }

  /** Any cell may be blank; no two rows ask the same. */
  private static RuleFile blanks() {
    var random = new Random(5);
    var rows = new LinkedHashMap<String, String>();
    while (rows.size() < 1_000) {
      var asks =
          "%s,%s,%s,%s,%s,%s"
              .formatted(
                  random.nextInt(4) == 0 ? "" : of(ACTIONS, random.nextInt(5)),
                  random.nextInt(3) == 0 ? "" : of(ROLES, random.nextInt(4)),
                  random.nextInt(20) == 0 ? "" : "D" + random.nextInt(100),
                  of(List.of("yes", "no", ""), random.nextInt(3)),
                  of(List.of("yes", "no", ""), random.nextInt(3)),
                  of(List.of("yes", "no", ""), random.nextInt(3)));
      if (asks.matches(".*\\w.*")) {
        rows.put(asks, asks + ",price/open");
      }
    }
    return table("50-reply/reply.csv", Looked.REPLY.strip(), List.copyOf(rows.values()));
  }

  private static RuleFile table(String name, String titles, List<String> rows) {
    return file(name, titles + "\n" + String.join("\n", rows) + "\n");
  }

  private static String of(List<String> words, int number) {
    return words.get(number % words.size());
  }
}
