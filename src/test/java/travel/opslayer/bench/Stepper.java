package travel.opslayer.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Talks to a {@link SteppedService} in a process of its own. */
final class Stepper implements AutoCloseable {

  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;

  private Stepper(Process process) {
    this.process = process;
    this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    this.questions = process.outputWriter(UTF_8);
  }

  /** A saved folder that came into force: when it was looked at, and when it was asked. */
  record Reload(String hash, Instant begin, Instant end) {}

  static Stepper start(Service.Setup setup, Map<String, String> more) throws IOException {
    var classes = System.getProperty("java.class.path");
    var builder = Service.program(setup, more, "-cp", classes, SteppedService.class.getName());
    return new Stepper(builder.start());
  }

  /** Waits for the first rules; how many there are. */
  int rows() throws IOException {
    return Integer.parseInt(ask("rows").split(" ")[1]);
  }

  Reload reload() throws IOException {
    var words = ask("reload").split(" ");
    return new Reload(words[0], Instant.parse(words[1]), Instant.parse(words[2]));
  }

  /** After a collection of all garbage, as parts of a line of JSON. */
  String memory() throws IOException {
    return ask("memory");
  }

  private String ask(String question) throws IOException {
    questions.write(question + '\n');
    questions.flush();
    for (var line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(SteppedService.ANSWER)) {
        return line.substring(SteppedService.ANSWER.length());
      }
      if (!line.contains(" INFO ")) {
        System.err.println(line); // nothing is to be wrong
      }
    }
    throw new IllegalStateException("The service ended. Maybe its log in the folder tells why.");
  }

  @Override
  public void close() throws IOException {
    questions.close();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
