package travel.opslayer;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import travel.opslayer.database.TestPostgres;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.inbox.InboxWorker;
import travel.opslayer.media.file.MediaWorker;
import travel.opslayer.operations.Broadcasting;
import travel.opslayer.operations.EndedTrips;
import travel.opslayer.operations.FreedSeats;
import travel.opslayer.operations.NearTrips;
import travel.opslayer.outbox.OutboxWorker;
import travel.opslayer.outbox.StatusWorker;
import travel.opslayer.payment.till.PaymentWorker;
import travel.opslayer.pipeline.LastRules;
import travel.opslayer.pipeline.OtherNodes;
import travel.opslayer.time.ServiceClock;
import travel.opslayer.worker.Wake;

/**
 * The whole service in a test: a fresh database, the demo tenant, the rules and texts that ship, a
 * clock that stands still at the demo's start until it is moved, workers stepped by hand.
 */
public final class House implements AutoCloseable {

  public static final String SECRET = "the secret of the house";
  public static final String NUMBER_ID = "220011003300";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path folder = HouseFiles.folder();
  private final Map<String, Object> properties = new HashMap<>(TestPostgres.properties());
  private final Connection database;
  private ApplicationContext context;

  private House(boolean patient, Map<String, Object> more) {
    HouseFiles.copyTo(folder, patient);
    properties.put("opslayer.workers", "false");
    properties.put("opslayer.demo", "true");
    properties.put("opslayer.still-clock", "true");
    properties.put("opslayer.rules", folder.resolve("rules").toString());
    properties.put("opslayer.templates", folder.resolve("templates").toString());
    properties.put("opslayer.data", folder.resolve("data").toString());
    properties.put("opslayer.keys", folder.resolve("keys.json").toString());
    properties.put("micronaut.server.port", "-1");
    properties.putAll(more);
    database = connect();
    context = open();
  }

  /** On the sandbox, waiting for nobody's next bubble. */
  public static House sandbox() {
    return new House(false, Map.of());
  }

  /** With settings of its own; {@code patient} waits for bubbles as the rules that ship say. */
  public static House with(boolean patient, Map<String, Object> more) {
    return new House(patient, more);
  }

  /** At Meta, whose API this stands in for. */
  public static House meta(Provider provider) {
    return new House(false, metaSettings(provider.address()));
  }

  public static Map<String, Object> metaSettings(URI address) {
    return Map.of(
        "whatsapp.provider",
        "meta",
        "whatsapp.phone-number-id",
        NUMBER_ID,
        "whatsapp.webhook-secret",
        SECRET,
        "whatsapp.verify-token",
        "the word",
        "whatsapp.access-token",
        "token",
        "whatsapp.api-url",
        address.toString());
  }

  private ApplicationContext open() {
    var opened = ApplicationContext.run(properties);
    opened.getBean(LastRules.class).holdBack();
    opened.getBean(OtherNodes.class).join();
    opened.getBean(RuleFolder.class).load();
    return opened;
  }

  /** The process ends and another one starts on the same database, at the same time. */
  public void restart() {
    var now = now();
    context.close();
    context = open();
    moveTo(now);
  }

  /** Saves an edited rule file; {@link RuleFolder#load} brings it into force. */
  public void rule(String file, String what, String with) {
    HouseFiles.edit(folder, file, what, with);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public Instant now() {
    return bean(ServiceClock.class).instant();
  }

  public void moveTo(Instant time) {
    bean(ServiceClock.class).moveTo(time);
  }

  public void move(Duration ahead) {
    moveTo(now().plus(ahead));
  }

  public URI address() {
    var server = bean(EmbeddedServer.class);
    return server.isRunning() ? server.getURI() : server.start().getURI();
  }

  public HttpResponse<String> get(String path) {
    return call(HttpRequest.newBuilder(address().resolve(path)));
  }

  /** The headers are name, value, name, value. */
  public HttpResponse<String> post(String path, byte[] body, String... headers) {
    var request = HttpRequest.newBuilder(address().resolve(path));
    for (var i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return call(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private static HttpResponse<String> call(HttpRequest.Builder request) {
    try {
      return HTTP.send(
          request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What Meta would post, signed as Meta signs it; the status that it gets. */
  public int webhook(String body) {
    var bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var signature = MetaWebhook.signature(SECRET, bytes);
    return post("/api/whatsapp/webhook", bytes, "X-Hub-Signature-256", signature).statusCode();
  }

  /** A customer writes by Meta, now. */
  public void hears(String from, String id, String text) {
    var status = webhook(MetaWebhook.text(from, id, now(), text));
    if (status != 200) {
      throw new IllegalStateException("The webhook answered " + status);
    }
  }

  /** One step of each; how much was done. */
  public int step() {
    return bean(InboxWorker.class).runOnce()
        + bean(OutboxWorker.class).runOnce()
        + bean(StatusWorker.class).runOnce()
        + bean(PaymentWorker.class).runOnce()
        + bean(MediaWorker.class).runOnce()
        + bean(FreedSeats.class).runOnce()
        + bean(NearTrips.class).runOnce()
        + bean(EndedTrips.class).runOnce()
        + bean(Broadcasting.class).runOnce();
  }

  /** Until nothing moves and no call is on its way. */
  public void settle() {
    settle(0);
  }

  /** The same while the provider holds this many calls. */
  public void settle(int held) {
    var wake = bean(Wake.class);
    var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < end) {
      var seen = wake.rings();
      if (step() > 0) {
        continue;
      }
      if (count("SELECT count(*) FROM outbox WHERE state = 'sending'") <= held) {
        return;
      }
      try {
        wake.await(seen, 20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("It never settles");
  }

  /** Another connection to the database, in the name of the first tenant; close it. */
  public Connection connect() {
    try {
      var connection = TestPostgres.connect(properties);
      try (var statement = connection.createStatement()) {
        statement.execute("SELECT set_config('opslayer.tenant', '1', false)");
      }
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public synchronized List<Map<String, Object>> rows(String sql, Object... values) {
    return Rows.read(database, sql, values);
  }

  /** The first column. */
  public List<String> column(String sql, Object... values) {
    return rows(sql, values).stream()
        .map(it -> String.valueOf(it.values().iterator().next()))
        .toList();
  }

  public long count(String sql, Object... values) {
    return Long.parseLong(column(sql, values).getFirst());
  }

  /** Statements without an answer, such as a trigger that fails. */
  public synchronized void execute(String sql) {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Nobody can reach the database any more, and whoever did is thrown out. */
  public void databaseAway() {
    beside("ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(name()));
    execute(
        """
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
        """);
  }

  public void databaseBack() {
    beside("ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(name()));
  }

  /** In another database of the same server. */
  private void beside(String sql) {
    var other = new HashMap<>(properties);
    other.computeIfPresent(
        "datasources.default.url", (name, url) -> String.valueOf(url).replace(name(), "postgres"));
    try (var connection = TestPostgres.connect(other);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private String name() {
    return column("SELECT current_database()").getFirst();
  }

  /** Where the message of the outbox stands. */
  public String state(UUID message) {
    return column("SELECT state FROM outbox WHERE id = ?", message).getFirst();
  }

  @Override
  public void close() {
    context.close();
    try {
      database.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    HouseFiles.delete(folder);
  }
}
