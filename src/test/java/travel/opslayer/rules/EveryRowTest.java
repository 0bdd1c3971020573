package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.facts.Field;
import travel.opslayer.facts.Situation;

/** Whoever fulfils a row to the letter, and nothing more, is answered by that row. */
class EveryRowTest {

  private record Table(String schema, String file, Phase phase) {}

  private static final List<Table> TABLES =
      List.of(
          new Table("wish", "10-classify/wish.csv", Phase.CLASSIFY),
          new Table("permit", "20-authorise/permit.csv", Phase.DECIDE),
          new Table("forbid", "20-authorise/forbid.csv", Phase.DECIDE),
          new Table("waitlist-permit", "20-authorise/waitlist-permit.csv", Phase.DECIDE),
          new Table("waitlist-forbid", "20-authorise/waitlist-forbid.csv", Phase.DECIDE),
          new Table("waitlist", "30-transition/waitlist.csv", Phase.DECIDE),
          new Table("lead", "30-transition/lead.csv", Phase.DECIDE),
          new Table("assign", "40-actions/assign.csv", Phase.DECIDE),
          new Table("notify", "40-actions/notify.csv", Phase.DECIDE),
          new Table("timers", "40-actions/timers.csv", Phase.DECIDE),
          new Table("reply", "50-reply/reply.csv", Phase.DECIDE));

  static Stream<Arguments> rows() {
    return TABLES.stream()
        .flatMap(
            table ->
                IntStream.range(0, Shipped.rows(table.file()).size())
                    .mapToObj(row -> Arguments.of(table.file(), row + 2, table)));
  }

  @ParameterizedTest(name = "{0} row {1}")
  @MethodSource("rows")
  void a_row_is_reached(String file, int row, Table table) {
    var cells = Shipped.rows(file).get(row - 2);
    var hits = Shipped.release().book().ask(table.phase(), situation(table, cells));

    assertThat(hits).extracting(Hit::source).contains(file + "!" + row);
  }

  @Test
  void every_table_of_rules_is_looked_at() throws IOException {
    try (var files = Files.walk(Shipped.RULES)) {
      var tables =
          files
              .map(it -> Shipped.RULES.relativize(it).toString())
              .filter(it -> it.matches("[2-5].*\\.(csv|xlsx|drl)|10.*wish.*"));
      assertThat(tables).containsExactlyInAnyOrderElementsOf(files(TABLES));
    }
  }

  private static List<String> files(List<Table> tables) {
    return tables.stream().map(Table::file).toList();
  }

  private static Situation situation(Table table, Map<String, String> cells) {
    var values = new HashMap<String, Object>();
    for (var column : columns(table.schema())) {
      var cell = cells.get(String.valueOf(column.get("title")));
      var field = column.get("field");
      if (field != null && cell != null && !cell.isEmpty()) {
        value(String.valueOf(column.get("compare")), String.valueOf(field), cell)
            .forEach(values::put);
      }
    }
    return new Situation(values);
  }

  private static Map<String, Object> value(String compare, String field, String cell) {
    return switch (compare) {
      case "yes_no" -> Map.of(field, cell.equals("yes"));
      case "known" -> cell.equals("yes") ? Map.of(field, "LD-301") : Map.of();
      default -> Map.of(field, cell.startsWith("not ") ? other(field, cell) : cell.split(",")[0]);
    };
  }

  /** A word of the field that is not the one that is left out. */
  private static String other(String field, String cell) {
    return Shipped.release().vocabulary().fields().stream()
        .filter(it -> it.name().equals(field))
        .map(Field::words)
        .flatMap(List::stream)
        .filter(it -> !cell.endsWith(it))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> columns(String schema) {
    try {
      var file = Files.readString(Shipped.RULES.resolve("_schema/" + schema + ".yaml"));
      Map<String, Object> yaml = new Yaml().load(file);
      return (List<Map<String, Object>>) yaml.get("columns");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
