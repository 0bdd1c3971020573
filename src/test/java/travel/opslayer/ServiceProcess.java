package travel.opslayer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The service as a process of its own, with its own database, that can be killed.
 *
 * @param home of its database
 */
record ServiceProcess(Process process, int port, Path home) {

  private static final Pattern ADDRESS = Pattern.compile("Server Running: http://[^:]+:(\\d+)");

  /** On the data, rules and texts in this folder, at this provider. */
  static ServiceProcess start(Path folder, URI provider) throws IOException {
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
    var variables = builder.environment();
    variables.keySet().removeIf(it -> it.matches("(OPSLAYER|WHATSAPP|DATAS).*"));
    variables.putAll(
        Map.of(
            "OPSLAYER_DATA", folder.resolve("data").toString(),
            "OPSLAYER_RULES", folder.resolve("rules").toString(),
            "OPSLAYER_TEMPLATES", folder.resolve("templates").toString(),
            "MICRONAUT_SERVER_PORT", "-1"));
    House.metaSettings(provider)
        .forEach(
            (name, value) ->
                variables.put(
                    name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'),
                    String.valueOf(value)));
    var process = builder.start();
    return new ServiceProcess(process, awaitPort(process), folder.resolve("data/postgres"));
  }

  private static int awaitPort(Process started) throws IOException {
    var said = new ArrayList<String>();
    var reader = started.inputReader();
    for (var line = reader.readLine(); line != null; line = reader.readLine()) {
      said.add(line);
      var matcher = ADDRESS.matcher(line);
      if (matcher.find()) {
        drain(started);
        return Integer.parseInt(matcher.group(1));
      }
    }
    throw new AssertionError("It ended without serving: " + said);
  }

  /** So that it never blocks on what it says. */
  private static void drain(Process started) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                started.getInputStream().transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // it was killed
              }
            });
  }

  /** SIGKILL: nothing is closed, flushed or said. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  /** To its database, as it connects itself. */
  Connection connect() throws SQLException, IOException {
    var pid = Files.readAllLines(home.resolve("cluster/postmaster.pid"));
    var connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:%s/opslayer".formatted(pid.get(3).strip()),
            "opslayer",
            Files.readString(home.resolve("password")).strip());
    try (var statement = connection.createStatement()) {
      statement.execute("SELECT set_config('opslayer.tenant', '1', false)");
    }
    return connection;
  }
}
