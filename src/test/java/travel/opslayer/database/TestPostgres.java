package travel.opslayer.database;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import travel.opslayer.database.embedded.TestServer;

/**
 * Databases for tests: one server per JVM, and for each test class a database of its own, copied
 * from one in which the migrations ran once.
 */
public final class TestPostgres {

  private static final Path DATA = Path.of("target", "data-of-tests");
  private static final String TEMPLATE = "template_of_tests";

  private final TestServer server = TestServer.startUnder(DATA);
  private final AtomicInteger databases = new AtomicInteger();

  private TestPostgres() {
    server.execute("CREATE DATABASE " + TEMPLATE);
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
    server.execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, TEMPLATE));
    return Map.of(
        "datasources.default.url", server.jdbcUrl(name),
        "datasources.default.username", server.username(),
        "datasources.default.password", server.password(),
        "datasources.default.maximum-pool-size", 4,
        "datasources.default.minimum-idle", 0,
        "flyway.datasources.default.enabled", false,
        "opslayer.data", DATA.toAbsolutePath().toString());
  }

  private static final class Running {
    static final TestPostgres ONLY = new TestPostgres();
  }
}
