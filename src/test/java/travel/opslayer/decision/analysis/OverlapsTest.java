package travel.opslayer.decision.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static travel.opslayer.decision.analysis.Looked.errors;
import static travel.opslayer.decision.analysis.Looked.lead;
import static travel.opslayer.decision.analysis.Looked.notes;
import static travel.opslayer.decision.analysis.Looked.permit;
import static travel.opslayer.decision.analysis.Looked.reply;
import static travel.opslayer.decision.drools.Office.file;

import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.decision.RuleFile;
import travel.opslayer.decision.drools.Office;

class OverlapsTest {

  private static final RuleFile PARTY =
      file(
          "_schema/party.yaml",
          """
          table: 30-transition/party*
          phase: decide
          hit: unique
          verb: moveTo
          columns:
            - {title: People, field: party_size, compare: range, blank: any}
            - {title: Product known, field: product_code, compare: known, blank: any}
            - {title: Mine, field: lead_own, compare: yes_no, blank: any}
            - {title: To, argument: 1}
          """);

  @Test
  void two_rows_that_lead_to_different_states_at_once_are_an_error() {
    assertThat(errors(lead("\"new, open\",ask_quote,open\nopen,ask_quote,quoted\n")))
        .containsExactly(
            "30-transition/lead.csv:A3: This row and row 2 can fire together, and they say"
                + " different things (quoted and open), for example with Event ask_quote and"
                + " From open. Maybe fill in a cell of one of them, so that only one fits.");
  }

  @Test
  void a_folder_with_such_rows_does_not_come_into_force() {
    assertThat(Office.problems(lead("\"new, open\",ask_quote,open\nopen,ask_quote,quoted\n")))
        .singleElement()
        .satisfies(it -> assertThat(it.sentence()).startsWith("This row and row 2"));
  }

  @Test
  void rows_of_two_tables_that_lead_to_different_states_are_a_note() {
    var files = List.of(lead("new,ask_quote,open\n"), PARTY, party("2-5,,,quoted\n"));

    assertThat(errors(files.toArray(RuleFile[]::new))).isEmpty();
    assertThat(notes(files.toArray(RuleFile[]::new)))
        .filteredOn(it -> it.contains("can fire together"))
        .singleElement()
        .asString()
        .startsWith(
            "30-transition/party.csv:A2: This row and row 2 of 30-transition/lead.csv can fire");
  }

  @Test
  void rows_of_two_tables_that_agree_or_never_meet_are_none() {
    var agree = new RuleFile[] {lead("new,ask_quote,open\n"), PARTY, party("2-5,,,open\n")};

    assertThat(notes(agree)).noneMatch(it -> it.contains("can fire together"));
  }

  @Test
  void two_rows_that_never_fire_together_are_none() {
    assertThat(errors(lead("new,ask_quote,open\nopen,ask_quote,quoted\n"))).isEmpty();
    assertThat(errors(lead("not open,ask_quote,open\nopen,ask_quote,quoted\n"))).isEmpty();
  }

  @Test
  void two_rows_that_lead_to_the_same_state_are_none() {
    assertThat(errors(lead("\"new, open\",ask_quote,quoted\nopen,ask_quote,quoted\n"))).isEmpty();
  }

  @Test
  void rows_that_all_count_or_of_which_the_uppermost_does_are_none() {
    assertThat(errors(permit("ask_quote,customer,,,,\nsend_quote,customer,,,,\n"))).isEmpty();
    assertThat(errors(reply("ask_price,,,,,,price/open\nask_price,sales,,,,,price/full\n")))
        .isEmpty();
  }

  @Test
  void ranges_that_share_a_number_are_an_error_and_neighbours_are_none() {
    assertThat(errors(PARTY, party("2-5,,,open\n5-9,,,quoted\n")))
        .singleElement()
        .asString()
        .contains("for example with People 5.");
    assertThat(errors(PARTY, party("2-4,,,open\n5-9,,,quoted\n"))).isEmpty();
    assertThat(errors(PARTY, party("< 5,,,open\n>= 5,,,quoted\n"))).isEmpty();
    assertThat(errors(PARTY, party("<= 5,,,open\n>= 5,,,quoted\n"))).hasSize(1);
  }

  @Test
  void what_is_unknown_fits_no_value_and_no_range() {
    assertThat(errors(PARTY, party(",no,,open\n,yes,,quoted\n"))).isEmpty();
    assertThat(errors(PARTY, party(",no,,open\n> 3,,,quoted\n")))
        .singleElement()
        .asString()
        .contains("with Product known no and People 4.");
  }

  @Test
  void each_row_is_named_once_with_the_uppermost_of_those_it_disagrees_with() {
    assertThat(errors(PARTY, party("> 1,,,open\n> 2,,,quoted\n> 3,,,closed\n")))
        .hasSize(2)
        .allMatch(it -> it.contains("This row and row 2 can fire together"));
  }

  @Test
  void a_row_of_another_file_of_the_table_is_named_with_its_file() {
    assertThat(
            errors(
                PARTY,
                party("> 1,,,open\n"),
                file("30-transition/party-2.csv", "People,Product known,Mine,To\n2,,,quoted\n")))
        .singleElement()
        .asString()
        .startsWith("30-transition/party-2.csv:A2: This row and row 2 of 30-transition/party.csv");
  }

  private static RuleFile party(String rows) {
    return file("30-transition/party.csv", "People,Product known,Mine,To\n" + rows);
  }
}
