package travel.opslayer.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The server of a test JVM: quick, and empty at each start. */
public final class TestServer {

  /** What makes it quick, and would make it lose data if the machine failed. */
  private static final ServerOptions QUICK =
      new ServerOptions(
          List.of(
              "fsync=off",
              "synchronous_commit=off",
              "full_page_writes=off",
              "max_wal_size=4GB",
              "deadlock_timeout=100ms"),
          "CREATEDB",
          Duration.ZERO);

  private final LocalPostgres postgres;

  private TestServer(LocalPostgres postgres) {
    this.postgres = postgres;
  }

  /** In a folder of its own under this one, where a killed run leaves it to the next to clear. */
  public static TestServer startUnder(Path data) {
    for (var number = 1; ; number++) {
      var folder = data.resolve("postgres-" + number);
      try (var lock = FolderLock.tryTake(Files.createDirectories(folder))) {
        if (lock == null) {
          continue; // another run uses it
        }
        clear(folder.toRealPath());
      } catch (IOException e) {
        throw new IllegalStateException("No database for tests in " + folder, e);
      }
      return new TestServer(LocalPostgres.start(folder, QUICK));
    }
  }

  private static void clear(Path folder) throws IOException {
    var programs = PostgresPrograms.unpackedIn(folder);
    var cluster = new Cluster(folder, programs, ServerAccount.ofThisProcess());
    cluster.leftovers().clear();
    Folders.delete(cluster.folder());
  }

  public String jdbcUrl(String database) {
    return postgres.jdbcUrl(database);
  }

  public String username() {
    return postgres.username();
  }

  public String password() {
    return postgres.password();
  }

  /** Outside of every transaction. */
  public void execute(String sql) {
    try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), username(), password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + " failed", e);
    }
  }
}
