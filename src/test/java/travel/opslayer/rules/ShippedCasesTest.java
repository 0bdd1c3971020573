package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Label;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.RuleFolder;
import travel.opslayer.decision.cases.CaseCheck;
import travel.opslayer.decision.language.Call;
import travel.opslayer.decision.language.Case;
import travel.opslayer.decision.language.Rule;
import travel.opslayer.decision.language.Verb;
import travel.opslayer.decision.language.Written;
import travel.opslayer.decision.rows.PastReleases;
import travel.opslayer.decision.rows.RowBook;

/**
 * Examples for every row that matters: they hold, and whoever deletes such a row hears of it. Only
 * the promises among them ship, so that staff may change what is theirs to change.
 */
class ShippedCasesTest {

  private static final Written WRITTEN = written();

  /** Who takes away the waiting list, as {@code rules/README.md} invites to, meets no case. */
  private static final String WAITING_LIST = "40-actions/notify.csv!8";

  static Stream<String> guarded() {
    return WRITTEN.rules().stream()
        .map(it -> it.origin().toString())
        .filter(
            it ->
                it.matches("(20-authorise/forbid|30-transition/lead|40-actions/(notify|timers)).*"))
        .filter(it -> !it.equals(WAITING_LIST));
  }

  @Test
  void they_are_enough_to_read_and_each_holds() {
    assertThat(WRITTEN.cases()).hasSizeGreaterThan(40);
    assertThat(problems(WRITTEN.rules())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void a_row_that_is_deleted_makes_one_of_them_fail(String source) {
    var rules = new ArrayList<>(WRITTEN.rules());
    rules.removeIf(it -> it.origin().toString().equals(source));

    assertThat(rules).hasSize(WRITTEN.rules().size() - 1);
    assertThat(problems(rules)).isNotEmpty();
  }

  @Test
  void the_three_changes_of_the_readme_contradict_none_of_them() {
    var rules = new ArrayList<>(WRITTEN.rules());
    rules.removeIf(it -> it.name().equals("permit.csv row 6"));

    assertThat(Shipped.rows("20-authorise/permit.csv").get(4))
        .containsEntry("Action", "join_waitlist");
    assertThat(problems(rules)).isEmpty();
    assertThat(
            WRITTEN.cases().stream()
                .flatMap(it -> it.expected().stream())
                .filter(it -> it.part() == Case.Part.TIMER)
                .map(Case.Expected::typed))
        .allMatch(it -> it.equals("none") || it.matches("\\w+ P-[A-Z-]+"));
  }

  @Test
  void a_text_that_is_changed_for_another_is_told_with_the_row_that_says_it() {
    var rules = new ArrayList<Rule>();
    for (var it : WRITTEN.rules()) {
      var offer = List.of(new Call(Verb.REPLY, List.of("enquiry/offer")));
      rules.add(
          it.name().equals("reply.csv row 3")
              ? new Rule(
                  it.name(), it.origin(), it.phase(), it.table(), it.policy(), it.when(), offer)
              : it);
    }

    assertThat(problems(rules))
        .extracting(Problem::toString)
        .containsExactly(
            "cases/enquiry.csv:R4: Expect reply (enquiry/full): the rules say enquiry/offer, by"
                + " reply.csv row 3. Maybe mend the rules, or write 'enquiry/offer' here if they"
                + " are right.");
  }

  @Test
  void the_row_that_the_readme_invites_to_delete_is_watched_over_by_a_promise() {
    var rules = new ArrayList<>(WRITTEN.rules());
    rules.removeIf(it -> it.origin().toString().equals("20-authorise/forbid.csv!4"));

    assertThat(problems(rules))
        .extracting(Problem::toString)
        .anyMatch(
            it -> it.startsWith("cases/promises.csv:") && it.contains("refused/customer_stopped"));
  }

  @Test
  void they_hold_nothing_personal() {
    assertThat(WRITTEN.cases())
        .allSatisfy(it -> assertThat(it.situation().values().toString()).doesNotContain("+"));
  }

  /** By reading the rows instead of compiling them: there are many to try. */
  private static List<Problem> problems(List<Rule> rules) {
    var shipped = Shipped.release();
    var release =
        new Release(
            shipped.hash(),
            shipped.since(),
            shipped.files(),
            shipped.vocabulary(),
            new RowBook(rules),
            WRITTEN.parameters(),
            WRITTEN.phrases(),
            List.of(),
            Label.NONE);
    return CaseCheck.problems(release, WRITTEN);
  }

  private static Written written() {
    var files = new ArrayList<>(Shipped.bean(RuleFolder.class).files());
    for (var name : List.of("answer", "enquiry", "lead", "reminder", "talk", "waitlist")) {
      files.add(new RuleFile("cases/" + name + ".csv", bytes(name)));
    }
    var written = Shipped.bean(PastReleases.class).of("shipped", files).written();
    assertThat(written.problems()).isEmpty();
    return written;
  }

  private static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(Path.of("src/test/resources/rules/cases", name + ".csv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
