package travel.opslayer.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs PostgreSQL's programs to their end. */
final class Commands {

  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private Commands() {}

  /** Returns what it said. */
  static String run(ServerAccount account, List<String> command, String... input)
      throws IOException {
    var builder = new ProcessBuilder(account.command(command)).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    var process = builder.start();
    try (var in = process.getOutputStream()) {
      in.write(String.join("\n", input).getBytes(StandardCharsets.UTF_8));
    }
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var code = exitCode(process);
    if (code != 0) {
      throw new IOException(
          "%s failed (exit code %d): %s".formatted(command.getFirst(), code, said.strip()));
    }
    return said;
  }

  /** Also when the process ends just then by itself, which is what is wanted. */
  static void signal(ServerAccount account, PostgresPrograms programs, String signal, long pid) {
    try {
      run(account, List.of(programs.path("pg_ctl"), "kill", signal, Long.toString(pid)));
    } catch (IOException e) {
      LOG.debug("No signal {} for the process {}", signal, pid, e);
    }
  }

  /** Looks again and again for something that nobody announces. */
  static boolean await(Duration patience, BooleanSupplier done) {
    var end = System.nanoTime() + patience.toNanos();
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private static int exitCode(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while PostgreSQL was at work", e);
    }
  }
}
