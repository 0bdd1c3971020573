package travel.opslayer.capability.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.Phone;
import travel.opslayer.Phone.Shown;

/** Customers ask for trips, from the first word to the answer. */
class EnquiryTest {

  private static final House HOUSE = House.sandbox();

  @AfterAll
  static void close() {
    HOUSE.close();
  }

  /** The leads of a phone, the oldest first. */
  private static List<Map<String, Object>> leads(Phone phone) {
    return HOUSE.rows(
        """
        SELECT l.code, l.product, l.departure, l.party, l.wanted_on, l.language, l.state,
          l.traveller, l.version
        FROM core.leads l JOIN whatsapp_messages m ON m.person_id = l.person_id
        WHERE m.id = ?::uuid GROUP BY l.tenant_id, l.id ORDER BY l.created_at, l.code
        """,
        phone.first());
  }

  private static Map<String, Object> lead(Phone phone) {
    assertThat(leads(phone)).hasSize(1);
    return leads(phone).getFirst();
  }

  private static Shown answer(List<Shown> shown) {
    assertThat(shown).hasSize(1);
    return shown.getFirst();
  }

  @Test
  void an_english_customer_without_a_date_is_offered_the_first_with_room() {
    var phone = Phone.british(HOUSE);
    var offer = answer(phone.says("Interested in EBC trek for 2 people"));

    assertThat(offer.template()).isEqualTo("enquiry/offer");
    assertThat(offer.language()).isEqualTo("en");
    assertThat(offer.words()).contains("Everest Base Camp, 2 people", "3 free seats", "USD 1,450");
    assertThat(lead(phone))
        .containsEntry("product", "EBC")
        .containsEntry("party", "2")
        .containsEntry("departure", "EBC-0315")
        .containsEntry("wanted_on", "null")
        .containsEntry("language", "en")
        .containsEntry("state", "assigned");
    var code = lead(phone).get("code");
    assertThat(offer.choices())
        .containsExactly("ask_quote@" + code, "other_dates@" + code, "ask_person@" + code);
  }

  @Test
  void three_words_are_enough() {
    var phone = Phone.british(HOUSE);
    phone.says("EBC for 2");

    assertThat(lead(phone)).containsEntry("product", "EBC").containsEntry("party", "2");
  }

  @Test
  void an_indian_customer_is_understood_and_answered_in_hindi() {
    var phone = Phone.indian(HOUSE);
    var offer = answer(phone.says("2 log EBC 15 march"));

    assertThat(offer.language()).isEqualTo("hi");
    assertThat(lead(phone))
        .containsEntry("party", "2")
        .containsEntry("wanted_on", "2027-03-15")
        .containsEntry("departure", "EBC-0315")
        .containsEntry("language", "hi");
  }

  @Test
  void a_spanish_customer_names_a_month() {
    var phone = Phone.spanish(HOUSE);
    var offer = answer(phone.says("EBC para 2 personas en marzo"));

    assertThat(offer.language()).isEqualTo("es");
    assertThat(offer.words()).contains("2 personas", "3 plazas libres");
    assertThat(lead(phone))
        .containsEntry("party", "2")
        .containsEntry("departure", "EBC-0315")
        .containsEntry("language", "es");
  }

  @Test
  void a_party_that_is_too_big_is_offered_a_departure_with_room_or_told_of_the_full_one() {
    var five = Phone.british(HOUSE);
    var march15 = Phone.british(HOUSE);

    assertThat(answer(five.says("EBC for 5")).template()).isEqualTo("enquiry/offer");
    assertThat(lead(five)).containsEntry("departure", "EBC-0329");
    var full = answer(march15.says("EBC for 5 people on 15 march"));
    assertThat(full.template()).isEqualTo("enquiry/full");
    assertThat(full.words()).contains("only 3 free seats");
  }

