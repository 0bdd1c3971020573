package travel.opslayer.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import travel.opslayer.database.embedded.LocalPostgres;

/**
 * Measures the packaged service from outside: messages a second, times, processor time, memory and
 * start, and on the same server what PostgreSQL alone does with the same statements. Settings are
 * system properties: {@code bench.seconds}, {@code bench.warm}, {@code bench.connections}, {@code
 * bench.java} (options of the service's JVM), {@code bench.only} (a word of the parts to run).
 */
public final class Benchmark {

  /** Nobody writes twice in a burst: what one person writes in a row may get one answer. */
  private static final int PEOPLE = 100_000;

  private static final List<String> STATUSES = List.of("sent", "delivered", "read");

  private final Path home = Path.of("").toAbsolutePath();
  private final Path folder;
  private final int port;
  private final int seconds = Integer.getInteger("bench.seconds", 20);
  private final int warm = Integer.getInteger("bench.warm", 30);
  private final int connections = Integer.getInteger("bench.connections", 16);
  private final String only = System.getProperty("bench.only", "start load burst limit");
  private final AtomicInteger given = new AtomicInteger();
  private final List<String> lines = new ArrayList<>();
  private final List<Measured> runs = new ArrayList<>();
  private Senders senders = new Senders(PEOPLE, Clock.systemUTC());

  private Benchmark(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("opslayer-bench");
    try {
      new Benchmark(folder, freePort()).run();
    } finally {
      delete(folder);
    }
  }

  private void run() throws IOException, InterruptedException {
    try (var provider = new StandInProvider(this::heard)) {
      if (only.contains("start")) {
        start("first start", "start", provider);
        start("start", "start", provider);
      }
      try (var postgres = LocalPostgres.start(Files.createDirectories(folder.resolve("server")))) {
        load(provider, postgres);
        if (only.contains("limit")) {
          limit(provider, postgres);
        }
      }
    }
    print();
  }

  private void heard(StandInProvider.Given message) {
    given.incrementAndGet();
    senders.heard(message.to());
  }

  /** With its own database in an empty folder, and then once more. */
  private void start(String label, String name, StandInProvider provider)
      throws IOException, InterruptedException {
    senders = new Senders(PEOPLE, Clock.systemUTC());
    try (var service = Service.start(setup(name, provider), Map.of())) {
      var accepted = service.firstAccepted(senders);
      var answered = service.firstAnswered(senders);
      line(
          "{\"run\":\"%s\",\"firstAcceptedMs\":%d,\"firstReplyMs\":%d}", label, accepted, answered);
    }
  }

  private void load(StandInProvider provider, LocalPostgres postgres)
      throws IOException, InterruptedException {
    senders = new Senders(PEOPLE, Clock.systemUTC());
    try (var service = Service.start(setup("load", provider), named(postgres))) {
      service.firstAccepted(senders);
      service.firstAnswered(senders);
      provider.reportTo(port, Service.PATH);
      var traffic = new Traffic(senders, port, Service.PATH);
      var meter = new Meter(senders, traffic, service.pid(), postgres.postmasterPid());
      meter.of("warm-up", () -> traffic.closed(connections, warm));
      if (only.contains("load")) {
        loads(provider, traffic, meter);
      }
      if (only.contains("burst")) {
        bursts(provider, traffic, meter, service.pid());
      }
    }
  }

  private void loads(StandInProvider provider, Traffic traffic, Meter meter) {
    var full = connections + " connections";
    keep(meter.of(full, () -> traffic.closed(connections, seconds)));
    keep(meter.of("200/s", () -> traffic.open(64, 200, seconds)));
    provider.report(STATUSES);
    keep(meter.of(full + ", three statuses", () -> reported(provider, traffic)));
    provider.report(List.of());
    provider.delay(100);
    keep(meter.of(full + ", provider 100 ms", () -> traffic.closed(connections, seconds)));
    provider.delay(0);
    keep(meter.of(full + " again", () -> traffic.closed(connections, seconds)));
  }

