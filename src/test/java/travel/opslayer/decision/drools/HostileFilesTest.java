package travel.opslayer.decision.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.drools.gate.DrlGate;
import travel.opslayer.decision.language.Lexicon;
import travel.opslayer.facts.Parameters;

/** Files that would run code, stop the engine, or decide otherwise than they read. */
class HostileFilesTest {

  private static final Path HOSTILE = Path.of("src/test/resources/rules/hostile");
  private static final String MARK = "opslayer.hostile";

  static Stream<Path> files() throws IOException {
    return Files.list(HOSTILE).sorted();
  }

  @ParameterizedTest
  @MethodSource("files")
  void none_is_accepted_and_none_takes_effect(Path path) throws IOException {
    var name = "20-authorise/" + path.getFileName();

    var problems = Office.problems(new RuleFile(name, Files.readAllBytes(path)));

    assertThat(problems).isNotEmpty().allMatch(it -> it.file().equals(name) && it.line() != null);
    assertThat(System.getProperty(MARK)).isNull();
  }

  @Test
  void a_harmless_file_of_the_same_shape_is_accepted() {
    var harmless =
        Office.file(
            "20-authorise/harmless.drl",
            """
            package rules

            rule "prices are free" // for everybody who has a role
            when
              Situation(sender_role in ("customer", "guide") || (sender_role == "sales" && \
            lead_own == true), lead_state != "closed", party_size > 1);
            then
              decision.permit("ask_price");
              decision.notify("owner", "lead/new");
            end
            """);

    assertThat(Office.problems(harmless)).isEmpty();
  }

  @Test
  void a_file_cut_anywhere_is_refused_or_a_file_of_whole_rules() throws IOException {
    var file = Office.FOLDER.resolve("20-authorise/groups.drl");
    var bytes = Files.readAllBytes(file);
    var lexicon = new Lexicon(Office.TERMS, new Parameters(Map.of()));
    var accepted = new ArrayList<Integer>();
    for (var length = 1; length < bytes.length; length++) {
      List<Problem> problems = new ArrayList<>();
      var cut = new RuleFile("20-authorise/groups.drl", Arrays.copyOf(bytes, length));
      var rules = DrlGate.read(cut, lexicon, problems);
      if (problems.isEmpty()) {
        assertThat(rules.size()).isPositive();
        accepted.add(length);
      }
    }

    var text = Files.readString(file);
    assertThat(accepted)
        .allSatisfy(
            it ->
                assertThat(text.substring(0, it).replaceAll("(?s)/\\*.*", "").strip())
                    .endsWith("end"));
  }

  @Test
  void the_name_of_a_file_is_never_code() {
    var text =
        "rule \"x\" when Situation(lead_own == true) then decision.permit(\"ask_price\"); end";
    var file = Office.file("20-authorise/\" + System.exit(1) + \".drl", text);

    assertThat(Office.problems(file))
        .extracting(Problem::sentence)
        .containsExactly("No file can be called (20-authorise/\" + System.exit(1) + \".drl).");
  }

  @Test
  void the_mark_that_editors_on_windows_begin_with_is_no_danger() {
    var rule =
        "rule \"x\" when Situation(lead_own == true) then decision.permit(\"ask_price\"); end";

    assertThat(Office.problems(Office.file("20-authorise/x.drl", "\uFEFF" + rule))).isEmpty();
    assertThat(Office.problems(Office.file("20-authorise/x.drl", rule + "\uFEFF"))).isNotEmpty();
  }

  @Test
  void a_long_comment_is_no_danger() {
    var comment = "// a line, and /* not */ the last\n".repeat(10_000);
    var rule =
        "rule \"x\" when Situation(lead_own == true) then decision.permit(\"ask_price\"); end";

    assertThat(Office.problems(Office.file("20-authorise/x.drl", comment + rule))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "party_size == 1 && ",
        "party_size == 1 || ",
        "party_size in (1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1) && ",
        "(party_size == 1) && ",
        "party_size == 1, "
      })
  void a_condition_without_end_is_refused_at_once(String part) {
    var when = part.repeat(Math.min(20_000, 400_000 / part.length())) + "party_size == 1";
    refusedAtOnce(
        "rule \"x\" when Situation(" + when + ") then decision.permit(\"ask_price\"); end");
  }

  @Test
  void a_list_without_end_is_refused_at_once() {
    var list = "1,".repeat(200_000) + "1";
    refusedAtOnce(
        "rule \"x\" when Situation(party_size in (%s)) then decision.permit(\"ask_price\"); end"
            .formatted(list));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.", "a.rule.", "a[1]", "a ? ", "a<", "new a().", "Situation ", "not "})
  void an_expression_that_the_parser_cannot_understand_is_refused_at_once(String part) {
    refusedAtOnce("rule \"x\" when Situation(" + part.repeat(400_000 / part.length()));
    refusedAtOnce(
        "rule \"x\" when Situation("
            + part.repeat(400_000 / part.length())
            + "b == 1) then decision.permit(\"ask_price\"); end");
  }

  /** What the end of a rule looks like may stand in a text. */
  @ParameterizedTest
  @ValueSource(strings = {"'; end'", "\"\\\"; end\"", "; end "})
  void an_end_that_is_none_makes_no_rule_shorter(String end) {
    refusedAtOnce(
        "rule \"x\" when Situation(" + ("a.".repeat(1_400) + end + ".").repeat(70) + "b == 1");
  }

  private static void refusedAtOnce(String text) {
    var file = Office.file("20-authorise/x.drl", text);

    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Office.problems(file)))
        .isNotEmpty();
  }
}
