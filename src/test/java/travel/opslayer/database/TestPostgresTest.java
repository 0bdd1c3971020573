package travel.opslayer.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

  @Test
  void every_test_class_gets_a_migrated_database_of_its_own_and_soon() throws Exception {
    var first = TestPostgres.properties();
    var begun = System.nanoTime();
    var second = TestPostgres.properties();
    var took = Duration.ofNanos(System.nanoTime() - begun);

    try (var one = TestPostgres.connect(first);
        var other = TestPostgres.connect(second);
        var statement = one.createStatement();
        var there = other.createStatement()) {
      statement.execute("CREATE TABLE notes (note text)");
      assertThat(statement.executeQuery("SELECT count(*) FROM flyway_schema_history").next())
          .isTrue();
      var missing = there.executeQuery("SELECT to_regclass('notes') IS NULL");
      assertThat(missing.next() && missing.getBoolean(1)).isTrue();
    }
    assertThat(took).isLessThan(Duration.ofSeconds(1));
  }
}
