package travel.opslayer.database;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/**
 * Databases for tests: one server per JVM, and for each test class a database of its own, copied
 * from one in which the migrations ran once. It forgets everything when the JVM ends.
 */
public final class TestPostgres {

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

  private static final Path DATA = Path.of("target", "data-of-tests");
  private static final String TEMPLATE = "template_of_tests";

  private final LocalPostgres server;
  private final AtomicInteger databases = new AtomicInteger();

  private TestPostgres() {
    this.server = startServer();
    execute("CREATE DATABASE " + TEMPLATE);
    Flyway.configure()
        .dataSource(server.jdbcUrl(TEMPLATE), server.username(), server.password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }

  /** The settings of a fresh database with all migrations, for {@link ApplicationContext#run}. */
  public static Map<String, Object> properties() {
    return Running.ONLY.fresh();
  }

  /** A context on a fresh database. */
  public static ApplicationContext context() {
    return ApplicationContext.run(properties());
  }

  /** A plain connection to the database of these settings, outside of every transaction manager. */
  public static Connection connect(Map<String, Object> properties) {
    try {
      return DriverManager.getConnection(
          String.valueOf(properties.get("datasources.default.url")),
          String.valueOf(properties.get("datasources.default.username")),
          String.valueOf(properties.get("datasources.default.password")));
    } catch (SQLException e) {
      throw new IllegalStateException("The test's database cannot be reached", e);
    }
  }

  private Map<String, Object> fresh() {
    var name = "test_" + databases.incrementAndGet();
    execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, TEMPLATE));
    return Map.of(
        "datasources.default.url", server.jdbcUrl(name),
        "datasources.default.username", server.username(),
        "datasources.default.password", server.password(),
        "datasources.default.maximum-pool-size", 4,
        "datasources.default.minimum-idle", 0,
        "flyway.datasources.default.enabled", false,
        "opslayer.data", DATA.toAbsolutePath().toString());
  }

  /** Under target/, where a killed run leaves it to the next one, which clears it. */
  private static LocalPostgres startServer() {
    for (var number = 1; ; number++) {
      var folder = DATA.resolve("postgres-" + number);
      try (var lock = FolderLock.tryTake(Files.createDirectories(folder))) {
        if (lock == null) {
          continue; // another run uses it
        }
        stopWhatRuns(folder.toRealPath());
      } catch (IOException e) {
        throw new IllegalStateException("No database for tests in " + folder, e);
      }
      return LocalPostgres.start(folder, QUICK);
    }
  }

  private static void stopWhatRuns(Path folder) throws IOException {
    var programs = PostgresPrograms.unpackedIn(folder);
    var cluster = new Cluster(folder, programs, ServerAccount.ofThisProcess());
    cluster.leftovers().clear();
    Folders.delete(cluster.folder());
  }

  private void execute(String sql) {
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + " failed", e);
    }
  }

  private static final class Running {
    static final TestPostgres ONLY = new TestPostgres();
  }
}
