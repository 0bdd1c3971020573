package travel.opslayer.bench.rules;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import travel.opslayer.decision.Label;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.drools.DroolsReleaseMaker;
import travel.opslayer.decision.rows.Replay;
import travel.opslayer.decision.rows.RowBook;
import travel.opslayer.decision.tables.Tables;
import travel.opslayer.facts.Situation;

/**
 * What rules cost, by number of rows: to read, to compile, to ask (Drools, the plain loop, another
 * engine), to replay. CPU time of the thread, medians of windows; compiling by CPU time of the
 * process, for the JVM's compiler works beside it. One line of JSON for each size.
 */
public final class RuleBenchmark {

  private static final int WINDOWS = 21;
  private static final List<Situation> SITUATIONS = ManyRows.situations(2_000);

  private RuleBenchmark() {}

  public static void main(String[] args) {
    for (var rows : List.of(50, 200, 1_000, 5_000)) {
      System.out.println(size(rows));
    }
  }

  private static String size(int rows) {
    var files = ManyRows.files(rows);
    var first = process(() -> make(new DroolsReleaseMaker(), rows));
    var warm = process(() -> make(new DroolsReleaseMaker(), rows));
    var release = make(new DroolsReleaseMaker(), rows);
    var rules = Tables.read(files, ManyRows.TERMS).rules();
    var loop = new RowBook(rules);
    var easy = new EasyRules(rules);
    check(release, loop, easy);
    var decisions = rows > 1_000 ? 2_000 : 10_000;
    return String.format(
        Locale.ROOT,
        "{\"rows\":%d,\"readMs\":%.1f,\"firstReleaseMs\":%.0f,\"releaseMs\":%.0f,\"droolsUs\":%.2f,"
            + "\"rowsUs\":%.2f,\"easyRulesUs\":%.1f,\"replayUs\":%.2f}",
        rows,
        thread(5, () -> Tables.read(files, ManyRows.TERMS).rules().size()) / 1e6 / 5,
        first / 1e6,
        warm / 1e6,
        ask(decisions, it -> release.book().ask(Phase.DECIDE, it).size()),
        ask(decisions, it -> loop.ask(Phase.DECIDE, it).size()),
        ask(decisions / 20, it -> easy.ask(it).size()),
        replay(release, loop));
  }

  private static Release make(DroolsReleaseMaker maker, int rows) {
    return ((Made) maker.make(ManyRows.files(rows), ManyRows.TERMS, Instant.EPOCH)).release();
  }

  /** Nothing is measured that is not right. */
  private static void check(Release release, RowBook loop, EasyRules easy) {
    var hit = 0;
    for (var it : SITUATIONS.subList(0, 200)) {
      var said = release.book().ask(Phase.DECIDE, it);
      hit += said.isEmpty() ? 0 : 1;
      if (!said.equals(loop.ask(Phase.DECIDE, it)) || said.size() != easy.ask(it).size()) {
        throw new IllegalStateException("They disagree on " + it.values());
      }
    }
    if (hit < 50) {
      throw new IllegalStateException("Only %d of 200 situations meet a row.".formatted(hit));
    }
  }

  /** Microseconds a question. */
  private static double ask(int questions, ToIntFunction<Situation> engine) {
    return thread(
            questions,
            () -> {
              var said = 0;
              for (var i = 0; i < questions; i++) {
                said += engine.applyAsInt(SITUATIONS.get(i % SITUATIONS.size()));
              }
              return said;
            })
        / 1e3
        / questions;
  }

  /** Microseconds a decision that is taken again, by both releases. */
  private static double replay(Release then, RowBook now) {
    var candidate =
        new Release(
            "candidate",
            Instant.EPOCH,
            List.of(),
            then.vocabulary(),
            now,
            then.parameters(),
            then.phrases(),
            List.of(),
            Label.NONE);
    return thread(
            1,
            () -> {
              var replay = new Replay(candidate, it -> Optional.of(candidate), 10);
              for (var it : SITUATIONS) {
                replay.add(new Replay.Taken(new UUID(0, 0), "", it.values()));
              }
              return replay.decisions();
            })
        / 1e3
        / SITUATIONS.size();
  }

  /** Nanoseconds of this thread for one run; the median of several, after some to warm up. */
  private static double thread(int size, Supplier<Integer> work) {
    var clock = ManagementFactory.getThreadMXBean();
    var windows = new long[WINDOWS];
    var sum = 0L;
    for (var i = -WINDOWS; i < WINDOWS; i++) {
      var from = clock.getCurrentThreadCpuTime();
      for (var j = 0; j < (size == 5 ? 5 : 1); j++) {
        sum += work.get();
      }
      if (i >= 0) {
        windows[i] = clock.getCurrentThreadCpuTime() - from;
      }
    }
    if (sum == 0) {
      throw new IllegalStateException("Nothing was done.");
    }
    Arrays.sort(windows);
    return windows[WINDOWS / 2];
  }

  private static double process(Supplier<?> work) {
    var machine =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var from = machine.getProcessCpuTime();
    if (work.get() == null) {
      throw new IllegalStateException("Nothing was made.");
    }
    return machine.getProcessCpuTime() - from;
  }
}
