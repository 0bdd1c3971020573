package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Comparator;
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

  private static final List<String> SCHEMAS = schemas();
  private static final List<Table> TABLES = tables();

  private static List<String> schemas() {
    try (var files = Files.list(Shipped.RULES.resolve("_schema"))) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith(".yaml"))
          .map(it -> it.replace(".yaml", ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every table of rules that ships, by the schema that is meant for it. */
  private static List<Table> tables() {
    try (var files = Files.walk(Shipped.RULES)) {
      return files
          .map(it -> Shipped.RULES.relativize(it).toString())
          .filter(it -> it.matches("([2-5].*|10.*wish.*)\\.(csv|xlsx|drl)"))
          .sorted()
          .map(it -> new Table(schema(it), it, phase(it)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Phase phase(String file) {
    return file.startsWith("10-") ? Phase.CLASSIFY : Phase.DECIDE;
  }

  /** The one with the longest name that the table's begins with. */
  private static String schema(String file) {
    var name = file.replaceFirst(".*/", "").replaceFirst("\\..*", "");
    return SCHEMAS.stream()
        .filter(name::startsWith)
        .max(Comparator.comparing(String::length))
        .orElseThrow(() -> new AssertionError("No schema is meant for " + file));
  }

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
  void every_table_of_rules_is_looked_at() {
    assertThat(TABLES).hasSizeGreaterThan(150).extracting(Table::schema).doesNotContainNull();
    assertThat(TABLES).allSatisfy(it -> assertThat(it.file()).endsWith(".csv"));
  }

  private static Situation situation(Table table, Map<String, String> cells) {
    var values = new HashMap<String, Object>();
    for (var column : columns(table.schema())) {
      var cell = cells.get(String.valueOf(column.get("title")));
      var field = column.get("field");
      if (field != null && cell != null && !cell.isEmpty()) {
        value(String.valueOf(column.get("compare")), String.valueOf(field), cell)
            .forEach(values::put);
        if (column.get("currency") != null) {
          values.put(String.valueOf(column.get("currency")), currency(cell));
        }
      }
    }
    return new Situation(values);
  }

  private static Map<String, Object> value(String compare, String field, String cell) {
    return switch (compare) {
      case "yes_no" -> Map.of(field, cell.equals("yes"));
      case "range", "money" -> Map.of(field, number(compare, cell));
      case "known" -> cell.equals("yes") ? Map.of(field, something(field)) : Map.of();
      default -> Map.of(field, cell.startsWith("not ") ? other(field, cell) : cell.split(",")[0]);
    };
  }

  private static Object something(String field) {
    return Shipped.release().vocabulary().fields().stream()
            .anyMatch(it -> it.name().equals(field) && it.type() == Field.Type.NUMBER)
        ? 1L
        : "LD-301";
  }

  /** The code in a sum of money, or in that of a parameter. */
  private static String currency(String cell) {
    var typed = cell.replaceFirst("^[<>]=?\\s*", "");
    return Shipped.release().parameters().text(typed).orElse(typed).replaceAll("[^A-Z]", "");
  }

  /**
   * The number that just fits: 5 for "<= 5", 4 for "< 5", 6 for "> 5"; a parameter stands for its
   * value.
   */
  private static long number(String compare, String cell) {
    var typed = cell.replaceFirst("^[<>]=?\\s*", "");
    var word = Shipped.release().parameters().text(typed).orElse(typed);
    var number = Long.parseLong(word.replaceAll("[A-Z, ]", ""));
    var scaled = compare.equals("money") ? number * 100 : number;
    if (cell.startsWith("<") && !cell.startsWith("<=")) {
      return scaled - 1;
    }
    return cell.startsWith(">") && !cell.startsWith(">=") ? scaled + 1 : scaled;
  }

  /** A word of the field that is not the one that is left out. */
  private static String other(String field, String cell) {
    return Shipped.release().vocabulary().fields().stream()
        .filter(it -> it.name().equals(field))
        .map(Field::words)
        .flatMap(List::stream)
        .filter(it -> !cell.endsWith(it))
        .findFirst()
        .orElse("another");
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