  private void reported(StandInProvider provider, Traffic traffic) {
    traffic.closed(connections, seconds);
    while (provider.waitingReports() > 0) {
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** What Meta sends of a busy number, and more than anybody ever sends. */
  private void bursts(StandInProvider provider, Traffic traffic, Meter meter, long pid) {
    provider.report(STATUSES);
    keep(meter.of("80/s and 240 statuses/s", () -> traffic.open(64, 80, 15 * seconds)));
    provider.report(List.of());
    var before = Machine.mebibytes(pid);
    keep(meter.of("burst of 100,000", () -> traffic.burst(64, PEOPLE)));
    line("{\"run\":\"memory\",\"beforeMiB\":%d,\"afterMiB\":%d}", before, Machine.mebibytes(pid));
  }

  /** The same statements, and nothing else. */
  private void limit(StandInProvider provider, LocalPostgres postgres)
      throws IOException, InterruptedException {
    var settings = settings(provider, postgres);
    try (var studio = new RecordingHouse(settings, given)) {
      for (var messages : List.of(1, 10, 50)) {
        var recording = studio.record(messages);
        var replay =
            new Replay(recording, postgres.jdbcUrl(), postgres.username(), postgres.password());
        replay.run(connections, 3);
        var before = Machine.secondsOfAll(postgres.postmasterPid());
        var start = System.nanoTime();
        var done = replay.run(connections, Math.min(10, seconds));
        var cpu = Machine.secondsOfAll(postgres.postmasterPid()) - before;
        line(
            "{\"run\":\"PostgreSQL alone, batches of %d\",\"perSecond\":%.0f,"
                + "\"postgresCpuMs\":%.3f,\"roundTrips\":%d}",
            messages,
            done / ((System.nanoTime() - start) / 1e9),
            cpu * 1000 / done,
            recording.trips());
      }
    }
  }

  private Map<String, Object> settings(StandInProvider provider, LocalPostgres postgres)
      throws IOException {
    return Map.ofEntries(
        Map.entry("datasources.default.url", postgres.jdbcUrl()),
        Map.entry("datasources.default.username", postgres.username()),
        Map.entry("datasources.default.password", postgres.password()),
        Map.entry("opslayer.data", folder.resolve("load/data").toString()),
        Map.entry("opslayer.rules", setup("load", provider).rules().toString()),
        Map.entry("opslayer.templates", home.resolve("templates").toString()),
        Map.entry("opslayer.demo", "true"),
        Map.entry("whatsapp.provider", "meta"),
        Map.entry("whatsapp.api-url", provider.url()),
        Map.entry("whatsapp.webhook-secret", MetaCalls.SECRET),
        Map.entry("whatsapp.access-token", "token"),
        Map.entry("whatsapp.phone-number-id", MetaCalls.NUMBER_ID),
        Map.entry("whatsapp.rate", "0"));
  }

  private Service.Setup setup(String name, StandInProvider provider) throws IOException {
    var own = Files.createDirectories(folder.resolve(name));
    return new Service.Setup(home, own, provider.url(), port, java());
  }

  static Map<String, String> named(LocalPostgres postgres) {
    return Map.of(
        "DATASOURCES_DEFAULT_URL", postgres.jdbcUrl(),
        "DATASOURCES_DEFAULT_USERNAME", postgres.username(),
        "DATASOURCES_DEFAULT_PASSWORD", postgres.password());
  }

  /** Options of the service's JVM. */
  static List<String> java() {
    var options = "-XX:+UseSerialGC -Xmx400m --sun-misc-unsafe-memory-access=allow";
    return List.of(System.getProperty("bench.java", options).split(" "));
  }

  private void keep(Measured run) {
    runs.add(run);
    System.out.println(run.json());
  }

  private void line(String format, Object... values) {
    var line = String.format(Locale.ROOT, format, values);
    lines.add(line);
    System.out.println(line);
  }

  private void print() {
    System.out.println();
    System.out.println(Measured.head());
    runs.forEach(it -> System.out.println(it.row()));
    System.out.println();
    lines.forEach(System.out::println);
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
