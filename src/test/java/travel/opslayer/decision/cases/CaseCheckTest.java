package travel.opslayer.decision.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static travel.opslayer.decision.drools.Office.file;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Problem;
import travel.opslayer.decision.ReleaseMaker.Made;
import travel.opslayer.decision.ReleaseMaker.Refused;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.drools.DroolsReleaseMaker;
import travel.opslayer.decision.drools.Office;

/** Examples against the rules of the small office: each holds, and one step beside it does not. */
class CaseCheckTest {

  private final DroolsReleaseMaker maker = new DroolsReleaseMaker();

  @Test
  void a_wish_is_found_by_the_rules_or_it_is_not() {
    assertThat(says("Words wish,Sender staff,Expect wish", "ask_price,no,ask_price")).isEmpty();
    assertThat(says("Words wish,Sender staff,Expect wish", "ask_price,yes,ask_price"))
        .containsExactly("Expect wish (ask_price): the rules say none.");
  }

  @Test
  void what_may_be_done_need_not_be_what_is_asked_for() {
    var titles = "Sender role,Lead state,Wish action,Expect permitted";

    assertThat(says(titles, "sales,open,ask_price,send_quote")).isEmpty();
    assertThat(says(titles, "sales,closed,ask_price,send_quote"))
        .containsExactly(
            "Expect permitted (send_quote): the rules say none, for send_quote is refused"
                + " (refused/lead_closed), by forbid.csv row 2.");
  }

  @Test
  void what_must_be_met_first_is_a_reason() {
    var titles = "Sender role,Lead state,Party size,Wish action,Expect refused";

    assertThat(says(titles, "manager,open,P-LARGE,send_quote,refused/deposit")).isEmpty();
    assertThat(says(titles, "manager,open,7,send_quote,refused/deposit"))
        .containsExactly(
            "Expect refused (refused/deposit): the rules say none, for send_quote is permitted, by"
                + " permit.csv row 4.");
  }

  @Test
  void a_reply_that_is_refused_is_the_reason() {
    var titles = "Sender role,Wish action,Expect reply";

    assertThat(says(titles, "customer,ask_price,price/open")).isEmpty();
    assertThat(says(titles, "guide,ask_price,refused/nobody_permits")).isEmpty();
    assertThat(says(titles, "guide,ask_price,price/open"))
        .containsExactly("Expect reply (price/open): the rules say refused/nobody_permits.");
  }

  @Test
  void a_state_a_notice_and_a_timer_are_those_of_the_rules() {
    var titles =
        "Sender role,Lead state,Lead own,Lead answered,Lead timer running,Office open,Wish action,"
            + "Expect state,Expect notify,Expect timer";

    assertThat(says(titles, "customer,new,yes,,,,ask_quote,open,none,none")).isEmpty();
    assertThat(says(titles, "customer,,,no,no,yes,ask_price,none,owner lead/new,first reply"))
        .isEmpty();
    assertThat(says(titles, "customer,,,no,no,no,ask_price,,,first_reply 12 h")).isEmpty();
    assertThat(says(titles, "customer,,,no,no,no,ask_price,,,First reply 12H")).isEmpty();
    assertThat(says(titles, "customer,,,no,no,yes,ask_price,,,first_reply P-FIRSTREPLY")).isEmpty();
    assertThat(says(titles, "customer,,,no,no,yes,ask_price,,,first_reply 12 h"))
        .containsExactly(
            "Expect timer (first_reply 12 h): the rules say first_reply 15 min, by timers.csv row"
                + " 2.");
  }

