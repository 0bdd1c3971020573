package travel.opslayer.decision.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.drools.Office.file;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Release;
import travel.opslayer.facts.Situation;

/** Prints what a decision costs at 200 rows; asserts only that the work was done. */
class RuleBookSpeedTest {

  private static final int WINDOWS = 15;
  private static final int DECISIONS = 4_000;
  private static final List<String> ROLES = List.of("customer", "guide", "sales", "manager");
  private static final List<String> STATES = List.of("new", "open", "quoted", "closed");

  @Test
  void two_hundred_rows_are_decided_in_microseconds() {
    report("one word in each cell", table(false));
    report("lists in a third of the cells", table(true));
  }

  private static void report(String what, String table) {
    var start = System.nanoTime();
    var release = Office.release(Office.bareWith(file("20-authorise/many.csv", table)));
    var made = System.nanoTime() - start;
    var situations = situations();
    var windows = new long[WINDOWS];
    long hits = 0;
    for (var i = 0; i < WINDOWS; i++) {
      var from = cpu();
      hits += decide(release, situations);
      windows[i] = (cpu() - from) / DECISIONS;
    }
    Arrays.sort(windows);
    System.out.printf(
        Locale.ROOT,
        "%s: made in %d ms by the clock; median %.1f, best %.1f µs a decision, %.1f hits each%n",
        what,
        made / 1_000_000,
        windows[WINDOWS / 2] / 1_000.0,
        windows[0] / 1_000.0,
        (double) hits / WINDOWS / DECISIONS);
    assertThat(hits).isPositive();
  }

  private static long decide(Release release, List<Situation> situations) {
    long hits = 0;
    for (var i = 0; i < DECISIONS; i++) {
      hits += release.book().ask(Phase.DECIDE, situations.get(i % situations.size())).size();
    }
    return hits;
  }

  private static String table(boolean lists) {
    var random = new Random(7);
    var rows = new LinkedHashSet<String>();
    for (var i = 0; rows.size() < 200; i++) {
      rows.add(
          "%s,%s,%s,%s,P%d,%s"
              .formatted(
                  Office.TERMS.actions().get(i % 5),
                  word(ROLES, random, lists),
                  i % 3 == 0 ? "" : word(STATES, random, lists),
                  i % 4 == 0 ? "yes" : "",
                  rows.size() / 20,
                  i % 2 == 0 ? "" : Office.TERMS.actions().get(i % 5)));
    }
    return "Action,Role,Lead state,Own lead,Product,Wish\n" + String.join("\n", rows);
  }

  private static String word(List<String> words, Random random, boolean lists) {
    var one = words.get(random.nextInt(words.size()));
    var other = words.get(random.nextInt(words.size()));
    return lists && random.nextInt(3) == 0 ? one + "/" + other : one;
  }

  private static List<Situation> situations() {
    var random = new Random(11);
    var situations = new ArrayList<Situation>();
    for (var i = 0; i < 1_000; i++) {
      situations.add(
          Office.situation(
              "sender_role", ROLES.get(random.nextInt(4)),
              "lead_state", STATES.get(random.nextInt(4)),
              "lead_own", random.nextBoolean(),
              "product_code", "P" + random.nextInt(12),
              "wish_action", Office.TERMS.actions().get(random.nextInt(5)),
              "office_open", random.nextBoolean(),
              "party_size", (long) random.nextInt(12),
              "sender_language", "es"));
    }
    return situations;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
