package travel.opslayer.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Written;
import travel.opslayer.decision.rows.PastReleases;

/**
 * What docs/workflows.md says that staff can change is there, and a change of it changes what is
 * decided or said.
 */
class WorkflowsTest {

  private static final Path GUIDE = Path.of("docs/workflows.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern TABLE = Pattern.compile("(?:\\d\\d-[a-z]+/)?[a-z*-]+\\.csv");
  private static final Pattern TEXT = Pattern.compile("[a-z]+/[a-z_*]+");
  private static final Pattern PARAMETER = Pattern.compile("P-[A-Z-]+…?");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** The service itself reads these: they say when it answers, and how much it takes. */
  private static final Set<String> NOT_IN_RULES =
      Set.of(
          "P-OFFICE",
          "P-NIGHT",
          "P-TOGETHER",
          "P-BURST",
          "P-BURST-STAFF",
          "P-BURST-GREETING",
          "P-BURST-ALBUM",
          "P-LATE-COUNT",
          "P-LATE-SPAN",
          "P-LATE-SILENCE",
          "P-LATE-HELD",
          "P-LATE-QUIET",
          "P-LATE-MOST",
          "P-CAR",
          "P-CARS",
          "P-MEDIA-IMAGE",
          "P-MEDIA-VIDEO",
          "P-MEDIA-AUDIO",
          "P-MEDIA-DOCUMENT");

  private static List<String> said(Pattern kind) throws IOException {
    return CODE.matcher(Files.readString(GUIDE))
        .results()
        .map(it -> it.group(1))
        .filter(it -> kind.matcher(it).matches())
        .distinct()
        .sorted()
        .toList();
  }

  static Stream<String> parameters() throws IOException {
    var there = shipped("parameters.csv").lines().map(it -> it.split(",")[0]).toList();
    return said(PARAMETER).stream()
        .flatMap(
            it ->
                it.endsWith("…")
                    ? there.stream().filter(name -> name.startsWith(it.replace("…", "")))
                    : Stream.of(it))
        .distinct();
  }

  private static String shipped(String file) throws IOException {
    return Files.readString(Shipped.RULES.resolve(file));
  }

  @Test
  void its_tables_are_there() throws IOException {
    var all = files(Shipped.RULES);
    assertThat(said(TABLE))
        .hasSizeGreaterThan(30)
        .allSatisfy(it -> assertThat(all).anyMatch(file -> fits(file, "(.*/)?", it)));
  }

  @Test
  void its_texts_are_there() throws IOException {
    var all = files(Shipped.TEMPLATES);
    assertThat(said(TEXT))
        .hasSizeGreaterThan(50)
        .allSatisfy(it -> assertThat(all).anyMatch(file -> fits(file, "", it + ".en.txt")));
  }

  private static boolean fits(String file, String before, String name) {
    var pattern = name.replace(".", "\\.").replace("*", "[a-z_-]+");
    return file.matches(before + pattern);
  }

  private static Set<String> files(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(it -> folder.relativize(it).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void another_value_of_a_parameter_makes_other_rules(String parameter) throws IOException {
    var edited = with("parameters.csv", file -> other(file, parameter));
    var before = written(Shipped.bean(RuleFolder.class).files());
    var after = written(edited);

    assertThat(after.problems()).isEmpty();
    assertThat(after.parameters()).isNotEqualTo(before.parameters());
    if (!NOT_IN_RULES.contains(parameter)) {
      assertThat(after.rules().stream().map(Rule::toString))
          .isNotEqualTo(before.rules().stream().map(Rule::toString).toList());
    }
  }

  /** One less of its first number; of a list, one word less. */
  private static String other(String table, String parameter) {
    var lines = new ArrayList<String>();
    for (var line : table.lines().toList()) {
      lines.add(line.startsWith(parameter + ",") ? other(line) : line);
    }
    return String.join("\n", lines) + "\n";
  }

  private static String other(String line) {
    return NUMBER.matcher(line).find()
        ? NUMBER.matcher(line).replaceFirst(it -> less(it))
        : line.replaceFirst("[A-Za-z ]+[;,] ", "");
  }

  private static String less(MatchResult number) {
    return String.valueOf(Integer.parseInt(number.group()) - 1);
  }

  private interface Edit {

    String of(String content);
  }

  private static List<RuleFile> with(String name, Edit edit) {
    return Shipped.bean(RuleFolder.class).files().stream()
        .map(
            it ->
                it.name().equals(name)
                    ? new RuleFile(name, edit.of(new String(it.bytes(), UTF_8)).getBytes(UTF_8))
                    : it)
        .toList();
  }

  private static Written written(List<RuleFile> files) {
    return Shipped.bean(PastReleases.class).of("edited", files).written();
  }
}
