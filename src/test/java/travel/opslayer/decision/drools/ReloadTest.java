package travel.opslayer.decision.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.drools.Office.file;
import static travel.opslayer.decision.drools.Office.situation;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.ReleaseMaker.Refused;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.RuleShelf;
import travel.opslayer.decision.Verdict.Assign;

@Isolated("the classes of the process are counted")
class ReloadTest {

  private final DroolsReleaseMaker maker = new DroolsReleaseMaker();

  /** What tests before have left behind loads classes too, but not in each of three rounds. */
  @Test
  void thirty_reloads_leave_no_classes_behind() {
    for (var i = 0; i < 12; i++) {
      make(owner("Owner " + i));
    }
    var left = Integer.MAX_VALUE;
    for (var round = 1; round <= 3 && left >= 200; round++) {
      var before = loadedClasses();
      for (var i = 0; i < 30; i++) {
        make(owner("Owner " + round + " " + i));
      }
      left = Math.min(left, loadedClasses() - before);
    }

    assertThat(left).isLessThan(200);
  }

  @Test
  void decisions_during_a_swap_are_all_of_one_release_or_the_other() throws Exception {
    var first = make(owner("Anita"));
    var second = make(owner("Deepak"));
    var shelf = new RuleShelf();
    shelf.put(first);
    var done = new AtomicBoolean();
    Callable<Integer> decide =
        () -> {
          var decisions = 0;
          while (!done.get() || decisions == 0) {
            var release = shelf.inForce();
            var owner = release == first ? "Anita" : "Deepak";
            var hits = release.book().ask(Phase.DECIDE, situation("sender_language", "fr"));
            assertThat(hits)
                .extracting(Hit::verdict)
                .filteredOn(Assign.class::isInstance)
                .containsExactly(new Assign("lead_owner", owner));
            decisions++;
          }
          return decisions;
        };

    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> running = new ArrayList<>();
      running.add(threads.submit(decide));
      running.add(threads.submit(decide));
      for (var i = 0; i < 200; i++) {
        shelf.put(i % 2 == 0 ? second : first);
        first.book().ask(Phase.DECIDE, situation("sender_language", "es"));
      }
      make(owner("Sarita"));
      done.set(true);
      for (var it : running) {
        assertThat(it.get()).isPositive();
      }
    }
  }

  private Release make(RuleFile changed) {
    return switch (maker.make(Office.filesWith(changed), Office.TERMS, Office.NOON)) {
      case Made(var release) -> release;
      case Refused(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static RuleFile owner(String name) {
    return file("40-actions/assign.csv", "Language,Product,Owner\nfr,,%s\n".formatted(name));
  }

  private static int loadedClasses() {
    System.gc();
    System.gc();
    return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
  }
}
