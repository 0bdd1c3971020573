package travel.opslayer.decision.drools;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;

/** Each workbook has a mistake that people make; expected.txt is what they see, name by name. */
class BrokenWorkbooksTest {

  private static final Path EXPECTED = Path.of("src/test/resources/rules/workbooks/expected.txt");

  static Stream<Arguments> workbooks() throws Exception {
    return BrokenWorkbooks.all().entrySet().stream()
        .map(it -> Arguments.of(it.getKey(), it.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workbooks")
  void each_mistake_is_named_with_its_place_and_a_way_out(String name, RuleFile file)
      throws IOException {
    assertThat(seen(file)).isEqualTo(expected().get(name));
  }

  @Test
  void no_sentence_is_kept_for_a_workbook_that_is_not_made() throws Exception {
    assertThat(BrokenWorkbooks.all().keySet()).containsExactlyElementsOf(expected().keySet());
  }

  static String seen(RuleFile file) {
    return Office.problems(file).stream().map(Problem::toString).collect(joining("\n"));
  }

  /** A name stands after a sharp, and below it what is seen. */
  private static Map<String, String> expected() throws IOException {
    var expected = new TreeMap<String, String>();
    for (var block : Files.readString(EXPECTED).split("(?m)^# ")) {
      var lines = block.strip().split("\n", 2);
      if (lines.length == 2) {
        expected.put(lines[0], lines[1]);
      }
    }
    return expected;
  }
}
