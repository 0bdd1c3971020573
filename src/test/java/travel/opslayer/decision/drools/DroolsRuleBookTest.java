package travel.opslayer.decision.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.Phase.CLASSIFY;
import static travel.opslayer.decision.Phase.DECIDE;
import static travel.opslayer.decision.drools.Office.file;
import static travel.opslayer.decision.drools.Office.situation;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.Hit;
import travel.opslayer.decision.Release;
import travel.opslayer.decision.Verdict;
import travel.opslayer.decision.Verdict.Assign;
import travel.opslayer.decision.Verdict.Forbid;
import travel.opslayer.decision.Verdict.MoveTo;
import travel.opslayer.decision.Verdict.Notify;
import travel.opslayer.decision.Verdict.Permit;
import travel.opslayer.decision.Verdict.Reply;
import travel.opslayer.decision.Verdict.Require;
import travel.opslayer.decision.Verdict.Schedule;
import travel.opslayer.facts.Situation;
import travel.opslayer.facts.words.Phrase;

class DroolsRuleBookTest {

  private static Release office;

  @BeforeAll
  static void make() {
    office = Office.release(Office.files());
  }

  @Test
  void a_row_that_fits_is_on_record_with_file_and_row() {
    assertThat(ask("wish_action", "ask_price", "sender_role", "customer"))
        .contains(
            new Hit("permit.csv row 2", "20-authorise/permit.csv!2", new Permit("ask_price")));
  }

  @Test
  void one_word_beside_the_row_and_it_does_not_fire() {
    assertThat(verdicts("sender_role", "guide", "lead_state", "new"))
        .doesNotContain(new Permit("ask_price"));
  }

  @Test
  void what_nobody_knows_fits_no_row_not_even_one_that_says_not() {
    assertThat(verdicts("sender_role", "sales", "lead_state", "open"))
        .contains(new Permit("send_quote"));
    assertThat(verdicts("sender_role", "sales", "lead_state", "closed"))
        .doesNotContain(new Permit("send_quote"));
    assertThat(verdicts("sender_role", "sales")).doesNotContain(new Permit("send_quote"));
  }

  @Test
  void of_a_first_table_the_uppermost_row_counts() {
    assertThat(verdicts("sender_language", "es", "product_code", "EBC"))
        .contains(new Assign("lead_owner", "Sarita"))
        .doesNotContain(new Assign("lead_owner", "Bikram"), new Assign("lead_owner", "Anita"));
    assertThat(verdicts("sender_language", "fr", "product_code", "EBC"))
        .contains(new Assign("lead_owner", "Bikram"));
    assertThat(verdicts("sender_language", "fr")).contains(new Assign("lead_owner", "Anita"));
  }

  @Test
  void of_a_first_table_in_two_files_the_first_file_counts() {
    var more = "Language,Product,Owner\nfr,,Deepak\nes,ABC,Deepak\n";
    var book = Office.release(Office.filesWith(file("40-actions/assign-2.csv", more))).book();

    assertThat(book.ask(DECIDE, situation("sender_language", "es", "product_code", "ABC")))
        .extracting(Hit::verdict)
        .contains(new Assign("lead_owner", "Sarita"))
        .doesNotContain(new Assign("lead_owner", "Deepak"));
  }

  @Test
  void of_a_row_and_a_rule_by_hand_both_are_kept_so_that_a_conflict_is_seen() {
    var more =
        """
        rule "asked again"
        when
          Situation(lead_state in ("new", "open"), wish_action == "ask_quote")
        then
          decision.moveTo("quoted");
        end
        """;
    var book = Office.release(Office.filesWith(file("30-transition/more.drl", more))).book();
    var asked = situation("lead_state", "new", "wish_action", "ask_quote");

    assertThat(book.ask(DECIDE, asked))
        .extracting(Hit::verdict)
        .contains(new MoveTo("open"), new MoveTo("quoted"));
    assertThat(verdicts("lead_state", "new", "wish_action", "ask_quote"))
        .contains(new MoveTo("open"))
        .doesNotContain(new MoveTo("quoted"));
  }

  @Test
  void of_a_unique_table_all_rows_that_say_the_same_are_kept() {
    var more = "From,Event,To\n\"new, open\",send_quote,quoted\n";
    var book = Office.release(Office.filesWith(file("30-transition/lead-more.csv", more))).book();

    assertThat(book.ask(DECIDE, situation("lead_state", "open", "wish_action", "send_quote")))
        .filteredOn(it -> it.verdict() instanceof MoveTo)
        .extracting(Hit::source)
        .containsExactly("30-transition/lead.csv!3", "30-transition/lead-more.csv!2");
  }

  @Test
  void of_a_collect_table_all_count() {
    assertThat(
            verdicts(
                "wish_action", "remind_owner",
                "lead_answered", false,
                "timer_name", "first_reply_due"))
        .contains(new Notify("owner", "lead/waiting"), new Notify("manager", "lead/waiting"));
  }

  @Test
  void the_phases_do_not_see_each_other() {
    var tapped = situation("tap_action", "ask_quote", "sender_language", "es");

    assertThat(office.book().ask(CLASSIFY, tapped))
        .containsExactly(
            new Hit("wish.csv row 2", "10-classify/wish.csv!2", new Assign("wish", "ask_quote")));
    assertThat(office.book().ask(DECIDE, tapped))
        .extracting(Hit::verdict)
        .doesNotContain(new Assign("wish", "ask_quote"));
  }

