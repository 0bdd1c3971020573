package travel.opslayer.decision.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.analysis.Looked.forbid;
import static travel.opslayer.decision.analysis.Looked.reply;
import static travel.opslayer.decision.analysis.Looked.text;
import static travel.opslayer.decision.drools.Office.file;

import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;

class UnnamedTest {

  private static final String LARGE =
      """
      rule "large"
      when
        Situation(party_size >= %s)
      then
        decision.%s;
      end
      """;

  @Test
  void a_parameter_that_nobody_names_is_noted() {
    assertThat(of("parameters.csv", text(LARGE.formatted("8", "permit(\"ask_price\")"))))
        .containsExactly(
            "parameters.csv:A2: Neither a rule nor the service names the parameter (P-FIRSTREPLY)."
                + " Maybe write it into a cell where its number counts, or delete the row.",
            "parameters.csv:A3: Neither a rule nor the service names the parameter (P-LARGE)."
                + " Maybe write it into a cell where its number counts, or delete the row.");
  }

  @Test
  void a_parameter_that_a_cell_names_is_not() {
    var require = "Rule,Action,People,Product known,Needs\nlarge,ask_price,>= p-large,,deposit\n";
    var timers =
        "Wish,Office open,Lead answered,Timer running,Timer,After\n"
            + "ask_price,,,,first_reply,P-FIRSTREPLY\n";

    assertThat(of("parameters.csv", file("20-authorise/require.csv", require)))
        .singleElement()
        .asString()
        .contains("P-FIRSTREPLY");
    assertThat(of("parameters.csv", file("40-actions/timers.csv", timers)))
        .singleElement()
        .asString()
        .contains("P-LARGE");
  }

  @Test
  void a_parameter_of_the_service_is_not() {
    var parameters = "Parameter,Value,Meaning\nP-OFFICE,Sun-Fri 09:00-19:00,\nP-OFFICES,2,\n";

    assertThat(of("parameters.csv", file("parameters.csv", parameters)))
        .singleElement()
        .asString()
        .startsWith("parameters.csv:A3: ");
  }

  @Test
  void a_template_that_no_rule_says_is_noted() {
    assertThat(of("templates/", reply("ask_price,,,,,,price/open\n")))
        .hasSize(6)
        .contains(
            "templates/price/full: No rule names the template (price/full). Maybe write it into a"
                + " row, or delete its files unless the service says it by itself.");
  }

  @Test
  void a_template_of_a_reply_a_refusal_or_a_notice_is_not() {
    var rules = LARGE.formatted("8", "notify(\"manager\", \"lead/waiting\")");

    assertThat(
            of(
                "templates/",
                reply("ask_price,,,,,,price/open\n"),
                forbid("ask_price,guide,,refused/not_yours\n"),
                text(rules)))
        .hasSize(4)
        .noneMatch(it -> it.matches("templates/(price/open|refused/not_yours|lead/waiting).*"));
  }

  private static List<String> of(String place, RuleFile... files) {
    return Looked.at(files).notes().stream()
        .filter(it -> it.file().startsWith(place))
        .map(Problem::toString)
        .toList();
  }
}
