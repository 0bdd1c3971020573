package travel.opslayer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Decision.Outcome;

/** The tables of what can be done, and of evidence. */
class HelpRulesTest {

  private static Stream<String> values(String name, boolean customers) {
    return Shipped.rows("40-actions/help-terms.csv").stream()
        .filter(it -> name.equals(it.get("Name")))
        .filter(
            it ->
                it.get("Role") == null
                    || it.get("Role").isEmpty()
                    || it.get("Role").contains("customer") == customers)
        .map(it -> String.valueOf(it.get("Value")));
  }

  @Test
  void what_the_table_names_can_be_done_and_has_words_in_every_language() throws IOException {
    for (var customers : List.of(true, false)) {
      for (var language : customers ? List.of("en", "es", "hi", "ne") : List.of("en")) {
        var menu = customers ? "help/menu." : "help/menu_staff.";
        var text = Files.readString(Shipped.TEMPLATES.resolve(menu + language + ".txt"));
        assertThat(values("offer", customers).map(it -> it.split(" or ")[0]))
            .allSatisfy(it -> assertThat(text).contains("[[" + it + " |"));
      }
    }
    assertThat(
            Stream.concat(values("offer", true), values("offer", false))
                .flatMap(it -> Stream.of(it.split(" or "))))
        .allSatisfy(it -> assertThat(Rules.actions()).contains(it));
    assertThat(values("write", false).map(it -> it.split(":")[0]))
        .allSatisfy(it -> assertThat(Rules.actions()).contains(it));
  }

  @Test
  void who_has_trouble_is_not_answered_with_a_menu() {
    assertThat(Rules.wish("help_asked", true)).startsWith("help");
    assertThat(
            Rules.wish(
                "help_asked",
                true,
                "report_category",
                "vehicle",
                "message_kind",
                "text",
                "sender_staff",
                true))
        .doesNotStartWith("help");
  }

  @Test
  void evidence_is_for_those_who_answer_for_it_and_of_what_there_is() {
    assertThat(evidence("manager", "booking")).isEqualTo(new Outcome.Permitted("make_evidence"));
    assertThat(evidence("manager", null))
        .isEqualTo(new Outcome.Refused("make_evidence", "evidence/which"));
    assertThat(evidence("field", "booking"))
        .isEqualTo(new Outcome.Refused("make_evidence", "evidence/not_yours"));
    assertThat(Rules.wish("words_wish", "evidence", "message_kind", "text", "sender_staff", true))
        .startsWith("make_evidence");
    assertThat(Rules.wish("words_wish", "evidence", "message_kind", "text", "sender_staff", false))
        .doesNotContain("make_evidence");
  }

  private static Outcome evidence(String role, @org.jspecify.annotations.Nullable String about) {
    return about == null
        ? Rules.decide("make_evidence", "sender_role", role).outcome()
        : Rules.decide("make_evidence", "sender_role", role, "evidence_about", about).outcome();
  }
}
