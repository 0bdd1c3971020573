package travel.opslayer.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.database.DatabaseRefused;

/**
 * What a killed service leaves in its database folder: a server that runs on, or its mark.
 *
 * @param home the folder that the programs lie in, by its real path; that is how a server of ours
 *     is told from any other on this machine
 */
record Leftovers(Path home, Path cluster, PostgresPrograms programs, ServerAccount account) {

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Only for the holder of the folder's lock: whatever still runs here is nobody's. */
  void clear() throws IOException {
    for (var signal : List.of("INT", "QUIT", "KILL")) {
      var running = running();
      if (running.isEmpty()) {
        break;
      }
      LOG.warn("A database that lost its service runs in {}; it is stopped ({}).", home, signal);
      stop(running, signal);
    }
    if (!running().isEmpty()) {
      throw new DatabaseRefused(
          "A database that lost its service runs in %s and does not stop. Maybe end it by hand."
              .formatted(home));
    }
    // The number in it may by now be another program's, and PostgreSQL would wait for that one.
    Files.deleteIfExists(cluster.resolve("postmaster.pid"));
  }

  private List<ProcessHandle> running() {
    return ProcessHandle.allProcesses().filter(this::isOurs).toList();
  }

  private boolean isOurs(ProcessHandle process) {
    var programsOfOurs = home.resolve(PostgresPrograms.PREFIX).toString();
    return process.info().command().filter(it -> it.startsWith(programsOfOurs)).isPresent();
  }

  private void stop(List<ProcessHandle> running, String signal) {
    var pids = running.stream().map(ProcessHandle::pid).collect(Collectors.toSet());
    for (var process : running) {
      if (signal.equals("KILL")) {
        process.destroyForcibly();
      } else if (process.parent().map(ProcessHandle::pid).filter(pids::contains).isEmpty()) {
        Commands.signal(account, programs, signal, process.pid());
      }
    }
    Commands.await(PATIENCE, () -> running.stream().noneMatch(this::isOurs));
  }
}
