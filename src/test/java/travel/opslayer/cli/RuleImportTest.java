package travel.opslayer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleImportTest {

  private static final String PARTNERS =
      """
      RuleTable Partners,,,,
      CONDITION,CONDITION,CONDITION,ACTION,ACTION
      Situation...,Situation...,Situation...,,
      sender_role,lead_state in ($param),lead_own == $param,"decision.permit(""$param"");",decision.reply($param);
      Role,Lead state,Own,Action,Answer
      sales,\"""won"", ""lost\""",true,ask_quote,
      manager,,,think,\"""enquiry/thinking\"""
      """;

  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void copy() throws IOException {
    FileUtils.copyDirectory(Path.of("rules").toFile(), home.resolve("rules").toFile());
    FileUtils.copyDirectory(Path.of("templates").toFile(), home.resolve("templates").toFile());
    Files.writeString(home.resolve("partners.csv"), PARTNERS);
  }

  private int run(String... words) {
    out.reset();
    err.reset();
    return new CommandLine(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), home, Map.of())
        .run(List.of(words));
  }

  @Test
  void what_was_written_passes_the_check_in_the_shipped_folder() throws IOException {
    assertThat(run("rules", "import", "partners.csv", "to=made")).as(err.toString(UTF_8)).isZero();
    assertThat(out.toString(UTF_8).lines())
        .containsExactly("20-authorise/permit-partners.csv", "50-reply/partners.drl");
    assertThat(home.resolve("made/20-authorise/permit-partners.csv"))
        .hasContent(
            """
            Action,Role,Lead state,Own lead,Why
            ask_quote,sales,"won, lost",yes,
            think,manager,,,
            """);
    assertThat(err.toString(UTF_8)).endsWith("2 of 2 rows are carried over.\n");

    FileUtils.copyDirectory(home.resolve("made").toFile(), home.resolve("rules").toFile());

    assertThat(run("rules", "check")).as(out.toString(UTF_8)).isZero();
  }

  @Test
  void several_files_are_printed_with_their_names_and_one_alone() throws IOException {
    assertThat(run("rules", "import", "partners.csv", "rules")).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith("==> 20-authorise/permit-partners.csv <==\nAction,Role,")
        .contains("==> 50-reply/partners.drl <==\n// row 7 of partners.csv\n");
    Files.writeString(
        home.resolve("partners.csv"),
        PARTNERS.replace("\"\"\"enquiry/thinking\"\"\"", "").replace("sales,", "slaes,"));

    assertThat(run("rules", "import", "partners.csv")).isOne();

    assertThat(out.toString(UTF_8))
        .isEqualTo("Action,Role,Lead state,Own lead,Why\nthink,manager,,,\n");
    assertThat(err.toString(UTF_8).lines())
        .containsExactly(
            "partners.csv:A6: Role (slaes) is not a word that rules know. Maybe 'sales'?",
            "note: this belongs into 20-authorise/permit-partners.csv.",
            "1 of 2 rows are carried over.");
  }

  @Test
  void rules_that_the_folder_would_not_take_are_told() throws IOException {
    Files.writeString(
        home.resolve("partners.csv"),
        """
        RuleTable,,
        C,C,A
        Situation,Situation,
        sender_role,lead_state,"decision.permit(""$param"");"
        Role,State,Action
        customer,,enquire
        """);

    assertThat(run("rules", "import", "partners.csv")).isOne();

    assertThat(err.toString(UTF_8))
        .contains(
            "20-authorise/permit.csv:A2: This row says the same as row 2 of"
                + " 20-authorise/permit-partners.csv. Maybe delete one of them.");
  }

  @Test
  void whoever_asks_in_the_wrong_way_is_told_and_nothing_is_overwritten() throws IOException {
    assertThat(run("rules", "import")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("rules import FILE [DIR] [to=FOLDER]");
    assertThat(run("rules", "import", "partners.csv", "rules", "rules")).isEqualTo(2);
    assertThat(run("rules", "import", "none.csv")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("There is no file (none.csv) that can be read.");
    assertThat(run("rules", "import", "partners.csv", "to=rules")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("This folder is not empty (");
    assertThat(run("rules", "import", "partners.csv", "nowhere")).isOne();
    assertThat(err.toString(UTF_8)).startsWith("nowhere:1: There is no folder");
    assertThat(out.size()).isZero();
  }
}
