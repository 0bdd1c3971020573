package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.facts.Parameters;

/** The numbers of staff: each stands in one place, says what it is, and is read by somebody. */
class ParametersTest {

  private static final Pattern IN_CODE = Pattern.compile("\"(P-[A-Z0-9-]+)\"");
  private static final Pattern IN_TABLES = Pattern.compile("\\bP-[A-Z0-9-]+");

  @Test
  void every_parameter_that_code_reads_is_there() {
    assertThat(parameters().keySet())
        .containsAll(found(Path.of("src/main/java"), ".java", IN_CODE));
  }

  @Test
  void every_parameter_is_read_by_code_or_by_a_table() {
    var read = found(Path.of("src/main/java"), ".java", IN_CODE);
    read.addAll(found(Path.of("rules"), ".csv", IN_TABLES));

    assertThat(read).containsExactlyElementsOf(parameters().keySet());
  }

  @Test
  void each_says_what_it_means() {
    assertThat(Shipped.rows("parameters.csv"))
        .allSatisfy(it -> assertThat(it.get("Meaning")).hasSizeGreaterThan(10));
  }

  @Test
  void each_can_be_read() {
    parameters().forEach((name, value) -> assertThat(Parameters.advice(name, value)).isEmpty());
    assertThat(Shipped.release().parameters().values()).isEqualTo(parameters());
  }

  private static Map<String, String> parameters() {
    var all = new TreeMap<String, String>();
    for (var row : Shipped.rows("parameters.csv")) {
      all.put(String.valueOf(row.get("Parameter")), String.valueOf(row.get("Value")));
    }
    return all;
  }

  private static TreeSet<String> found(Path folder, String ending, Pattern pattern) {
    var found = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (var file : files.filter(it -> it.toString().endsWith(ending)).toList()) {
        if (!file.endsWith("parameters.csv")) {
          var names = pattern.matcher(Files.readString(file));
          while (names.find()) {
            found.add(names.group(names.groupCount()));
          }
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
