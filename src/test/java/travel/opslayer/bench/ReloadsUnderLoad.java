package travel.opslayer.bench;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import travel.opslayer.bench.ReloadReport.Period;
import travel.opslayer.bench.Stepper.Reload;
import travel.opslayer.database.embedded.LocalPostgres;

/**
 * A thousand saves of a folder of about 300 rules while people write all the time: whether every
 * message that was taken is answered once, whether every decision is what the rows of its release
 * say, what decisions take meanwhile, and what is left in memory. {@code bench.reloads}, {@code
 * bench.rate} (messages a second), {@code bench.warm} and {@code bench.seconds} (of quiet before
 * and after) say how much.
 */
public final class ReloadsUnderLoad {

  private static final int PEOPLE = 5_000;
  private static final int CONNECTIONS = 32;
  private static final int WINDOW = 100;

  private final int reloads = Integer.getInteger("bench.reloads", 1_000);
  private final int rate = Integer.getInteger("bench.rate", 80);
  private final int seconds = Integer.getInteger("bench.seconds", 20);
  private final int warm = Integer.getInteger("bench.warm", 30);
  private final Path folder;
  private final int port;
  private final Senders senders = new Senders(PEOPLE, Clock.systemUTC());
  private final Map<String, List<String>> sent = new ConcurrentHashMap<>();
  private final List<Reload> done = new ArrayList<>();
  private final List<Period> periods = new ArrayList<>();

  private ReloadsUnderLoad(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("opslayer-bench");
    try {
      new ReloadsUnderLoad(folder, Benchmark.freePort()).run();
    } finally {
      Benchmark.delete(folder);
    }
  }

  private void run() throws IOException, InterruptedException {
    try (var provider = new StandInProvider(this::heard);
        var postgres = LocalPostgres.start(Files.createDirectories(folder.resolve("server")))) {
      var setup = new Service.Setup(home(), folder, provider.url(), port, Benchmark.java());
      var rules = new ChangingRules(setup.rules(), setup.copy("templates"));
      load(setup, rules, postgres);
      var messages = senders.sent();
      var extra = senders.extra();
      try (var context = ApplicationContext.run(settings(setup, rules, postgres))) {
        new ReloadReport(done, periods, messages, extra).print(new RowCheck(context, sent));
      }
    }
  }

  private static Path home() {
    return Path.of("").toAbsolutePath();
  }

  private void heard(StandInProvider.Given message) {
    sent.computeIfAbsent(message.ours(), ignored -> new CopyOnWriteArrayList<>())
        .add(message.body());
    senders.heard(message.to());
  }

  private void load(Service.Setup setup, ChangingRules rules, LocalPostgres postgres)
      throws IOException, InterruptedException {
    var more = new HashMap<>(Benchmark.named(postgres));
    more.put("OPSLAYER_TEMPLATES", rules.templates().toString());
    try (var service = Stepper.start(setup, more)) {
      System.out.println("{\"rules\":%d}".formatted(service.rows()));
      var traffic = new Traffic(senders, port, Service.PATH);
      var on = new AtomicBoolean(true);
      var writing =
          Thread.ofPlatform().start(() -> traffic.open(CONNECTIONS, rate, ignored -> on.get()));
      quiet("warm-up", warm);
      quiet("before", seconds);
      try {
        reload(service, rules);
        quiet("after", seconds);
      } finally {
        on.set(false);
        writing.join();
      }
      traffic.drain();
    }
  }

  private void quiet(String label, int seconds) throws InterruptedException {
    var begin = Period.now(label);
    TimeUnit.SECONDS.sleep(seconds);
    periods.add(begin.over());
  }

  private void reload(Stepper service, ChangingRules rules) throws IOException {
    memory(service, 0);
    for (var i = 0; i < reloads; ) {
      var begin = Period.now("reloads to " + Math.min(reloads, i + WINDOW));
      do {
        rules.save(++i);
        done.add(service.reload());
      } while (i % WINDOW != 0 && i < reloads);
      periods.add(begin.over());
      memory(service, i);
    }
  }

  private static void memory(Stepper service, int reloads) throws IOException {
    System.out.println("{\"reloads\":%d,%s}".formatted(reloads, service.memory()));
  }

  /** For a house of the same rules and database in which nothing runs. */
  private static Map<String, Object> settings(
      Service.Setup setup, ChangingRules rules, LocalPostgres postgres) throws IOException {
    return Map.ofEntries(
        Map.entry("datasources.default.url", postgres.jdbcUrl()),
        Map.entry("datasources.default.username", postgres.username()),
        Map.entry("datasources.default.password", postgres.password()),
        Map.entry("opslayer.workers", "false"),
        Map.entry("opslayer.data", setup.folder().resolve("data").toString()),
        Map.entry("opslayer.rules", setup.rules().toString()),
        Map.entry("opslayer.templates", rules.templates().toString()),
        Map.entry("opslayer.demo", "true"),
        Map.entry("micronaut.server.port", "-1"),
        Map.entry("whatsapp.provider", "sandbox"));
  }
}
