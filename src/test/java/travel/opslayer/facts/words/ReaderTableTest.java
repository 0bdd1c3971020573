package travel.opslayer.facts.words;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Walks the sentences of reader.csv; a cell left empty means that nothing may be found. */
class ReaderTableTest {

  private static final Path TABLE = Path.of("src/test/resources/facts/reader.csv");

  @TestFactory
  List<DynamicTest> every_sentence_is_understood() throws IOException {
    var rows = rows();
    assertThat(rows).hasSizeGreaterThan(80);
    return IntStream.range(0, rows.size())
        .mapToObj(
            it ->
                DynamicTest.dynamicTest(
                    "row %d: %s".formatted(it + 2, rows.get(it)[0]), () -> check(rows.get(it))))
        .toList();
  }

  private static List<String[]> rows() throws IOException {
    return Files.readAllLines(TABLE).stream().skip(1).map(it -> it.split(";", -1)).toList();
  }

  private static Understanding read(String[] row) {
    return ShippedWords.read(row[1], row[0].split(" / "));
  }

  private static void check(String[] row) {
    assertThat(said(read(row))).isEqualTo(String.join(";", Arrays.copyOfRange(row, 2, row.length)));
  }

  /** An understanding in the columns of the table. */
  private static String said(Understanding it) {
    var date = it.date();
    var product = it.product();
    return String.join(
        ";",
        String.join(" ", it.wishes()),
        it.language() == null ? "" : it.language(),
        product == null ? sorted(it.candidates(), "|") : product.code(),
        it.party() == null ? "" : it.party().toString(),
        date == null ? "" : (date.approximate() ? "~" : "") + date.resolve(ShippedWords.TODAY),
        sorted(it.notes(), " "),
        it.relation() == null ? "" : it.relation(),
        it.separate() ? "yes" : "",
        it.onlyCourtesy() ? "yes" : "",
        String.join(" ", it.codes()));
  }

  private static String sorted(Collection<String> words, String gap) {
    return words.stream().sorted().collect(joining(gap));
  }
}
