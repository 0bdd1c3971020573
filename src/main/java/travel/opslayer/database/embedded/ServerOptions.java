package travel.opslayer.database.embedded;

import java.time.Duration;
import java.util.List;

/**
 * How the embedded server runs.
 *
 * @param settings in force whatever {@code postgresql.conf} says
 * @param roleAttributes what the service's role may beyond signing in
 * @param farewell how long other threads may still write when the process ends
 */
record ServerOptions(List<String> settings, String roleAttributes, Duration farewell) {

  static final ServerOptions DURABLE =
      new ServerOptions(
          List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on"),
          "",
          Duration.ofSeconds(8));
}
