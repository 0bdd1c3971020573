package travel.opslayer.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import travel.opslayer.Shipped;
import travel.opslayer.database.Database;
import travel.opslayer.database.TestPostgres;
import travel.opslayer.demo.Demo;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.time.ServiceClock;

class OpeningTest {

  @TempDir Path folder;

  private final Map<String, Object> properties = new HashMap<>(TestPostgres.properties());

  /** What the start would do by itself: the beans are there, and the service has said it starts. */
  private ApplicationContext open(boolean demo) {
    properties.put("opslayer.workers", "false");
    properties.put("opslayer.demo", Boolean.toString(demo));
    properties.put("opslayer.rules", Shipped.RULES.toString());
    properties.put("opslayer.templates", Shipped.TEMPLATES.toString());
    properties.put("opslayer.keys", folder.resolve("keys.json").toString());
    return ApplicationContext.run(properties);
  }

  private Map<String, Long> counts() throws SQLException {
    var counts = new LinkedHashMap<String, Long>();
    try (var connection = TestPostgres.connect(properties);
        var statement = connection.createStatement()) {
      statement.execute("SELECT set_config('opslayer.tenant', '1', false)");
      for (var table :
          List.of("tenants", "people", "aliases", "core.products", "core.departures")) {
        try (var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
          rows.next();
          counts.put(table, rows.getLong(1));
        }
      }
    }
    return counts;
  }

  @Test
  void the_demo_is_loaded_once_and_a_second_start_changes_nothing() throws SQLException {
    open(true).close();
    var first = counts();
    open(true).close();

    assertThat(counts()).isEqualTo(first);
    assertThat(first).containsEntry("tenants", 1L).containsEntry("people", 15L);
  }

  @Test
  void the_demos_clock_starts_on_its_first_day_and_a_restart_goes_on() {
    try (var first = open(true)) {
      var start = first.getBean(ServiceClock.class).instant();
      assertThat(start).isBetween(Demo.START, Demo.START.plusSeconds(60));
    }
    try (var second = open(true)) {
      var restart = second.getBean(ServiceClock.class).instant();
      assertThat(restart).isBetween(Demo.START, Demo.START.plusSeconds(120));
    }
  }

  @Test
  void without_the_demo_there_is_a_plain_tenant_and_the_clock_is_the_machines() throws Exception {
    try (var plain = open(false)) {
      assertThat(plain.getBean(Tenants.class).all())
          .singleElement()
          .satisfies(it -> assertThat(it.code()).isEqualTo("main"));
      assertThat(plain.getBean(ServiceClock.class).ahead()).isZero();
      assertThat(counts()).containsEntry("people", 0L).containsEntry("core.products", 0L);
    }
    open(true).close(); // too late for a demo: somebody works here
    assertThat(counts()).containsEntry("people", 0L).containsEntry("tenants", 1L);
  }

  @Test
  void there_is_room_ahead_for_what_grows_and_a_place_for_what_falls_outside() {
    try (var context = open(true)) {
      var database = context.getBean(Database.class);
      context.getBean(RoomRepository.class).makeAhead(Instant.parse("2030-05-31T23:59:59Z"));
      context.getBean(RoomRepository.class).makeAhead(Instant.parse("2030-05-31T23:59:59Z"));

      assertThat(partitions(database))
          .contains(
              "decisions_2026_11",
              "decisions_2027_02",
              "decisions_2030_05",
              "decisions_2030_08",
              "whatsapp_messages_other")
          .doesNotContain("decisions_2030_04", "decisions_2030_09");
      for (var at : List.of("1999-01-01", "2026-11-08", "2041-07-01")) {
        var stored = database.write(1, sql -> logged(sql, Instant.parse(at + "T00:00:00Z")));
        assertThat(stored).as(at).isEqualTo(1);
      }
    }
  }

  private static int logged(travel.opslayer.database.Sql sql, Instant at) {
    return sql.update(
        """
        INSERT INTO whatsapp_audit_logs (tenant_id, id, at, actor, action, result)
        VALUES (1, gen_random_uuid(), ?, 'timer', 'help', 'permitted')
        """,
        at);
  }

  private static List<String> partitions(Database database) {
    return database.global(
        sql ->
            sql.list(
                "SELECT relname::text AS name FROM pg_class WHERE relispartition",
                row -> row.text("name")));
  }
}
