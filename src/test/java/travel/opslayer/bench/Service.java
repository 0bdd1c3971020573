package travel.opslayer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service in a process of its own, as a customer starts it. */
final class Service implements AutoCloseable {

  static final String PATH = "/api/whatsapp/webhook";

  private final Process process;
  private final int port;
  private final long started = System.nanoTime();

  private Service(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * @param home the clone, built by {@code mvn package}
   * @param folder where it may keep its files and its log
   */
  record Setup(Path home, Path folder, String provider, int port, List<String> options) {

    /** Answers at once: the benchmark's people write one message each. */
    Path rules() throws IOException {
      var copy = folder.resolve("rules");
      if (!Files.exists(copy)) {
        copy("rules");
        var parameters = copy.resolve("parameters.csv");
        var text = Files.readString(parameters);
        Files.writeString(
            parameters, text.replaceAll("(?m)^(P-BURST(?:-STAFF)?),[^,]*,", "$1,0 s,"));
      }
      return copy;
    }

    /** A folder of the clone, for this service alone. */
    Path copy(String name) throws IOException {
      var copy = folder.resolve(name);
      try (var files = Files.walk(home.resolve(name))) {
        for (var file : files.toList()) {
          Files.copy(file, copy.resolve(home.resolve(name).relativize(file).toString()));
        }
      }
      return copy;
    }
  }

  static Service start(Setup setup, Map<String, String> more) throws IOException {
    var jar = setup.home().resolve("target/opslayer.jar").toString();
    var builder = program(setup, more, "-jar", jar).redirectErrorStream(true);
    return new Service(builder.redirectOutput(log(setup)).start(), setup.port());
  }

  /** Another program that is the service, too. */
  static ProcessBuilder program(Setup setup, Map<String, String> more, String... words)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(setup.options());
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).directory(setup.home().toFile());
    builder.environment().putAll(environment(setup));
    builder.environment().putAll(more);
    return builder.redirectError(log(setup));
  }

  private static ProcessBuilder.Redirect log(Setup setup) {
    return ProcessBuilder.Redirect.appendTo(setup.folder().resolve("service.log").toFile());
  }

  private static Map<String, String> environment(Setup setup) throws IOException {
    var all = new HashMap<String, String>();
    all.put("MICRONAUT_SERVER_PORT", Integer.toString(setup.port()));
    all.put("OPSLAYER_DATA", setup.folder().resolve("data").toString());
    all.put("OPSLAYER_RULES", setup.rules().toString());
    all.put("OPSLAYER_TEMPLATES", setup.home().resolve("templates").toString());
    all.put("OPSLAYER_DEMO", "true");
    all.put("WHATSAPP_PROVIDER", "meta");
    all.put("WHATSAPP_API_URL", setup.provider());
    all.put("WHATSAPP_WEBHOOK_SECRET", MetaCalls.SECRET);
    all.put("WHATSAPP_ACCESS_TOKEN", "token");
    all.put("WHATSAPP_PHONE_NUMBER_ID", MetaCalls.NUMBER_ID);
    all.put("WHATSAPP_RATE", "0");
    return all;
  }

  long pid() {
    return process.pid();
  }

  /** Milliseconds since its process was started. */
  long age() {
    return (System.nanoTime() - started) / 1_000_000;
  }

  /** Sends one message after the other until one is taken; how old the process was then. */
  long firstAccepted(Senders senders) throws InterruptedException {
    while (process.isAlive()) {
      try (var line = new HttpLine(port, PATH)) {
        var post = senders.next(System.nanoTime());
        post.message().acked(line.post(post.call()));
        if (post.message().isAcked()) {
          return age();
        }
        senders.forget(post);
      } catch (IOException e) {
        Thread.sleep(25); // it does not listen yet
      }
    }
    throw new IllegalStateException("The service ended. Maybe its log in the folder tells why.");
  }

  long firstAnswered(Senders senders) throws InterruptedException {
    while (senders.missing() > 0 && process.isAlive() && age() < 120_000) {
      Thread.sleep(5);
    }
    return age();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
