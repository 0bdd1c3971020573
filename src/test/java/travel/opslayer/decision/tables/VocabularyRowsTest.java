package travel.opslayer.decision.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.drools.Office.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.Shipped;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.RuleFolder;

/** Words that a company adds, against the rules that ship. */
class VocabularyRowsTest {

  private static final RuleFolder FOLDER = Shipped.bean(RuleFolder.class);

  private static List<Problem> check(Map<String, String> changed) {
    var files = new ArrayList<RuleFile>();
    for (var it : FOLDER.files()) {
      if (!changed.containsKey(it.name())) {
        files.add(it);
      }
    }
    changed.forEach((name, text) -> files.add(file(name, text)));
    return FOLDER.check(files).problems();
  }

  private static String shipped(String name) {
    return FOLDER.files().stream()
        .filter(it -> it.name().equals(name))
        .map(it -> new String(it.bytes(), java.nio.charset.StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_role_of_the_companys_own_may_be_permitted_and_told() {
    var permit = shipped("20-authorise/permit.csv") + "answer_lead,concierge,,,\n";
    var notify =
        shipped("40-actions/notify.csv") + "opt_in,,,,,,,,no,concierge,enquiry/media_came\n";
    var rows = Map.of("20-authorise/permit.csv", permit, "40-actions/notify.csv", notify);
    assertThat(check(rows)).extracting(Problem::sentence).hasSize(2);

    var with = new java.util.HashMap<>(rows);
    with.put("vocabulary.csv", "Field,Word,Meaning\nsender role,concierge,at the hotel\n");
    assertThat(check(with)).isEmpty();
  }

  @Test
  void a_state_of_the_companys_own_is_led_to_and_from() {
    var lead =
        shipped("30-transition/lead.csv")
            + "no,,qualified,think,on_hold\nno,,on_hold,enquire,qualified\n";
    assertThat(check(Map.of("30-transition/lead.csv", lead))).hasSize(2);
    assertThat(
            check(
                Map.of(
                    "30-transition/lead.csv",
                    lead,
                    "vocabulary.csv",
                    "Field,Word\nlead_state,on_hold\n")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "departure_state,half;A2: No words can be added to this field (departure_state). Maybe take"
            + " a field whose words are in italics in docs/rules.md.",
        "sender_rol,boss;A2: No words can be added to this field (sender_rol). Maybe"
            + " 'sender_role'?",
        "sender_role,The Boss;B2: A word of rules cannot be written like this (The Boss). Maybe use"
            + " small letters, digits and _, such as on_hold.",
        "sender_role,sales;B2: Word (sales) is there already. Maybe delete this row.",
      })
  void what_cannot_be_added_is_told_with_its_cell(String row, String line) {
    assertThat(check(Map.of("vocabulary.csv", "Field,Word\n" + row + "\n")))
        .extracting(Problem::toString)
        .containsExactly("vocabulary.csv:" + line);
  }
}
