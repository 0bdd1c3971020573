package travel.opslayer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.database.embedded.LocalPostgres;

/** The service as a process of its own. */
class ApplicationTest {

  private static final Pattern ADDRESS = Pattern.compile("Open http://[^:]+:(\\d+)/simulator");

  @TempDir Path data;

  @Test
  void a_real_provider_without_its_secret_does_not_start_and_one_line_says_why() throws Exception {
    var service = start(Map.of("WHATSAPP_PROVIDER", "meta"));

    assertThat(said(service).lines())
        .singleElement()
        .asString()
        .contains("WHATSAPP_WEBHOOK_SECRET");
    assertThat(service.waitFor()).isEqualTo(1);
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void a_database_without_its_keys_does_not_start_and_one_line_says_why() throws Exception {
    Files.createDirectories(data.resolve("postgres/cluster"));
    var service = start(Map.of());

    assertThat(said(service).lines()).singleElement().asString().contains("keys.json", "Maybe");
    assertThat(service.waitFor()).isEqualTo(1);
    assertThat(data.resolve("keys.json")).doesNotExist();
  }

  @Test
  void a_database_that_cannot_be_reached_stops_the_start() throws Exception {
    var service =
        start(
            Map.of(
                "DATASOURCES_DEFAULT_URL", "jdbc:postgresql://127.0.0.1:1/none",
                "DATASOURCES_DEFAULT_INITIALIZATION_FAIL_TIMEOUT", "1"));

    assertThat(said(service)).contains("127.0.0.1:1 refused");
    assertThat(service.waitFor()).isEqualTo(1);
  }

  @Test
  void with_nothing_set_it_serves_on_a_database_of_its_own_and_leaves_nothing_behind()
      throws Exception {
    var service = start(Map.of());
    try {
      var port = awaitPort(service);
      assertThat(get(port, "/health/liveness")).contains("UP");
      assertThat(data.resolve("keys.json")).exists();
      service.destroy();
      assertThat(service.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
      LocalPostgres.start(data).close(); // the folder is free again
    } finally {
      service.destroyForcibly();
    }
  }

  private Process start(Map<String, String> variables) throws IOException {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var builder =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback.xml", // the one of tests says too little
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(it -> it.matches("(OPSLAYER|WHATSAPP|DATAS).*"));
    builder.environment().put("OPSLAYER_DATA", data.toString());
    builder.environment().put("MICRONAUT_SERVER_PORT", "-1");
    builder.environment().putAll(variables);
    return builder.start();
  }

  private static String said(Process service) throws IOException {
    return new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static int awaitPort(Process service) throws IOException {
    var reader = service.inputReader();
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      var matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        return Integer.parseInt(matcher.group(1));
      }
    }
    throw new AssertionError("It ended without serving");
  }

  private static String get(int port, String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
