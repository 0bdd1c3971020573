package travel.opslayer.decision.classic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.drools.Office;

/** Each folder is a classic table as a company brings it; expected.txt is all that comes of it. */
class ClassicFoldersTest {

  private static final Path FOLDERS = Path.of("src/test/resources/rules/classic");

  static Stream<Path> folders() throws IOException {
    return Files.list(FOLDERS).sorted();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void what_is_carried_over_and_what_is_lost_is_told(Path folder) throws IOException {
    var table = new RuleFile("table.csv", Files.readAllBytes(folder.resolve("table.csv")));

    assertThat(told(ImportedFiles.of(table)))
        .isEqualToIgnoringNewLines(Files.readString(folder.resolve("expected.txt")));
  }

  /** As the command line tells it, and what the rules say when the files are put among them. */
  static String told(Imported imported) {
    var text = new StringBuilder();
    imported.problems().forEach(it -> text.append(it).append('\n'));
    imported.remarks().forEach(it -> text.append("note: ").append(it).append('\n'));
    for (var it : imported.files()) {
      text.append("==> %s <==\n".formatted(it.name())).append(new String(it.bytes(), UTF_8));
    }
    var problems = Office.problems(imported.files().toArray(RuleFile[]::new));
    problems.forEach(it -> text.append("checked: ").append(it).append('\n'));
    return text.append("%d of %d\n".formatted(imported.carried(), imported.rows())).toString();
  }
}