  @Test
  void a_full_departure_offers_the_waiting_list_and_no_quote() {
    var phone = Phone.spanish(HOUSE);
    var full = answer(phone.says("quiero ir al ABC el 20, para 1 persona"));

    assertThat(full.template()).isEqualTo("enquiry/full");
    assertThat(full.choices())
        .extracting(it -> it.replaceFirst("@.*", ""))
        .containsExactly("join_waitlist", "other_dates", "think");
    assertThat(lead(phone))
        .containsEntry("departure", "ABC-0320")
        .containsEntry("wanted_on", "2027-03-20");
  }

  @Test
  void what_is_written_later_about_the_same_trip_refines_the_lead() {
    var phone = Phone.british(HOUSE);
    phone.says("EBC for 2");
    var code = lead(phone).get("code");

    phone.says("sorry, EBC for 3 people on 29 march");

    assertThat(lead(phone))
        .containsEntry("code", code)
        .containsEntry("party", "3")
        .containsEntry("departure", "EBC-0329");
  }

  @Test
  void another_trip_or_another_booking_is_another_lead() {
    var phone = Phone.spanish(HOUSE);
    phone.says("EBC para 2 personas");
    phone.says("y el ABC el 20 para mi prima");
    phone.says("otra reserva: EBC para 1 persona");

    assertThat(leads(phone))
        .extracting(it -> it.get("product"))
        .containsExactly("EBC", "ABC", "EBC");
    assertThat(leads(phone)).extracting(it -> it.get("party")).first().isEqualTo("2");
    assertThat(leads(phone).get(1)).containsEntry("traveller", "cousin");
  }

  @Test
  void who_names_no_trip_is_asked_which_one_and_has_no_lead_yet() {
    var phone = Phone.british(HOUSE);
    var question = answer(phone.says("I want to book a trek for 2 people"));

    assertThat(question.template()).isEqualTo("enquiry/which_product");
    assertThat(leads(phone)).isEmpty();
    phone.says("EBC");
    assertThat(lead(phone)).containsEntry("product", "EBC");
  }

  @Test
  void a_departure_that_is_closed_is_not_offered_while_another_is_open() {
    HOUSE.execute(
        """
        INSERT INTO core.departures (tenant_id, code, product, starts_on, ends_on, zone, state,
          capacity) VALUES (1, 'EBC-0501', 'EBC', '2027-05-01', '2027-05-14', 'Asia/Kathmandu',
          'closed', 16)
        """);
    var phone = Phone.british(HOUSE);
    phone.says("EBC for 1 on 1 may");

    assertThat(lead(phone)).containsEntry("departure", "EBC-0329");
  }

  @Test
  void the_first_tap_on_a_quote_is_answered_and_the_second_is_silent() {
    var phone = Phone.british(HOUSE);
    phone.says("EBC for 2");
    var tap = "ask_quote@" + lead(phone).get("code");

    assertThat(answer(phone.taps(tap)).template()).isEqualTo("enquiry/quote_promised");
    assertThat(phone.taps(tap)).isEmpty();
    assertThat(answer(phone.says("can I get a quote?")).template())
        .isEqualTo("enquiry/quote_promised");
  }

  @Test
  void other_dates_are_those_that_can_be_sold_and_are_not_this_one() {
    var phone = Phone.british(HOUSE);
    phone.says("EBC for 2 on 15 march");
    var dates = answer(phone.taps("other_dates@" + lead(phone).get("code")));

    assertThat(dates.words()).contains("March 29", "9 free").doesNotContain("March 15", "May");
  }

  @Test
  void a_tap_without_an_object_means_the_newest_lead() {
    var phone = Phone.british(HOUSE);
    phone.says("EBC for 2");

    assertThat(answer(phone.taps("think")).template()).isEqualTo("enquiry/thinking");
    assertThat(answer(phone.taps("join_waitlist")).template()).isEqualTo("refused/seats_free");
  }

  @Test
  void a_closed_lead_is_told_to_be_closed() {
    var phone = Phone.british(HOUSE);
    phone.says("EBC for 2");
    var code = lead(phone).get("code");
    HOUSE.execute("UPDATE core.leads SET state = 'lost' WHERE code = '%s'".formatted(code));

    assertThat(answer(phone.taps("ask_quote@" + code)).template()).isEqualTo("refused/lead_closed");
  }
}
