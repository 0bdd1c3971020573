package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.facts.words.Heads;
import travel.opslayer.facts.words.Hints;
import travel.opslayer.facts.words.Lexicon;
import travel.opslayer.facts.words.ProductName;
import travel.opslayer.facts.words.Reader;
import travel.opslayer.facts.words.Understanding;

/** What docs/capabilities.md says that each role can do is what the rules allow, and is shown. */
class CapabilitiesTest {

  private static final Path PAGE = Path.of("docs/capabilities.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final List<String> ROLES =
      List.of("customer", "sales", "operations", "field", "manager");

  private record Row(
      String capability,
      List<String> who,
      List<String> write,
      List<String> actions,
      List<String> tests) {}

  private static List<Row> page() {
    try (var lines = Files.lines(PAGE)) {
      return lines
          .filter(
              it -> it.startsWith("| ") && !it.startsWith("| capability") && !it.contains("---"))
          .map(it -> it.split("\\|", -1))
          .map(
              it ->
                  new Row(
                      it[1].strip(),
                      Arrays.stream(it[2].split(",")).map(String::strip).toList(),
                      codes(it[3]),
                      codes(it[4]),
                      codes(it[5])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map((MatchResult it) -> it.group(1)).toList();
  }

  @Test
  void whatever_a_permit_gives_to_a_role_stands_there_and_nothing_else() throws IOException {
    var said =
        page().stream()
            .flatMap(
                row ->
                    row.who().stream()
                        .flatMap(who -> row.actions().stream().map(it -> who + ": " + it)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(said).containsExactlyElementsOf(permitted());
  }

  private static Set<String> permitted() throws IOException {
    try (var files = Files.list(Shipped.RULES.resolve("20-authorise"))) {
      return files
          .filter(it -> it.getFileName().toString().endsWith("permit.csv"))
          .flatMap(it -> Shipped.rows("20-authorise/" + it.getFileName()).stream())
          .flatMap(row -> roles(row.get("Role")).map(it -> it + ": " + row.get("Action")))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** As the page names them. */
  private static Stream<String> roles(String cell) {
    return cell.isBlank() || cell.equals("not timer")
        ? Stream.of("everybody")
        : Arrays.stream(cell.split(",")).map(it -> it.strip().replace("timer", "clock"));
  }

  @Test
  void each_is_shown_by_tests_that_are_there() throws IOException {
    Set<String> there;
    try (var files = Files.walk(Path.of("src/test/java"))) {
      there =
          files
              .map(it -> it.getFileName().toString())
              .filter(it -> it.endsWith("Test.java"))
              .map(it -> it.replace(".java", ""))
              .collect(Collectors.toSet());
    }
    assertThat(page())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            row -> {
              assertThat(row.tests()).as(row.capability()).isNotEmpty();
              assertThat(there).as(row.capability()).containsAll(row.tests());
            });
  }

  @Test
  void every_role_has_capabilities_and_what_they_write_is_understood() {
    var lexicon = Lexicon.of(Shipped.release().phrases());
    for (var role : ROLES) {
      assertThat(page()).as(role).anyMatch(it -> it.who().contains(role) && !it.write().isEmpty());
    }
    for (var row : page()) {
      assertThat(row.write())
          .as(row.capability())
          .allMatch(it -> isUnderstood(read(lexicon, it)), "something is understood of it");
    }
  }

  private static Understanding read(Lexicon lexicon, String words) {
    var products = List.of(new ProductName("EBC", List.of("Everest Base Camp")));
    var hints = new Hints(null, "en", java.time.LocalDate.of(2026, 11, 8));
    return new Reader().read(List.of(words), lexicon, products, hints);
  }

  private static boolean isUnderstood(Understanding said) {
    return !said.wishes().isEmpty()
        || !said.notes().isEmpty()
        || !said.courtesies().isEmpty()
        || !said.codes().isEmpty()
        || !said.several().topics().isEmpty()
        || !said.several().commands().isEmpty()
        || !said.heads().equals(Heads.NOTHING);
  }
}
