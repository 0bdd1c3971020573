package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sarita is told that 10 % is above her limit, and changes the line. */
class T02EditTest extends LuciasEvening {

  private static final String ANITA = "+9779805550401";

  @BeforeEach
  void saritaWantsTenPercent() {
    burst();
    phones.at(EVENING + "20:33:40");
    phones.taps(LUCIA, "L5", "ask_quote@LD-301");
    house.settle();
    quotes("A1", "09:16:10", last(SARITA).id(), "quote ebc0315 x2 10% off");
    assertThat(last(SARITA).template()).isEqualTo("quote/over_limit");
  }

  @Test
  void she_is_asked_what_is_other_and_nothing_is_sent() {
    taps("A2", "09:16:20", "edit_quote@Q-1~1001");

    assertThat(last(SARITA).template()).isEqualTo("quote/edit");
    assertThat(last(SARITA).text()).contains("Lucía", "LD-301", "EBC-0315 x2, 10 % off", "2,610");
    assertThat(phones.of(LUCIA)).noneMatch(it -> it.template().startsWith("quote/sent"));
    assertThat(revisions()).isEqualTo("draft 10");
  }

  @Test
  void what_she_answers_is_a_new_revision_and_the_old_buttons_do_nothing() {
    taps("A2", "09:16:20", "edit_quote@Q-1~1001");
    quotes("A3", "09:17:00", last(SARITA).id(), "3 pax 4%");

    assertThat(last(SARITA).template()).isEqualTo("quote/sent_notice");
    assertThat(last(LUCIA).template()).isEqualTo("quote/sent");
    assertThat(last(LUCIA).text()).contains("3 personas", "USD 4.176 (4 % dto.)");
    assertThat(revisions()).isEqualTo("withdrawn 10, sent 4");

    var id = 4;
    for (var old : new String[] {"send_within", "ask_approval", "edit_quote"}) {
      taps("A" + id++, "09:18:00", old + "@Q-1~1001");
      assertThat(last(SARITA).template()).as(old).isEqualTo("quote/replaced");
    }
    assertThat(revisions()).isEqualTo("withdrawn 10, sent 4");
    assertThat(phones.of(ANITA)).isEmpty();
    assertThat(house.count("SELECT count(*) FROM approvals")).isZero();
  }

  @Test
  void what_she_leaves_out_stays_and_the_new_question_has_its_own_buttons() {
    quotes("A3", "09:17:00", last(SARITA).id(), "x3");

    assertThat(last(SARITA).template()).isEqualTo("quote/over_limit");
    assertThat(last(SARITA).text()).contains("10 %", "USD 3,915");
    assertThat(last(SARITA).choices()).contains("ask_approval@Q-1~1002");
    taps("A4", "09:18:00", "ask_approval@Q-1~1002");
    assertThat(last(ANITA).text()).contains("x3", "USD 3,915");
    assertThat(revisions()).isEqualTo("withdrawn 10, pending_approval 10");
  }

  @Test
  void the_quote_command_does_the_same() {
    taps("A2", "09:16:20", "edit_quote@Q-1~1001");
    quotes("A3", "09:17:00", last(SARITA).id(), "quote ebc0329 x2 5%");

    assertThat(last(LUCIA).text()).contains("29 de marzo", "2.755");
    assertThat(revisions()).isEqualTo("withdrawn 10, sent 5");
  }

  @Test
  void talk_that_changes_nothing_is_not_sent_to_the_customer() {
    var before = phones.of(LUCIA).size();
    quotes("A3", "09:17:00", last(SARITA).id(), "hmm not sure about this one");

    assertThat(last(SARITA).template()).isEqualTo("quote/edit");
    assertThat(phones.of(LUCIA)).hasSize(before);
    assertThat(revisions()).isEqualTo("draft 10");
  }

  private void quotes(String id, String at, String quoted, String text) {
    phones.at(MORNING + at);
    phones.quotes(SARITA, id, quoted, text);
    house.settle();
    house.move(java.time.Duration.ofSeconds(2));
    house.settle();
  }

  private void taps(String id, String at, String choice) {
    phones.at(MORNING + at);
    phones.taps(SARITA, id, choice);
    house.settle();
  }

  private String revisions() {
    return String.join(
        ", ",
        house.column(
            "SELECT state || ' ' || discount / 100 FROM core.quote_revisions ORDER BY place"));
  }

  private Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }
}