  @Test
  void a_rule_by_hand_says_several_things_and_is_on_record_with_its_line() {
    var hits = ask("wish_action", "send_quote", "party_size", 8L, "sender_role", "sales");

    assertThat(hits)
        .contains(
            new Hit(
                "a large group is quoted by a manager",
                "20-authorise/groups.drl:2",
                new Require("send_quote", "approval")),
            new Hit(
                "a large group is quoted by a manager",
                "20-authorise/groups.drl:2",
                new Notify("manager", "lead/waiting")));
    assertThat(verdicts("wish_action", "send_quote", "party_size", 7L, "sender_role", "sales"))
        .doesNotContain(new Notify("manager", "lead/waiting"));
    assertThat(verdicts("wish_action", "send_quote", "party_size", 8L))
        .doesNotContain(new Notify("manager", "lead/waiting"))
        .contains(new Forbid("send_quote", "refused/not_yours"));
  }

  @Test
  void bounds_and_parameters_are_kept_to_the_number() {
    assertThat(verdicts("party_size", 8L)).contains(new Require("send_quote", "deposit"));
    assertThat(verdicts("party_size", 7L)).doesNotContain(new Require("send_quote", "deposit"));
    assertThat(verdicts("party_size", 5L, "product_code", "EBC"))
        .contains(new Require("ask_quote", "approval"));
    assertThat(verdicts("party_size", 6L, "product_code", "EBC"))
        .doesNotContain(new Require("ask_quote", "approval"));
    assertThat(verdicts("party_size", 5L)).doesNotContain(new Require("ask_quote", "approval"));
  }

  @Test
  void a_rule_that_is_called_like_another_one_and_its_word_is_kept_beside_it() {
    var rules =
        """
        rule "a"
        when
          Situation(wish_action in ("ask_price", "ask_quote"))
        then
          decision.permit("ask_price");
        end
        rule "a ask_price"
        when
          Situation(wish_action == "ask_price")
        then
          decision.permit("ask_quote");
        end
        """;
    var book = Office.release(Office.bareWith(file("20-authorise/by-hand.drl", rules))).book();

    assertThat(book.ask(DECIDE, situation("wish_action", "ask_price")))
        .extracting(Hit::rule)
        .containsExactly("a", "a ask_price");
  }

  @Test
  void a_rule_has_the_name_that_its_table_gives() {
    assertThat(ask("party_size", 9L))
        .contains(
            new Hit(
                "Large groups pay first",
                "20-authorise/require.csv!2",
                new Require("send_quote", "deposit")));
  }

  @Test
  void a_parameter_stands_for_its_value() {
    var asked =
        situation(
            "wish_action", "ask_price",
            "office_open", true,
            "lead_answered", false,
            "lead_timer_running", false);

    assertThat(office.book().ask(DECIDE, asked))
        .extracting(Hit::verdict)
        .contains(new Schedule("first_reply", "15 min"))
        .doesNotContain(new Schedule("first_reply", "12 h"));
    assertThat(office.parameters().text("P-FIRSTREPLY")).contains("15 min");
  }

  @Test
  void hits_stand_in_the_order_of_files_and_of_rows_as_numbers() {
    var rows = new StringBuilder("Action,Role,Lead state,Own lead,When told\n");
    var actions = Office.TERMS.actions();
    for (var i = 0; i < 20; i++) {
      rows.append("%s,\"customer,%s\",,,\n".formatted(actions.get(i % 5), role(i / 5)));
    }
    var book = Office.release(Office.bareWith(file("20-authorise/permit.csv", rows.toString())));

    assertThat(book.book().ask(DECIDE, situation("sender_role", "customer")))
        .extracting(Hit::source)
        .startsWith("20-authorise/permit.csv!2", "20-authorise/permit.csv!3")
        .endsWith("20-authorise/permit.csv!20", "20-authorise/permit.csv!21")
        .hasSize(20);
  }

  @Test
  void phrases_come_from_any_separator_script_and_byte_order_mark() {
    assertThat(office.phrases())
        .contains(
            new Phrase("es", "¿cuánto cuesta?", "wish", "ask_price"),
            new Phrase("es", "hola", "courtesy", ""),
            new Phrase("es", "pareja, nosotros dos", "people", "2"),
            new Phrase("en", "कितना", "wish", "ask_price"),
            new Phrase("en", "👍", "courtesy", ""));
  }

  @Test
  void a_situation_that_knows_nothing_is_decided_too() {
    assertThat(office.book().ask(DECIDE, new Situation(Map.of())))
        .extracting(Hit::verdict)
        .contains(new Assign("lead_owner", "Anita"))
        .doesNotHaveAnyElementsOfTypes(Permit.class, Reply.class);
  }

  @Test
  void a_release_without_rules_of_a_phase_says_nothing() {
    assertThat(Office.release(Office.bareWith()).book().ask(DECIDE, situation())).isEmpty();
  }

  private static String role(int number) {
    return List.of("guide", "sales", "manager", "sales, manager").get(number);
  }

  private static List<Hit> ask(Object... fieldsAndValues) {
    return office.book().ask(DECIDE, situation(fieldsAndValues));
  }

  private static List<Verdict> verdicts(Object... fieldsAndValues) {
    return ask(fieldsAndValues).stream().map(Hit::verdict).toList();
  }
}
