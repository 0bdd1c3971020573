package travel.opslayer.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.Micronaut;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import travel.opslayer.Application;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.RuleShelf;

/**
 * The whole service, with all its workers, which beside its look a second looks at the rule folder
 * when it reads {@code reload}. It answers when other rules are in force; {@code memory} collects
 * garbage first. It ends when nobody can ask any more.
 */
public final class SteppedService {

  /** What its answers begin with; everything else that it prints is its log. */
  static final String ANSWER = "bench ";

  private static final Clock CLOCK = Clock.systemUTC();

  private final RuleFolder folder;
  private final RuleShelf shelf;

  private SteppedService(ApplicationContext context) {
    this.folder = context.getBean(RuleFolder.class);
    this.shelf = context.getBean(RuleShelf.class);
  }

  public static void main(String[] args) throws IOException {
    try (var context = Micronaut.run(Application.class, args)) {
      new SteppedService(context).serve();
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
    }
    System.exit(0); // some threads are no daemons
  }

  private void serve() throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var answer =
          switch (line) {
            case "rows" -> rows();
            case "reload" -> reload();
            case "memory" -> memory();
            default -> throw new IllegalArgumentException("Nobody knows (%s).".formatted(line));
          };
      System.out.println(ANSWER + answer);
    }
  }

  /** How many rules there are, once there are any. */
  private String rows() {
    while (!shelf.isFilled()) {
      requireWell();
      pause();
    }
    return shelf.inForce().hash() + ' ' + shelf.inForce().book().size();
  }

  /** Two looks that see the same, as ever, but not a second apart. */
  private String reload() {
    var before = shelf.inForce().hash();
    var begin = CLOCK.instant();
    var end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (shelf.inForce().hash().equals(before)) {
      folder.runOnce();
      requireWell();
      if (System.nanoTime() > end) {
        throw new IllegalStateException("The saved rules are not seen.");
      }
    }
    return shelf.inForce().hash() + ' ' + begin + ' ' + CLOCK.instant();
  }

  private void requireWell() {
    if (!shelf.problems().isEmpty()) {
      throw new IllegalStateException("The rules are not taken: " + shelf.problems());
    }
  }

  private static String memory() {
    System.gc();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    var classes = ManagementFactory.getClassLoadingMXBean();
    var metaspace =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(it -> it.getName().equals("Metaspace"))
            .mapToLong(it -> it.getUsage().getUsed())
            .sum();
    return "\"heapKiB\":%d,\"metaspaceKiB\":%d,\"classes\":%d,\"unloaded\":%d"
        .formatted(
            heap >> 10,
            metaspace >> 10,
            classes.getLoadedClassCount(),
            classes.getUnloadedClassCount());
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
