package travel.opslayer.database.embedded;

import java.nio.file.Path;
import java.sql.DriverManager;

/**
 * A process of its own that commits one row, is in the middle of another, and waits to be killed.
 */
final class CommittingService {

  private CommittingService() {}

  public static void main(String[] arguments) throws Exception {
    var postgres = LocalPostgres.start(Path.of(arguments[0]));
    try (var connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.username(), postgres.password());
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE notes AS SELECT 'committed' AS note");
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO notes VALUES ('unfinished')");
      System.out.println(postgres.postmasterPid());
      Thread.currentThread().join();
    }
  }
}
