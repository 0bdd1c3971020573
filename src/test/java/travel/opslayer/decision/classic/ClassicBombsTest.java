package travel.opslayer.decision.classic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;

/** Small files that would become a lot of conditions, and those that are just small enough. */
class ClassicBombsTest {

  private static final String PERMIT = "decision.permit(\"ask_price\");";

  private static Imported imported(String ask, String cell, String say) {
    var rows =
        List.of(
            "RuleTable Bombs,",
            "CONDITION,ACTION",
            "Situation,",
            quoted(ask) + "," + quoted(say),
            "Asked,Said",
            quoted(cell) + ",x");
    var text = rows.stream().collect(joining("\n", "", "\n"));
    return ImportedFiles.of(new RuleFile("bombs.csv", text.getBytes(UTF_8)));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String numbers(int most) {
    return IntStream.rangeClosed(1, most).mapToObj(Integer::toString).collect(joining(","));
  }

  private static void passes(Imported imported) {
    assertThat(imported.problems()).isEmpty();
    assertThat(imported.carried()).isOne();
  }

  private static void refused(Imported imported, String sentence) {
    assertThat(imported.problems()).extracting(Problem::sentence).containsExactly(sentence);
    assertThat(imported.files()).isEmpty();
  }

  @Test
  void a_cell_as_long_as_a_file_is_not_taken_apart() {
    var longest = "11" + ",2".repeat(998) + ",";

    passes(imported("party_size in ($param)", longest + "3", PERMIT));
    refused(
        imported("party_size in ($param)", longest + "33", PERMIT),
        "This cell holds more than 2,000 letters.");
  }

  @Test
  void what_is_asked_for_each_part_of_a_cell_is_not_asked_without_end() {
    passes(imported("forall(||){ party_size == $ }", numbers(100), PERMIT));
    refused(
        imported("forall(||){ party_size == $ }", numbers(101), PERMIT),
        "This cell has more than 100 parts (%s…).".formatted(numbers(101).substring(0, 40)));
  }

  @Test
  void a_row_asks_and_says_no_more_than_people_would_write() {
    var both = "forall(&&){ party_size >= $ && party_size > $ }";

    passes(imported(both, numbers(99), PERMIT.repeat(2)));
    refused(imported(both, numbers(100), PERMIT), "This row asks and says more than 200 things.");
  }

  @Test
  void a_note_holds_no_signs_that_a_terminal_obeys() {
    var text =
        """
        RuleTable Notes,,
        DESCRIPTION,CONDITION,ACTION
        ,Situation,
        ,sender_role,"decision.permit(""$param"");"
        Why,Role,Action
        \u001b]0;mine\u0007early,customer,ask_price
        """;

    var made = ImportedFiles.of(new RuleFile("notes.csv", text.getBytes(UTF_8))).files();

    assertThat(new String(made.getFirst().bytes(), UTF_8))
        .contains("]0;mine early")
        .doesNotContain("\u001b", "\u0007");
  }
}
