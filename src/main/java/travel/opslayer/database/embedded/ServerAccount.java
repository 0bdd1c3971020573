package travel.opslayer.database.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.database.DatabaseRefused;

/**
 * The account that PostgreSQL's programs run under. They refuse to run as root, so root either
 * enters a user namespace, where it is nobody but still owns its files, or becomes nobody.
 *
 * @param prefix what stands before a command
 * @param uid the owner that the files need
 */
record ServerAccount(List<String> prefix, long uid) {

  private static final Logger LOG = LoggerFactory.getLogger(ServerAccount.class);
  private static final long NOBODY = 65534;
  private static final List<String> NAMESPACE = List.of("unshare", "-U");
  private static final List<String> BECOME_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  static ServerAccount ofThisProcess() {
    var uid = new UnixSystem().getUid();
    if (uid != 0) {
      return new ServerAccount(List.of(), uid);
    }
    if (works(NAMESPACE)) {
      return new ServerAccount(NAMESPACE, 0);
    }
    if (works(BECOME_NOBODY)) {
      return new ServerAccount(BECOME_NOBODY, NOBODY);
    }
    throw new DatabaseRefused(
        "PostgreSQL does not run as root, and neither unshare nor setpriv works here. Maybe start"
            + " the service as another user, or set DATASOURCES_DEFAULT_URL.");
  }

  List<String> command(List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  /** Sees to it that the account owns the folder. */
  void own(Path folder) throws IOException {
    if (owner(folder) == uid) {
      return;
    }
    if (new UnixSystem().getUid() != 0) {
      throw new DatabaseRefused(
          ("The database folder (%s) belongs to another user (%s). Maybe start the service"
                  + " as that user.")
              .formatted(folder, Files.getOwner(folder).getName()));
    }
    LOG.info("The database folder {} now belongs to the account {}.", folder, uid);
    try (var paths = Files.walk(folder)) {
      for (var path : (Iterable<Path>) paths::iterator) {
        Files.setAttribute(path, "unix:uid", (int) uid, java.nio.file.LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static long owner(Path folder) throws IOException {
    return ((Number) Files.getAttribute(folder, "unix:uid")).longValue();
  }

  private static boolean works(List<String> prefix) {
    try {
      var command = Stream.concat(prefix.stream(), Stream.of("true")).toList();
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
