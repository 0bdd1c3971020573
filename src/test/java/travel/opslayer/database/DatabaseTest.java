package travel.opslayer.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  private static final int HIMAL = 1;
  private static final int ANDES = 2;
  private static final UUID ID = UUID.fromString("0192f0c1-2a00-7000-8000-00000000000a");

  private static Map<String, Object> properties;
  private static ApplicationContext context;
  private static Database database;

  @BeforeAll
  static void start() {
    properties = TestPostgres.properties();
    context = ApplicationContext.run(properties);
    database = context.getBean(Database.class);
    database.global(
        sql ->
            sql.update(
                """
                CREATE TABLE guides (
                  tenant_id int NOT NULL, id uuid NOT NULL, name text, born date, pax int,
                  metres bigint, licensed boolean, seen timestamptz, photo bytea,
                  PRIMARY KEY (tenant_id, id))
                """));
    database.global(
        sql -> {
          sql.update("ALTER TABLE guides ENABLE ROW LEVEL SECURITY");
          sql.update("ALTER TABLE guides FORCE ROW LEVEL SECURITY");
          return sql.update(
              """
              CREATE POLICY own_rows ON guides USING (
                tenant_id = (SELECT NULLIF(current_setting('opslayer.tenant', true), '')::int))
              """);
        });
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @BeforeEach
  void empty() {
    database.global(sql -> sql.update("TRUNCATE guides"));
  }

  @Test
  void what_is_written_is_there_for_the_same_tenant_and_for_no_other() {
    database.write(HIMAL, sql -> add(sql, HIMAL, ID, "Pemba"));

    assertThat(names(HIMAL)).containsExactly("Pemba");
    assertThat(names(ANDES)).isEmpty();
    assertThat(database.global(DatabaseTest::namesIn)).isEmpty();
  }

  @Test
  void a_row_of_another_tenant_cannot_be_written() {
    assertThatThrownBy(() -> database.write(HIMAL, sql -> add(sql, ANDES, ID, "Pemba")))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("42501")
        .hasMessageContaining("row-level security");
  }

  @Test
  void what_writes_is_never_planned_to_read_a_whole_table_however_empty_it_is()
      throws SQLException {
    try (var connection = TestPostgres.connect(properties);
        var statement = connection.createStatement()) {
      statement.execute("VACUUM ANALYZE guides"); // now PostgreSQL knows that it is empty
    }
    assertThat(database.write(HIMAL, DatabaseTest::planIn)).contains("Index").doesNotContain("Seq");
    assertThat(database.read(HIMAL, DatabaseTest::planIn)).contains("Seq Scan on guides");
  }

  @Test
  void the_tenant_is_set_inside_and_gone_after() {
    assertThat(database.read(HIMAL, DatabaseTest::tenantIn)).isEqualTo("1");
    assertThat(database.global(DatabaseTest::tenantIn)).isEmpty();
    assertThat(database.read(ANDES, DatabaseTest::tenantIn)).isEqualTo("2");
  }

  @Test
  void an_exception_undoes_everything() {
    assertThatThrownBy(
            () ->
                database.change(
                    HIMAL,
                    sql -> {
                      add(sql, HIMAL, ID, "Pemba");
                      throw new IllegalStateException("the turn broke");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the turn broke");

    assertThat(names(HIMAL)).isEmpty();
    assertThat(database.global(DatabaseTest::tenantIn)).isEmpty();
  }

  @Test
  void a_call_inside_another_joins_it() {
    assertThatThrownBy(
            () ->
                database.change(
                    HIMAL,
                    outer -> {
                      database.write(HIMAL, inner -> add(inner, HIMAL, ID, "Pemba"));
                      assertThat(namesIn(outer)).containsExactly("Pemba");
                      throw new IllegalStateException("the turn broke");
                    }))
        .hasMessage("the turn broke");

    assertThat(names(HIMAL)).isEmpty();
  }

  @Test
  void a_call_inside_another_stays_with_its_tenant() {
    assertThatThrownBy(
            () -> database.write(HIMAL, sql -> database.read(ANDES, DatabaseTest::namesIn)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tenant (1)")
        .hasMessageContaining("tenant (2)");
  }

  @Test
  void reading_cannot_write() {
    assertThatThrownBy(() -> database.read(HIMAL, sql -> add(sql, HIMAL, ID, "Pemba")))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("25006");
  }

  @Test
  void two_transactions_in_each_others_way_may_try_again() {
    var first = new UUID(0, 1);
    var second = new UUID(0, 2);
    database.change(
        HIMAL,
        sql -> {
          add(sql, HIMAL, first, "Pemba");
          add(sql, HIMAL, second, "Dawa");
        });
    var bothHoldOne = new CyclicBarrier(2);

    var one = CompletableFuture.supplyAsync(() -> lockBoth(first, second, bothHoldOne));
    var two = CompletableFuture.supplyAsync(() -> lockBoth(second, first, bothHoldOne));

    assertThat(List.of(one.join(), two.join())).containsExactlyInAnyOrder("done", "try again");
  }

  private static String lockBoth(UUID first, UUID second, CyclicBarrier bothHoldOne) {
    try {
      return database.write(
          HIMAL,
          sql -> {
            rename(sql, first);
            meet(bothHoldOne);
            rename(sql, second);
            return "done";
          });
    } catch (TryAgain e) {
      return "try again";
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
      throw new IllegalStateException("The other one did not come", e);
    }
  }

  private static void rename(Sql sql, UUID id) {
    sql.update("UPDATE guides SET name = 'Ang' WHERE id = ?", id);
  }

  private static int add(
      Sql sql, int tenant, UUID id, @org.jspecify.annotations.Nullable String name) {
    return sql.update(
        "INSERT INTO guides (tenant_id, id, name) VALUES (?, ?, ?)", tenant, id, name);
  }

  private static List<String> names(int tenant) {
    return database.read(tenant, DatabaseTest::namesIn);
  }

  private static List<String> namesIn(Sql sql) {
    return sql.list("SELECT name FROM guides ORDER BY name", row -> row.text("name"));
  }

  private static String tenantIn(Sql sql) {
    return sql.one(
            "SELECT coalesce(current_setting('opslayer.tenant', true), '') AS tenant",
            row -> row.text("tenant"))
        .orElseThrow();
  }

  private static String planIn(Sql sql) {
    return String.join(
        "\n",
        sql.list(
            "EXPLAIN SELECT name FROM guides WHERE tenant_id = 1 AND id = ANY(?)",
            row -> row.text("QUERY PLAN"),
            Sql.array("uuid", List.of(ID))));
  }
}
