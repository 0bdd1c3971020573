package travel.opslayer.facts.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the customers of the scenarios write, where the scenarios lie beside the project. */
class ScenarioLinesTest {

  private static final Pattern LINE =
      Pattern.compile("^\\w+\\s+(?:D[+-]\\d+ )?[\\d:]{8}\\S*\\s+([A-Z]+) text(?: ↩\\w+)?: (.*)$");

  private static final Map<String, String> COUNTRIES =
      Map.of("LUCIA", "es", "PRIYA", "hi", "TOM", "en", "EMMA", "en-US", "HANNAH", "de");

  private static final List<String> STAFF =
      List.of("SARITA", "BIKRAM", "PEMBA", "DAWA", "RAM", "MINGMA", "ANITA", "DEEPAK");

  @Test
  void a_burst_of_greeting_date_and_mistyped_english_from_spain() throws IOException {
    var said = lines("T01");
    var read = ShippedWords.read("es", said.get(0), said.get(2), said.get(1));

    assertThat(read.wishes()).containsExactly("greet", "enquire");
    assertThat(read.product()).isEqualTo(new Understanding.Product("EBC", 1.0));
    assertThat(read.party()).isEqualTo(2);
    assertThat(read.date()).isEqualTo(new DateWish(null, 3, 15, true));
    assertThat(read.language()).isEqualTo("es");
  }

  @Test
  void the_mistyped_line_alone_is_english() throws IOException {
    var read = ShippedWords.read("es", lines("T01").get(2));

    assertThat(read.language()).isEqualTo("en");
    assertThat(read.party()).isEqualTo(2);
    assertThat(read.date()).isNull();
  }

  @Test
  void a_cousin_who_travels_alone_is_a_case_of_her_own() throws IOException {
    var read = ShippedWords.read("es", lines("T01").get(3));

    assertThat(read.product()).isEqualTo(new Understanding.Product("ABC", 1.0));
    assertThat(read.party()).isEqualTo(1);
    assertThat(read.date()).isEqualTo(new DateWish(null, null, 20, false));
    assertThat(read.relation()).isEqualTo("cousin");
    assertThat(read.separate()).isTrue();
    assertThat(read.onlyCourtesy()).isFalse();
    assertThat(read.language()).isEqualTo("es");
  }

  @Test
  void four_requests_in_one_bubble_of_mixed_hindi() throws IOException {
    var read = ShippedWords.read("hi", lines("T04").getFirst());

    assertThat(read.wishes()).containsExactly("greet", "enquire");
    assertThat(read.product()).isEqualTo(new Understanding.Product("EBC", 1.0));
    assertThat(read.party()).isEqualTo(2);
    assertThat(read.date()).isEqualTo(new DateWish(null, 3, 15, false));
    assertThat(read.language()).isEqualTo("hi");
  }

  @Test
  void three_instead_of_two_and_a_cousin_are_three() throws IOException {
    var read = ShippedWords.read("hi", lines("T04").get(3));

    assertThat(read.party()).isEqualTo(3);
    assertThat(read.relation()).isEqualTo("cousin");
    assertThat(read.product()).isNull();
  }

  @TestFactory
  Stream<DynamicTest> no_customer_opts_out_by_accident() throws IOException {
    return all()
        .filter(it -> !STAFF.contains(it.group(1)))
        .map(
            it ->
                DynamicTest.dynamicTest(
                    it.group(2),
                    () -> {
                      var read = ShippedWords.read(COUNTRIES.get(it.group(1)), it.group(2));
                      assertThat(read.wishes().contains("opt_out"))
                          .isEqualTo(it.group(2).equalsIgnoreCase("stop"));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> nobody_who_asks_is_met_with_silence() throws IOException {
    return all()
        .filter(it -> it.group(2).contains("?"))
        .map(
            it ->
                DynamicTest.dynamicTest(
                    it.group(2),
                    () ->
                        assertThat(ShippedWords.read("en", it.group(2)).onlyCourtesy()).isFalse()));
  }

  private static List<String> lines(String scenario) throws IOException {
    return Files.readAllLines(file(scenario)).stream()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(it -> it.group(2))
        .toList();
  }

  private static Stream<Matcher> all() throws IOException {
    try (var files = Files.list(file("T01").getParent())) {
      return files
          .filter(it -> it.getFileName().toString().startsWith("T"))
          .sorted()
          .toList()
          .stream()
          .flatMap(ScenarioLinesTest::read)
          .map(LINE::matcher)
          .filter(Matcher::matches);
    }
  }

  private static Stream<String> read(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path file(String scenario) throws IOException {
    var folder =
        Stream.of("../shared", System.getProperty("opslayer.shared", ""))
            .map(it -> Path.of(it).resolve("scenarios"))
            .filter(Files::isDirectory)
            .findFirst();
    assumeTrue(folder.isPresent(), "no scenarios beside the project");
    try (var files = Files.list(folder.orElseThrow())) {
      return files
          .filter(it -> it.getFileName().toString().startsWith(scenario))
          .findFirst()
          .orElseThrow();
    }
  }
}
