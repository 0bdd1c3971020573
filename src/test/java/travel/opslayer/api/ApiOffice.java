package travel.opslayer.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Channels;
import travel.opslayer.database.TestPostgres;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.inbox.InboxWorker;
import travel.opslayer.outbox.Outbox;
import travel.opslayer.outbox.OutboxWorker;
import travel.opslayer.outbox.StatusWorker;
import travel.opslayer.time.ServiceClock;
import travel.opslayer.worker.Wake;

/** The demo office with its API open, whose workers are stepped by hand. */
final class ApiOffice implements AutoCloseable {

  static final String TOKEN = "t0ken-of-a-machine";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, Object> properties;
  private final EmbeddedServer server;

  ApiOffice(Path keys) {
    this(keys, Map.of("opslayer.api-token", TOKEN));
  }

  ApiOffice(Path keys, Map<String, Object> more) {
    properties = new HashMap<>(TestPostgres.properties());
    properties.put("micronaut.server.port", -1);
    properties.put("opslayer.workers", "false");
    properties.put("opslayer.demo", "true");
    properties.put("opslayer.rules", Path.of("rules").toAbsolutePath().toString());
    properties.put("opslayer.templates", Path.of("templates").toAbsolutePath().toString());
    properties.put("opslayer.keys", keys.resolve("keys.json").toString());
    properties.putAll(more);
    server = ApplicationContext.run(EmbeddedServer.class, properties);
  }

  /** An answer, its JSON read. */
  record Answer(int status, String type, Map<String, Object> body, HttpResponse<String> raw) {

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> items() {
      return (List<Map<String, Object>>) Objects.requireNonNull(body.get("items"), raw.body());
    }

    @Nullable Object next() {
      return body.get("next");
    }

    String detail() {
      return String.valueOf(body.get("detail"));
    }
  }

  ApiOffice withRules() {
    bean(RuleFolder.class).load();
    return this;
  }

  <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  Map<String, Object> database() {
    return properties;
  }

  /** Somebody writes. */
  void says(String from, String text, String id) throws Exception {
    var message = Map.of("from", from, "name", "Lucía", "text", text, "id", id);
    assertThat(post("/sandbox/messages", message).status()).isEqualTo(202);
  }

  /** A little later, everything that was waiting is done. */
  void settle() throws Exception {
    var clock = bean(ServiceClock.class);
    clock.moveTo(clock.instant().plus(Duration.ofSeconds(10)));
    while (bean(InboxWorker.class).runOnce() > 0) {}
    send();
  }

  void send() throws Exception {
    var wake = bean(Wake.class);
    while (true) {
      var rings = wake.rings();
      bean(OutboxWorker.class).runOnce();
      if (bean(Outbox.class).open(Channels.FIRST_TENANT) == 0) {
        break;
      }
      wake.await(rings, 1000);
    }
    while (bean(StatusWorker.class).runOnce() > 0) {}
  }

  Answer get(String path) throws Exception {
    return ask(request(path).GET());
  }

  Answer post(String path, Object body) throws Exception {
    var json = bean(ObjectMapper.class).writeValueAsString(body);
    return ask(request(path).header("Content-Type", "application/json").POST(text(json)));
  }

  Answer post(String path) throws Exception {
    return ask(request(path).POST(BodyPublishers.noBody()));
  }

  HttpRequest.Builder request(String path) {
    return bare(path).header("Authorization", "Bearer " + TOKEN);
  }

  /** Without a token. */
  HttpRequest.Builder bare(String path) {
    return HttpRequest.newBuilder(URI.create(server.getURL() + path));
  }

  Answer ask(HttpRequest.Builder request) throws Exception {
    var raw = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    var type = raw.headers().firstValue("Content-Type").orElse("");
    return new Answer(raw.statusCode(), type, body(type, raw.body()), raw);
  }

  /** All items of a list, page by page. */
  List<Map<String, Object>> all(String list) throws Exception {
    var all = new java.util.ArrayList<Map<String, Object>>();
    var joint = list.contains("?") ? "&" : "?";
    var page = get("/api/v1/" + list);
    all.addAll(page.items());
    while (page.next() != null) {
      page = get("/api/v1/" + list + joint + "cursor=" + page.next());
      all.addAll(page.items());
    }
    return all;
  }

  Map<String, Object> item(String path) throws Exception {
    var answer = get("/api/v1/" + path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.body();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  static HttpRequest.BodyPublisher text(String body) {
    return BodyPublishers.ofString(body);
  }

  private Map<String, Object> body(String type, String text) throws IOException {
    if (!type.contains("json") || !text.startsWith("{")) {
      return Map.of();
    }
    return new LinkedHashMap<>(
        bean(ObjectMapper.class).readValue(text, Argument.mapOf(String.class, Object.class)));
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
