package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import travel.opslayer.timer.DueTimers;

/** From an enquiry to a lead: a burst, typos, Spanish, shuffled and doubled webhooks, a timer. */
class T01Test extends LuciasEvening {

  @Test
  void four_bubbles_out_of_order_are_one_request_and_one_answer() {
    burst();

    assertThat(phones.of(LUCIA))
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.kind()).isEqualTo("buttons");
              assertThat(answer.template()).isEqualTo("enquiry/offer");
              assertThat(answer.language()).isEqualTo("es");
              assertThat(answer.text())
                  .contains("Lucía", "Everest Base Camp", "2 personas", "15 de marzo")
                  .contains("3 plazas libres", "USD 1.450", "2027")
                  .contains("mañana a las 9:00 (hora de Nepal, 4:15 en España)")
                  .doesNotContain("egetarian");
              assertThat(answer.choices())
                  .containsExactly("ask_quote@LD-301", "other_dates@LD-301", "ask_person@LD-301");
            });
    noticeAndLead();
  }

  private void noticeAndLead() {
    assertThat(phones.of(SARITA))
        .singleElement()
        .satisfies(
            notice ->
                assertThat(notice.text())
                    .contains("LD-301", "Lucía", "(es)", "EBC x2", "March 15", "3 seats left")
                    .contains("Office closed", "tomorrow 9:15"));
    assertThat(house.rows("SELECT * FROM core.leads"))
        .singleElement()
        .satisfies(
            lead ->
                assertThat(lead)
                    .containsEntry("code", "LD-301")
                    .containsEntry("state", "assigned")
                    .containsEntry("product", "EBC")
                    .containsEntry("departure", "EBC-0315")
                    .containsEntry("party", "2")
                    .containsEntry("wanted_on", "2027-03-15")
                    .containsEntry("language", "es")
                    .containsEntry("source", "whatsapp"));
    assertThat(owner("LD-301")).isEqualTo("SARITA");
    assertThat(house.count("SELECT count(*) FROM whatsapp_opt_ins")).isZero();
  }

  @Test
  void every_bubble_is_kept_and_the_doubled_one_is_counted() {
    phones.at(EVENING + "20:31:02");
    phones.writes(LUCIA, "L2", EVENING + "20:31:06", "intrested in EBC treck for 2 peple");
    assertThat(house.count("SELECT count(*) FROM webhook_bodies")).isEqualTo(1);

    phones.writes(LUCIA, "L2", EVENING + "20:31:06", "intrested in EBC treck for 2 peple");

    assertThat(house.count("SELECT count(*) FROM webhook_bodies")).isEqualTo(2);
    assertThat(house.count("SELECT count(*) FROM inbox WHERE kind = 'message'")).isEqualTo(1);
    assertThat(house.count("SELECT sum(count) FROM inbox_duplicates")).isEqualTo(1);
  }

  @Test
  void bubbles_are_understood_in_the_order_they_were_sent() {
    burst();

    var kept =
        house.column(
            "SELECT kind FROM whatsapp_messages WHERE direction = 'in' ORDER BY sent_at, kind");
    assertThat(kept).containsExactly("text", "text", "text", "audio");
    assertThat(house.column("SELECT rules::text FROM decisions"))
        .singleElement()
        .satisfies(
            rules ->
                assertThat(rules)
                    .contains("10-classify/wish.csv!", "20-authorise/permit.csv!")
                    .contains("40-actions/assign.csv!", "50-reply/reply.csv!"));
    assertThat(house.column("SELECT facts::text FROM decisions"))
        .singleElement()
        .satisfies(
            facts ->
                assertThat(facts)
                    .contains("\"departure_code\":\"EBC-0315\"", "\"departure_version\":")
                    .contains("\"trip_party\":2", "\"sender_language\":\"es\"")
                    .doesNotContain("Luc", "34600000101"));
  }

  @Test
  void the_second_tap_gets_no_second_answer() {
    burst();
    phones.at(EVENING + "20:33:40");
    phones.taps(LUCIA, "L5", "ask_quote@LD-301");
    phones.taps(LUCIA, "L6", "ask_quote@LD-301");
    house.settle();

    assertThat(phones.of(LUCIA))
        .extracting(Phones.Shown::template)
        .containsExactly("enquiry/offer", "enquiry/quote_promised");
    assertThat(phones.of(LUCIA).getLast().text())
        .contains("Sarita", "presupuesto", "mañana", "9:00 (hora de Nepal, 4:15 en España)");
    assertThat(house.count("SELECT count(*) FROM decisions WHERE wish = 'ask_quote'")).isEqualTo(2);
    assertThat(phones.of(SARITA)).hasSize(1);
  }

  @Test
  void the_whole_evening_and_the_morning_after() {
    burst();
    phones.at(EVENING + "20:33:40");
    phones.taps(LUCIA, "L5", "ask_quote@LD-301");
    phones.taps(LUCIA, "L6", "ask_quote@LD-301");
    house.settle();
    phones.at(EVENING + "20:40:02");
    phones.writes(
        LUCIA,
        "L7",
        EVENING + "20:40:02",
        "y tmb para mi prima, el ABC el 20, ella sola, es otra reserva ok?");
    phones.at(EVENING + "20:40:06");
    house.settle();

    cousinsLead();
    theMorningAfter();
    books();
    someoneElseIsTold();
  }

  private void cousinsLead() {
    assertThat(phones.of(LUCIA).getLast())
        .satisfies(
            answer -> {
              assertThat(answer.template()).isEqualTo("enquiry/full");
              assertThat(answer.language()).isEqualTo("es");
              assertThat(answer.text())
                  .contains("prima", "Annapurna Base Camp", "1 persona", "20", "marzo", "completa");
              assertThat(answer.choices())
                  .containsExactly("join_waitlist@LD-302", "other_dates@LD-302", "think@LD-302");
            });
    assertThat(house.rows("SELECT * FROM core.leads WHERE code = 'LD-302'"))
        .singleElement()
        .satisfies(
            lead ->
                assertThat(lead)
                    .containsEntry("product", "ABC")
                    .containsEntry("departure", "ABC-0320")
                    .containsEntry("party", "1")
                    .containsEntry("traveller", "cousin"));
    assertThat(house.column("SELECT DISTINCT person_id FROM core.leads")).hasSize(1);
    assertThat(
            house.count(
                "SELECT count(*) FROM whatsapp_conversations c JOIN people p"
                    + " ON p.id = c.person_id WHERE p.code IS NULL"))
        .isEqualTo(1);
  }

  private void theMorningAfter() {
    phones.at(MORNING + "09:14:59");
    DueTimers.fire(house);
    house.settle();
    assertThat(phones.of(SARITA)).hasSize(1);
    house.restart();
    phones.at(MORNING + "09:15:00");
    DueTimers.fire(house);
    DueTimers.fire(house);
    house.settle();

    assertThat(phones.of(SARITA))
        .hasSize(2)
        .last()
        .satisfies(
            reminder -> {
              assertThat(reminder.template()).isEqualTo("enquiry/reminder");
              assertThat(reminder.text())
                  .contains("Lucía", "LD-301", "yesterday 20:33", "asked for a quote")
                  .contains("LD-302", "9:30", "Bikram");
            });
  }

  /** The lines of the scenario's 'check'. */
  private void books() {
    assertThat(house.count("SELECT count(*) FROM core.leads")).isEqualTo(2);
    assertThat(house.count("SELECT count(*) FROM inbox WHERE kind = 'message'")).isEqualTo(7);
    assertThat(house.count("SELECT count(*) FROM inbox WHERE kind = 'message' AND state = 'done'"))
        .isEqualTo(7);
    assertThat(house.count("SELECT sum(count) FROM inbox_duplicates")).isEqualTo(1);
    assertThat(house.column("SELECT wish FROM decisions ORDER BY at, wish"))
        .containsExactly("enquire", "ask_quote", "ask_quote", "enquire", "remind_owner");
    assertThat(house.column("SELECT DISTINCT category FROM outbox ORDER BY 1"))
        .containsExactly("answer", "service");
    assertThat(house.count("SELECT count(*) FROM core.departures WHERE held > 0")).isZero();
  }

  private void someoneElseIsTold() {
    phones.at(MORNING + "09:30:01");
    DueTimers.fire(house);
    house.settle();
    assertThat(phones.of(BIKRAM))
        .singleElement()
        .satisfies(it -> assertThat(it.text()).contains("LD-301", "Sarita has not answered"));
  }

  private String owner(String lead) {
    return house
        .column(
            "SELECT p.code FROM core.leads l JOIN people p ON p.id = l.owner_id WHERE l.code = ?",
            lead)
        .getFirst();
  }
}
