package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.facts.FactCollector;
import travel.opslayer.facts.Field;

/** The list of facts in the guide for authors is that of the fact records. */
class VocabularyTest {

  private static final Path GUIDE = Path.of("docs/rules.md");
  private static final String MARK = "<!-- made of the fact records; a test keeps it true -->\n";

  /** Run it with -Dguide=write to bring the guide up to date. */
  @Test
  void the_guide_lists_every_fact_with_its_words_and_meaning() throws IOException {
    var guide = Files.readString(GUIDE);
    var head = guide.substring(0, guide.indexOf(MARK) + MARK.length());
    var whole = head + "\n" + table();
    if ("write".equals(System.getProperty("guide"))) {
      Files.writeString(GUIDE, whole);
    }

    assertThat(Files.readString(GUIDE)).isEqualTo(whole);
  }

  private static String table() {
    return Shipped.bean(FactCollector.class).vocabulary().fields().stream()
        .map(VocabularyTest::row)
        .collect(
            Collectors.joining("\n", "| fact | kind | meaning |\n| --- | --- | --- |\n", "\n"));
  }

  private static String row(Field field) {
    var words = field.words().stream().map("`%s`"::formatted).collect(Collectors.joining(" "));
    var kind =
        switch (field.type()) {
          case YES_NO -> "yes or no";
          case NUMBER -> "number";
          case TEXT -> words.isEmpty() ? "text" : field.open() ? "*" + words + "*" : words;
        };
    return "| `%s` | %s | %s |".formatted(field.name(), kind, field.meaning());
  }
}
