package travel.opslayer.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestPostgresTest {

  @Test
  void every_test_class_gets_a_migrated_database_of_its_own() throws Exception {
    var first = TestPostgres.properties();
    var second = TestPostgres.properties();

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
  }
}
