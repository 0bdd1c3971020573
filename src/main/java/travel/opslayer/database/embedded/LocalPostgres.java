package travel.opslayer.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.database.DatabaseRefused;

/**
 * The database that comes with the service: a PostgreSQL server of its own, durable, reachable from
 * this machine only. It takes over what a killed service left, and a server that dies is started
 * again on the same port, so that the pool finds it.
 */
public final class LocalPostgres implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
  private static final List<String> NARROW =
      List.of("listen_addresses=127.0.0.1", "unix_socket_directories=");

  private final Cluster cluster;
  private final FolderLock lock;
  private final ServerOptions options;
  private final int port;
  private final String password;
  private final Thread hook = new Thread(this::leave, "postgres-stop");
  private Postmaster postmaster;
  private boolean closed;

  private LocalPostgres(Cluster cluster, FolderLock lock, ServerOptions options)
      throws IOException {
    this.cluster = cluster;
    this.lock = lock;
    this.options = options;
    this.password = cluster.password();
    this.port = freePort();
    this.postmaster = startServer();
    Runtime.getRuntime().addShutdownHook(hook);
    watch(postmaster);
  }

  /**
   * Starts it on the files in {@code data/postgres}, and makes them first when they are missing.
   */
  public static LocalPostgres start(Path data) {
    return start(data.resolve("postgres"), ServerOptions.DURABLE);
  }

  /** Whether a database was made there before. */
  public static boolean existsIn(Path data) {
    return Files.isDirectory(data.resolve("postgres").resolve("cluster"));
  }

  static LocalPostgres start(Path folder, ServerOptions options) {
    try {
      var home = Files.createDirectories(folder).toRealPath();
      var lock = FolderLock.tryTake(home);
      if (lock == null) {
        throw new DatabaseRefused(
            ("Another service uses the database folder (%s). Maybe it still runs; otherwise"
                    + " set OPSLAYER_DATA to another folder.")
                .formatted(folder));
      }
      return start(home, lock, options);
    } catch (IOException e) {
      throw new DatabaseRefused(
          "The database in %s does not start: %s.".formatted(folder, e.getMessage()), e);
    }
  }

  private static LocalPostgres start(Path home, FolderLock lock, ServerOptions options)
      throws IOException {
    var started = false;
    try {
      var account = ServerAccount.ofThisProcess();
      var cluster = new Cluster(home, PostgresPrograms.unpackedIn(home), account);
      cluster.leftovers().clear();
      cluster.prepare(options.roleAttributes());
      var postgres = new LocalPostgres(cluster, lock, options);
      started = true;
      return postgres;
    } finally {
      if (!started) {
        lock.close();
      }
    }
  }

  public String jdbcUrl() {
    return jdbcUrl(Cluster.NAME);
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public String username() {
    return Cluster.NAME;
  }

  public String password() {
    return password;
  }

  /** The number of the server's process. */
  public synchronized long postmasterPid() {
    return postmaster.pid();
  }

  /** Ends all connections and stops it. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("The service is ending; the server is stopped once.", e);
    }
    stop(Duration.ZERO);
  }

  /** At the end of the process other threads may still be writing; they get a moment. */
  private void leave() {
    stop(options.farewell());
  }

  private synchronized void stop(Duration patience) {
    if (closed) {
      return;
    }
    closed = true;
    try (lock) {
      postmaster.stop(cluster, patience);
    } catch (IOException e) {
      LOG.error("The database did not stop", e);
    }
  }

  private Postmaster startServer() throws IOException {
    var settings = new ArrayList<>(options.settings());
    settings.addAll(NARROW);
    return Postmaster.start(cluster, port, settings);
  }

  private void watch(Postmaster watched) {
    var _ = watched.onExit().thenRunAsync(this::comeBack, Thread::startVirtualThread);
  }

  private synchronized void comeBack() {
    if (closed) {
      return;
    }
    LOG.warn("The database server ended by itself and is started again.");
    try {
      cluster.leftovers().clear();
      postmaster = startServer();
      watch(postmaster);
    } catch (IOException | DatabaseRefused e) {
      LOG.error("The database server did not come back; the next try is in a second.", e);
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(this::comeBack);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
