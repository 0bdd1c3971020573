package travel.opslayer.decision.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.RuleFile;

/** Each is refused in a moment, in lines that staff can read, and leaves nothing behind. */
class HostileTablesTest {

  private static final Duration GENEROUS = Duration.ofSeconds(10);

  static Stream<Arguments> files() {
    return HostileTables.all().entrySet().stream()
        .map(it -> Arguments.of(it.getKey(), it.getValue()));
  }

  static Stream<Arguments> harmless() {
    return HostileTables.harmless().entrySet().stream()
        .map(it -> Arguments.of(it.getKey(), it.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  void what_nobody_reads_changes_nothing(String name, RuleFile file) {
    var plain = Office.release(Office.bareWith(Workbooks.permit(it -> {})));
    var release = assertTimeoutPreemptively(GENEROUS, () -> Office.release(Office.bareWith(file)));

    for (var role : Office.Role.values()) {
      var situation = Office.situation("sender_role", role.name().toLowerCase(Locale.ROOT));
      assertThat(release.book().ask(Phase.DECIDE, situation))
          .isEqualTo(plain.book().ask(Phase.DECIDE, situation));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void each_is_refused_at_once_and_takes_no_effect(String name, RuleFile file) {
    var problems = assertTimeoutPreemptively(GENEROUS, () -> Office.problems(file));

    assertThat(problems)
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(200)
        .allSatisfy(
            it -> {
              assertThat(it.toString()).doesNotContainPattern("\\p{Cntrl}|Exception|\\bnull\\b");
              assertThat(it.toString()).hasSizeLessThan(1_500);
              assertThat(it.line() == null || it.line() > 0).isTrue();
              assertThat(it.line() == null).isNotEqualTo(it.cell() == null);
            });
    assertThat(System.getProperty("opslayer.hostile")).isNull();
  }
}