  @Test
  void several_notices_may_be_written_in_any_order() {
    var titles = "Timer name,Lead answered,Wish action,Sender role,Expect notify";
    var both = "first_reply_due,no,ask_price,customer,\"%s, %s\"";
    var more =
        file(
            "40-actions/notify.csv",
            "Wish,Office open,Lead answered,Step,Who,Template\nask_price,,,,owner,lead/new\n"
                + "ask_price,,no,,manager,lead/waiting\n");

    assertThat(says(titles, both.formatted("owner lead/new", "manager lead/waiting"), more))
        .isEmpty();
    assertThat(says(titles, both.formatted("manager lead/waiting", "owner lead/new"), more))
        .isEmpty();
    assertThat(says(titles, both.formatted("manager lead/waiting", "owner lead/waiting"), more))
        .containsExactly(
            "Expect notify (manager lead/waiting, owner lead/waiting): the rules say owner"
                + " lead/new, manager lead/waiting, by notify.csv row 2 and notify.csv row 3.");
  }

  @Test
  void a_row_has_fired_or_another_one_has() {
    var titles = "Sender role,Departure state,Wish action,Expect row";

    assertThat(says(titles, "customer,full,ask_price,reply.csv row 2")).isEmpty();
    assertThat(says(titles, "customer,full,ask_price,\"reply.csv row 2, permit.csv row 2\""))
        .isEmpty();
    assertThat(says(titles, "guide,,ask_price,none"))
        .containsExactly(
            "Expect row (none): forbid.csv row 3, assign.csv row 3 and notify.csv row 2 fired.");
    assertThat(says(titles, "customer,free,ask_price,reply.csv row 2"))
        .containsExactly(
            "Expect row (reply.csv row 2): reply.csv row 2 did not fire, but reply.csv row 3 did.");
  }

  @Test
  void a_rule_by_hand_is_called_by_its_name() {
    var titles = "Sender role,Party size,Wish action,Expect row";

    assertThat(says(titles, "sales,8,send_quote,Large groups pay first")).isEmpty();
    assertThat(says(titles, "sales,7,send_quote,Large groups pay first"))
        .containsExactly(
            "Expect row (Large groups pay first): Large groups pay first did not fire, nor did"
                + " another row of its table.");
  }

  @Test
  void what_is_blank_is_not_known_and_not_checked() {
    assertThat(says("Sender role,Lead own,Wish action,Expect state,Expect reply", "guide,,,none,"))
        .isEmpty();
  }

  @Test
  void every_failing_example_is_named_and_none_of_the_others() {
    var table =
        "Case,Sender role,Departure state,Product code,Wish action,Expect reply\n"
            + "Full,customer,full,EBC,ask_price,price/full\n"
            + "Free,customer,free,EBC,ask_price,price/full\n"
            + "Nobody knows,customer,,EBC,ask_price,price/full\n";

    assertThat(problems(file("cases/price.csv", table)))
        .extracting(Problem::file, Problem::cell)
        .containsExactly(tuple("cases/price.csv", "F3"), tuple("cases/price.csv", "F4"));
  }

  @Test
  void more_examples_than_anybody_reads_are_refused_before_they_are_tried() {
    var table = new StringBuilder("Case,Sender role,Expect wish\n");
    for (var i = 0; i <= 2_000; i++) {
      table.append("Number ").append(i).append(",customer,ask_price\n");
    }

    assertThat(problems(file("cases/many.csv", table.toString())))
        .extracting(Problem::toString)
        .containsExactly(
            "cases/many.csv:A1: There are too many cases in the folder (2001). Maybe keep those"
                + " that say something new.");
  }

  @Test
  void an_example_counts_in_the_hash_though_no_rule_changes() {
    var one = "Case,Sender role,Expect wish\nOne,customer,none\n";

    assertThat(Office.release(Office.filesWith(file("cases/a.csv", one))).hash())
        .isNotEqualTo(Office.release(Office.files()).hash());
  }

  private List<String> says(String titles, String row, RuleFile... more) {
    var files = new ArrayList<>(List.of(more));
    files.add(file("cases/price.csv", "Case,Product code," + titles + "\nOne,EBC," + row + "\n"));
    return problems(files.toArray(RuleFile[]::new)).stream().map(Problem::sentence).toList();
  }

  private List<Problem> problems(RuleFile... files) {
    return switch (maker.make(Office.filesWith(files), Office.TERMS, Office.NOON)) {
      case Made _ -> List.of();
      case Refused(var found) -> found;
    };
  }
}
