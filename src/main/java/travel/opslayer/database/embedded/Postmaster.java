package travel.opslayer.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One running database server, a child of this process. */
final class Postmaster {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOG_LIMIT = 10_000_000;

  private final Process process;

  private Postmaster(Process process) {
    this.process = process;
  }

  /** Returns when it accepts connections. */
  static Postmaster start(Cluster cluster, int port, List<String> settings) throws IOException {
    var log = cluster.home().resolve("server.log");
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.move(log, log.resolveSibling("server.old.log"), StandardCopyOption.REPLACE_EXISTING);
    }
    var builder =
        new ProcessBuilder(command(cluster, port, settings))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("LC_ALL", "C");
    var postmaster = new Postmaster(builder.start());
    postmaster.awaitReady(cluster.folder().resolve("postmaster.pid"), log);
    return postmaster;
  }

  /** A session of its own keeps Ctrl-C in the terminal away from it: the service ends it, last. */
  private static List<String> command(Cluster cluster, int port, List<String> settings) {
    var command = new ArrayList<String>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid");
    }
    var server = new ArrayList<>(List.of(cluster.programs().path("postgres")));
    server.addAll(List.of("-D", cluster.folder().toString(), "-p", Integer.toString(port)));
    for (var setting : settings) {
      server.addAll(List.of("-c", setting));
    }
    command.addAll(cluster.account().command(server));
    return command;
  }

  private void awaitReady(Path mark, Path log) throws IOException {
    var ready = Commands.await(PATIENCE, () -> !process.isAlive() || isReady(mark));
    if (ready && process.isAlive()) {
      return;
    }
    process.destroyForcibly();
    throw new IOException("PostgreSQL did not start; its last words are in " + log);
  }

  /** PostgreSQL writes its number into the first line of the mark and its state into the eighth. */
  private boolean isReady(Path mark) {
    try {
      var lines = Files.readAllLines(mark);
      return lines.size() >= 8
          && lines.getFirst().strip().equals(Long.toString(process.pid()))
          && lines.get(7).strip().equals("ready");
    } catch (IOException e) {
      return false; // not written yet
    }
  }

  long pid() {
    return process.pid();
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /**
   * Lets connections end by themselves for a while, then ends them; all that is committed stays.
   */
  void stop(Cluster cluster, Duration patience) {
    if (!patience.isZero()) {
      signal(cluster, "TERM");
    }
    if (patience.isZero() || !ended(patience)) {
      signal(cluster, "INT");
    }
    if (!ended(Duration.ofSeconds(20))) {
      signal(cluster, "QUIT");
    }
    if (!ended(Duration.ofSeconds(5))) {
      process.destroyForcibly();
    }
  }

  private void signal(Cluster cluster, String signal) {
    if (process.isAlive()) {
      Commands.signal(cluster.account(), cluster.programs(), signal, process.pid());
    }
  }

  private boolean ended(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
