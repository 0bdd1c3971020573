package travel.opslayer.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static travel.opslayer.database.Sql.array;

import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlTest {

  private static final int HIMAL = 1;
  private static final Instant DAWN = Instant.parse("2026-11-08T00:15:00.123456Z");
  private static final UUID ID = UUID.fromString("0192f0c1-2a00-7000-8000-00000000000a");

  private static ApplicationContext context;
  private static Database database;

  @BeforeAll
  static void start() {
    context = TestPostgres.context();
    database = context.getBean(Database.class);
    database.global(
        sql ->
            sql.update(
                """
                CREATE TABLE guides (
                  id uuid PRIMARY KEY, name text, born date, pax int, metres bigint,
                  licensed boolean, seen timestamptz, photo bytea)
                """));
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
  void values_of_every_kind_come_back_as_they_went_in() {
    var photo = "ñ↑".getBytes(StandardCharsets.UTF_8);
    database.write(
        HIMAL,
        sql ->
            sql.update(
                "INSERT INTO guides VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                ID,
                "İrem",
                LocalDate.of(1990, 2, 28),
                4,
                8849L,
                true,
                DAWN,
                photo));

    database.read(
        HIMAL,
        sql ->
            sql.one(
                "SELECT * FROM guides WHERE id = ?",
                row -> {
                  assertThat(row.uuid("id")).isEqualTo(ID);
                  assertThat(row.text("name")).isEqualTo("İrem");
                  assertThat(row.date("born")).isEqualTo(LocalDate.of(1990, 2, 28));
                  assertThat(row.integer("pax")).isEqualTo(4);
                  assertThat(row.longValue("metres")).isEqualTo(8849L);
                  assertThat(row.bool("licensed")).isTrue();
                  assertThat(row.instant("seen")).isEqualTo(DAWN);
                  assertThat(row.bytes("photo")).isEqualTo(photo);
                  return row;
                },
                ID));
    assertThat(names(HIMAL)).containsExactly("İrem");
  }

  @Test
  void an_empty_column_is_null_when_asked_so_and_a_mistake_otherwise() {
    database.write(HIMAL, sql -> add(sql, null));

    var nothing =
        database.read(
            HIMAL,
            sql ->
                sql.list(
                    "SELECT * FROM guides",
                    row ->
                        Arrays.asList(
                            row.textOrNull("name"),
                            row.dateOrNull("born"),
                            row.integerOrNull("pax"),
                            row.longOrNull("metres"),
                            row.boolOrNull("licensed"),
                            row.instantOrNull("seen"),
                            row.bytesOrNull("photo"))));
    assertThat(nothing.getFirst()).containsOnlyNulls().hasSize(7);
    assertThatThrownBy(() -> names(HIMAL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("(name)");
  }

  @Test
  void many_rows_go_in_with_one_statement_and_empty_values_stay_empty() {
    var other = new UUID(7, 8);
    database.write(
        HIMAL,
        sql ->
            sql.update(
                "INSERT INTO guides SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?)",
                array("uuid", List.of(ID, other)),
                array("text", Arrays.asList("Pemba \"Tiger\" {,\\}", null)),
                array("date", Arrays.asList(LocalDate.of(1988, 5, 1), null)),
                array("int", Arrays.asList(null, 3)),
                array("bigint", Arrays.asList(8849L, null)),
                array("boolean", Arrays.asList(null, false)),
                array("timestamptz", Arrays.asList(DAWN, null)),
                array("bytea", Arrays.asList(null, new byte[] {0, -1, 92}))));

    var rows =
        database.read(
            HIMAL,
            sql ->
                sql.list(
                    "SELECT * FROM guides ORDER BY id DESC",
                    row ->
                        Arrays.asList(
                            row.uuid("id"),
                            row.textOrNull("name"),
                            row.dateOrNull("born"),
                            row.integerOrNull("pax"),
                            row.longOrNull("metres"),
                            row.boolOrNull("licensed"),
                            row.instantOrNull("seen"),
                            row.bytesOrNull("photo"))));
    assertThat(rows.getFirst())
        .containsExactly(
            ID, "Pemba \"Tiger\" {,\\}", LocalDate.of(1988, 5, 1), null, 8849L, null, DAWN, null);
    assertThat(rows.getLast())
        .containsExactly(other, null, null, 3, null, false, null, new byte[] {0, -1, 92});
  }

  @Test
  void a_list_of_ids_finds_its_rows() {
    database.write(HIMAL, sql -> add(sql, "Pemba"));

    assertThat(idsFound(List.of(new UUID(1, 1), ID))).containsExactly(ID);
    assertThat(idsFound(List.of(new UUID(1, 1)))).isEmpty();
    assertThat(idsFound(List.of())).isEmpty();
  }

  @Test
  void more_than_one_row_is_not_one() {
    var none = database.global(sql -> sql.one("SELECT 1 AS a LIMIT 0", it -> it.integer("a")));
    assertThat(none).isEmpty();
    assertThatThrownBy(
            () ->
                database.<Object>global(
                    sql -> sql.one("SELECT generate_series(1, 2) AS a", it -> it.integer("a"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("(2)");
  }

  @Test
  void a_value_of_an_unknown_kind_is_refused() {
    assertThatThrownBy(() -> database.global(sql -> sql.update("SELECT ?", DayOfWeek.MONDAY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(DayOfWeek)");
    assertThatThrownBy(() -> array("point", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(point)");
  }

  @Test
  void a_failure_names_the_constraint_and_no_value() {
    database.write(HIMAL, sql -> add(sql, "Pemba"));

    assertThatThrownBy(() -> database.write(HIMAL, sql -> add(sql, "Pemba")))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("23505")
        .hasMessageContaining("guides_pkey")
        .hasMessageNotContaining(ID.toString())
        .hasNoCause();
    assertThatThrownBy(
            () -> database.global(sql -> sql.update("SELECT ?::int", "+977 98 4155 0101")))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("22P02")
        .hasMessageNotContaining("4155");
  }

  private static List<UUID> idsFound(List<UUID> ids) {
    return database.read(
        HIMAL,
        sql ->
            sql.list(
                "SELECT id FROM guides WHERE id = ANY (?)",
                row -> row.uuid("id"),
                array("uuid", ids)));
  }

  private static int add(Sql sql, @Nullable String name) {
    return sql.update("INSERT INTO guides (id, name) VALUES (?, ?)", ID, name);
  }

  private static List<String> names(int tenant) {
    return database.read(
        tenant, sql -> sql.list("SELECT name FROM guides ORDER BY name", row -> row.text("name")));
  }
}
