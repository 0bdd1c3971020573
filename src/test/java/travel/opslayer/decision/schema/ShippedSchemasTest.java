package travel.opslayer.decision.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;

class ShippedSchemasTest {

  static Stream<Path> schemas() throws IOException {
    return Files.list(Path.of("rules/_schema"))
        .filter(it -> it.toString().endsWith(".yaml"))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void each_can_be_read_and_fits_a_table_of_its_own_name(Path path) throws IOException {
    List<Problem> problems = new ArrayList<>();
    var name = "_schema/" + path.getFileName();

    var schema = SchemaReader.read(new RuleFile(name, Files.readAllBytes(path)), problems);

    assertThat(problems).isEmpty();
    assertThat(schema)
        .hasValueSatisfying(
            it -> {
              assertThat(it.fits(it.table().replace("*", "") + ".xlsx")).isTrue();
              assertThat(it.fits(it.table().replace("*", "-more") + ".csv")).isTrue();
              assertThat(it.fits("elsewhere/" + it.table().replace("*", "") + ".csv")).isFalse();
            });
  }
}
