package travel.opslayer.decision.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.drools.Office.file;
import static travel.opslayer.decision.drools.Office.situation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Phase;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.rows.RowBook;
import travel.opslayer.facts.Situation;

/** A table or a text of offers, asked about a situation that fits and one just beside it. */
final class Offers {

  private static final List<String> COLUMNS =
      List.of(
          "Action",
          "Role",
          "Own lead",
          "Product",
          "People",
          "Trip starts",
          "Holiday",
          "Silent for",
          "Total",
          "Note");

  private static final String PARAMETERS =
      """
      Parameter,Value,Meaning
      P-FIRSTREPLY,15 min,how long a customer waits
      P-LARGE,8,people
      P-SEASON,15 Mar 2027,first day
      P-DEPOSIT,"USD 1,450",at least
      P-QUIET,1 h 30 min,until we ask again
      P-BOSS,manager,who decides
      P-STRICT,yes,whether only their own
      P-MAIN,EBC,the trip that most ask for
      """;

  private Offers() {}

  static void check(
      String column, String cell, Map<String, Object> fits, Map<String, Object> near) {
    var row = new HashMap<>(Map.of("Action", "ask_price", column, cell));
    var cells = COLUMNS.stream().map(it -> "\"" + row.getOrDefault(it, "") + "\"").toList();
    var table = String.join(",", COLUMNS) + "\n" + String.join(",", cells) + "\n";
    check(file("20-authorise/offers.csv", table), fits, near);
  }

  /** By the engine and by the plain reading of the rows. */
  static void check(RuleFile rules, Map<String, Object> fits, Map<String, Object> near) {
    var files = new HashMap<String, RuleFile>();
    Office.bareWith(rules).forEach(it -> files.put(it.name(), it));
    files.put("parameters.csv", file("parameters.csv", PARAMETERS));
    var all = List.copyOf(files.values());
    var book = Office.release(all).book();
    var rows = new RowBook(new FolderReader().read(all, Office.TERMS).rules());

    assertThat(book.ask(Phase.DECIDE, new Situation(fits))).extracting(Hit::rule).hasSize(1);
    assertThat(book.ask(Phase.DECIDE, new Situation(near))).isEmpty();
    assertThat(book.ask(Phase.DECIDE, situation())).isEmpty();
    assertThat(rows.ask(Phase.DECIDE, new Situation(fits))).hasSize(1);
    assertThat(rows.ask(Phase.DECIDE, new Situation(near))).isEmpty();
  }
}
