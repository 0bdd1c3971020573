package travel.opslayer.decision.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.drools.Office;

/** Each folder has a slip and its near miss; expected.txt is what staff see. */
class AnalysisFoldersTest {

  private static final Path SHELF = Path.of("src/test/resources/rules/analysis");

  static Stream<Path> folders() throws IOException {
    return Files.list(SHELF).sorted();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void each_slip_is_named_with_its_place_and_a_way_out(Path folder) throws IOException {
    var found = Looked.at(Office.files(folder).toArray(RuleFile[]::new));

    var lines = new ArrayList<String>();
    found.errors().forEach(it -> lines.add("error " + it));
    found.notes().stream()
        .filter(it -> !it.file().startsWith("templates/"))
        .forEach(it -> lines.add("note " + it));
    assertThat(String.join("\n", lines))
        .isEqualToIgnoringNewLines(Files.readString(folder.resolve("expected.txt")));
  }
}
