package travel.opslayer.web.simulator;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import travel.opslayer.database.TestPostgres;
import travel.opslayer.decision.RuleShelf;

/** The whole service with the demo, workers and all, on a free port and a database of its own. */
final class OpenOffice implements AutoCloseable {

  private static final long PATIENCE = 120_000_000_000L;

  private final EmbeddedServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  private OpenOffice(EmbeddedServer server) {
    this.server = server;
  }

  static OpenOffice start(Path folder, Path rules, Map<String, Object> more) {
    var settings = new HashMap<>(TestPostgres.properties());
    settings.put("micronaut.server.port", -1);
    settings.put("datasources.default.maximum-pool-size", 10);
    settings.put("opslayer.demo", "true");
    settings.put("opslayer.keys", folder.resolve("keys.json").toString());
    settings.put("opslayer.rules", rules.toAbsolutePath().toString());
    settings.put("opslayer.templates", Path.of("templates").toAbsolutePath().toString());
    settings.putAll(more);
    var server = ApplicationContext.run(EmbeddedServer.class, settings);
    if (!"false".equals(more.get("opslayer.workers"))) {
      awaitRules(server.getApplicationContext().getBean(RuleShelf.class));
    }
    return new OpenOffice(server);
  }

  /** The first rules of a process take longer than anybody waits for an answer. */
  private static void awaitRules(RuleShelf shelf) {
    var end = System.nanoTime() + PATIENCE;
    while (!shelf.isFilled() && System.nanoTime() < end) {
      LockSupport.parkNanos(50_000_000L);
    }
  }

  /** A copy of the shipped rules that answers a customer after a second. */
  static Path hastyRules(Path folder) throws IOException {
    var shipped = Path.of("rules");
    var copy = folder.resolve("rules");
    try (var files = Files.walk(shipped)) {
      for (var file : files.toList()) {
        Files.copy(file, copy.resolve(shipped.relativize(file).toString()));
      }
    }
    var parameters = copy.resolve("parameters.csv");
    var text = Files.readString(parameters);
    if (!text.contains("P-BURST,4 s,")) {
      throw new AssertionError("P-BURST is no longer 4 s. Maybe change this test too.");
    }
    Files.writeString(parameters, text.replace("P-BURST,4 s,", "P-BURST,1 s,"));
    return copy;
  }

  String address() {
    return "http://127.0.0.1:" + server.getPort();
  }

  HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(address() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Map<String, Object> body) throws Exception {
    return post(path, "application/json", mapper().writeValueAsString(body));
  }

  HttpResponse<String> post(String path, String type, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(address() + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  Map<String, Object> object(String path) throws Exception {
    return mapper().readValue(get(path).body(), Argument.mapOf(String.class, Object.class));
  }

  List<Map<String, Object>> list(String path) throws Exception {
    return mapper()
        .readValue(get(path).body(), Argument.listOf(Argument.mapOf(String.class, Object.class)));
  }

  List<Map<String, Object>> chat(String phone) throws Exception {
    return list("/simulator/chat?phone=" + URLEncoder.encode(phone, StandardCharsets.UTF_8));
  }

  void say(String from, String text) throws Exception {
    post("/sandbox/messages", Map.of("from", from, "name", "Lucía", "text", text));
  }

  void settle() throws Exception {
    var settled = post("/sandbox/settle", Map.of());
    if (settled.statusCode() != 200) {
      throw new AssertionError(settled.body());
    }
  }

  private ObjectMapper mapper() {
    return server.getApplicationContext().getBean(ObjectMapper.class);
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
