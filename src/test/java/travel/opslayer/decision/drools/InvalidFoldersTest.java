package travel.opslayer.decision.drools;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.ReleaseMaker.Refused;
import travel.opslayer.decision.RuleFile;

/** Each folder is a mistake that people make; expected.txt is what they see. */
class InvalidFoldersTest {

  private static final Path INVALIDS = Path.of("src/test/resources/rules/invalids");

  static Stream<Path> folders() throws IOException {
    return Files.list(INVALIDS).sorted();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void each_mistake_is_named_with_its_place_and_a_way_out(Path folder) throws IOException {
    var found = problems(folder);
    assertThat(found).isEqualToIgnoringNewLines(Files.readString(folder.resolve("expected.txt")));
  }

  static String problems(Path folder) throws IOException {
    var files = new HashMap<String, RuleFile>();
    Office.bareWith().forEach(it -> files.put(it.name(), it));
    try (var all = Files.walk(folder)) {
      for (var it : all.filter(Files::isRegularFile).toList()) {
        var name = folder.relativize(it).toString();
        if (!name.equals("expected.txt")) {
          files.put(name, new RuleFile(name, Files.readAllBytes(it)));
        }
      }
    }
    List<Problem> problems =
        switch (new DroolsReleaseMaker()
            .make(List.copyOf(files.values()), Office.TERMS, Office.NOON)) {
          case Made _ -> List.of();
          case Refused(var found) -> found;
        };
    return problems.stream().map(Problem::toString).collect(joining("\n", "", "\n"));
  }
}
