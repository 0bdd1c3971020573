package travel.opslayer.bench.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.drools.DroolsReleaseMaker;
import travel.opslayer.decision.rows.RowBook;
import travel.opslayer.decision.tables.Tables;
import travel.opslayer.facts.Situation;

/**
 * A thousand reloads of 300 rows while decisions are taken: how long a decision takes by the clock,
 * whether each is what the rows of its release say, and what is left in memory. {@code
 * bench.reloads} is another number of reloads.
 */
public final class ReloadBenchmark {

  private static final int ROWS = 300;
  private static final int RELOADS = Integer.getInteger("bench.reloads", 1_000);
  private static final List<Situation> SITUATIONS = ManyRows.situations(2_000);

  /** A release with the plain loop over the same rows, to check it by. */
  private record Pair(Release release, RowBook rows) {}

  /** What one thread has seen. */
  private static final class Decided {

    private final List<long[]> nanos = new ArrayList<>();
    private long decisions;
    private long wrong;
  }

  private ReloadBenchmark() {}

  public static void main(String[] args) throws InterruptedException {
    var maker = new DroolsReleaseMaker();
    var inForce = new AtomicReference<>(pair(maker, 0));
    var done = new AtomicBoolean();
    var decided = new Decided();
    var thread = Thread.ofPlatform().start(() -> decide(inForce, done, decided));
    for (var i = 1; i <= RELOADS; i++) {
      inForce.set(pair(maker, i));
      if (i == RELOADS / 10 || i == RELOADS) {
        System.out.println(memory(i));
      }
    }
    done.set(true);
    thread.join();
    System.out.println(line(decided));
  }

  /** Another table each time: the first row has another name and condition. */
  private static Pair pair(DroolsReleaseMaker maker, int number) {
    var files = new ArrayList<>(ManyRows.files(ROWS));
    var table = new String(files.getLast().bytes(), UTF_8);
    var changed = table + "reload %d,action_0,sales,,,>= %d,,\n".formatted(number, 100 + number);
    files.set(1, new RuleFile("20-authorise/many.csv", changed.getBytes(UTF_8)));
    var made = (Made) maker.make(files, ManyRows.TERMS, Instant.EPOCH);
    return new Pair(made.release(), new RowBook(Tables.read(files, ManyRows.TERMS).rules()));
  }

  private static void decide(AtomicReference<Pair> inForce, AtomicBoolean done, Decided decided) {
    var window = new long[10_000];
    for (var i = 0; !done.get(); i++) {
      var pair = Objects.requireNonNull(inForce.get());
      var situation = SITUATIONS.get(i % SITUATIONS.size());
      var from = System.nanoTime();
      var said = pair.release().book().ask(Phase.DECIDE, situation);
      window[i % window.length] = System.nanoTime() - from;
      decided.decisions++;
      if (i % 16 == 0 && !said.equals(pair.rows().ask(Phase.DECIDE, situation))) {
        decided.wrong++;
      }
      if (i % window.length == window.length - 1) {
        decided.nanos.add(percentiles(window));
      }
    }
  }

  /** Median, p99 and the longest of a window. */
  private static long[] percentiles(long[] window) {
    var sorted = window.clone();
    Arrays.sort(sorted);
    return new long[] {
      sorted[sorted.length / 2], sorted[sorted.length * 99 / 100], sorted[sorted.length - 1]
    };
  }

  private static String line(Decided decided) {
    return String.format(
        Locale.ROOT,
        "{\"reloads\":%d,\"decisions\":%d,\"wrong\":%d,\"medianUs\":%.1f,\"p99Us\":%.1f,"
            + "\"worstWindowP99Us\":%.1f,\"longestMs\":%.1f}",
        RELOADS,
        decided.decisions,
        decided.wrong,
        middle(decided, 0) / 1e3,
        middle(decided, 1) / 1e3,
        decided.nanos.stream().mapToLong(it -> it[1]).max().orElse(0) / 1e3,
        decided.nanos.stream().mapToLong(it -> it[2]).max().orElse(0) / 1e6);
  }

  private static double middle(Decided decided, int which) {
    var sorted = decided.nanos.stream().mapToLong(it -> it[which]).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static String memory(int reloads) {
    System.gc();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    MemoryUsage classes = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
    return "{\"reloads\":%d,\"heapMiB\":%d,\"outsideHeapMiB\":%d,\"classes\":%d}"
        .formatted(
            reloads,
            heap.getUsed() >> 20,
            classes.getUsed() >> 20,
            ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
  }
}
