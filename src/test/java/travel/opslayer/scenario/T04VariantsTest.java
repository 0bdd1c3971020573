package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What else Priya may write. */
class T04VariantsTest extends PriyasMorning {

  @Test
  void in_english_alone() {
    writes(
        "P1",
        "11:04:10",
        "Hello, price for EBC on 15 march for 2 people? Is airport pickup included? Can we pay half"
            + " now half later? And my friend needs a visa letter");

    assertThat(last(PRIYA).language()).isEqualTo("en");
    assertThat(last(PRIYA).text().lines())
        .satisfiesExactly(
            it -> assertThat(it).startsWith("(1) Hello Priya!").contains("1,450"),
            it -> assertThat(it).startsWith("(2) Airport pickup: yes"),
            it -> assertThat(it).startsWith("(3) Payment: 20 % now"),
            it -> assertThat(it).startsWith("(4) Visa letter: yes"));
  }

  @Test
  void six_requests_are_grouped_by_who_answers() {
    writes(
        "P1",
        "11:04:10",
        "Hello, price for EBC on 15 march for 2 people? airport pickup? pay half now half later?"
            + " visa letter? insurance? any discount?");

    assertThat(last(PRIYA).text().lines())
        .satisfiesExactly(
            it -> assertThat(it).contains("6 questions"),
            it -> assertThat(it).startsWith("(1) Airport pickup"),
            it -> assertThat(it).startsWith("(2) Insurance"),
            it -> assertThat(it).isEqualTo("A colleague is asked:"),
            it -> assertThat(it).startsWith("(3) Hello Priya"),
            it -> assertThat(it).startsWith("(4) Payment"),
            it -> assertThat(it).startsWith("(5) Visa letter"),
            it -> assertThat(it).startsWith("(6) About a discount"));
    assertThat(house.count("SELECT count(*) FROM tasks")).isEqualTo(3);
  }

  @Test
  void one_request_alone_has_no_number() {
    writes("P1", "11:04:10", "EBC ke liye 15 march wala, 2 log, kitna paisa?");

    assertThat(last(PRIYA).template()).isEqualTo("enquiry/offer");
    assertThat(last(PRIYA).text()).doesNotContain("(1)");
  }

  @Test
  void a_product_and_a_question_make_a_lead_and_an_answer() {
    writes("P1", "11:04:10", "EBC 15 march. pickup milega?");

    assertThat(last(PRIYA).text()).contains("(1) Namaste", "(2) Airport pickup");
    assertThat(house.count("SELECT count(*) FROM core.leads")).isEqualTo(1);
  }

  @Test
  void a_question_alone_makes_no_lead() {
    writes("P1", "11:04:10", "hi, airport se pickup milega?");

    assertThat(last(PRIYA).template()).isEqualTo("topic/pickup");
    assertThat(house.count("SELECT count(*) FROM core.leads")).isZero();
  }

  @Test
  void another_number_beside_a_question_is_not_lost() {
    asksFourThings();
    writes("P2", "11:05:20", "arre 3 log ho gaye. insurance milega?");

    assertThat(last(PRIYA).text()).contains("(1) 3 log", "4,350", "(2) Insurance");
    assertThat(house.column("SELECT party::text FROM core.leads")).containsExactly("3");
  }

  @Test
  void a_question_beside_the_number_that_was_said_is_one_request() {
    asksFourThings();
    writes("P2", "11:05:20", "2 log ka insurance milega?");

    assertThat(last(PRIYA).template()).isEqualTo("topic/insurance");
  }

  @Test
  void yes_after_a_quote_accepts_it() {
    quoted();
    confirmsWithoutAQuote();

    assertThat(last(PRIYA).template()).isEqualTo("booking/held");
    assertThat(house.column("SELECT party::text FROM core.bookings")).containsExactly("2");
    assertThat(house.column("SELECT state FROM core.quote_revisions")).containsExactly("accepted");
  }

  @Test
  void ok_beside_a_question_accepts_nothing() {
    quoted();
    writes("P3", "11:05:02", "ok, airport se pickup milega na?");

    assertThat(last(PRIYA).template()).isEqualTo("topic/pickup");
    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();
  }

  @Test
  void seats_that_are_gone_are_not_held() {
    asksFourThings();
    confirmsWithoutAQuote();
    house.execute("UPDATE core.departures SET booked = 15 WHERE code = 'EBC-0315'");
    taps(PRIYA, "P6", "11:06:03", choice("booking/what_to_confirm", "hold_seats"));

    assertThat(last(PRIYA).template()).isEqualTo("quote/sold");
    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();
  }

  @Test
  void a_passport_before_any_lead_is_filed_and_belongs_to_the_lead_that_comes() {
    phones.at(DAY + "11:03:00");
    phones.shows(PRIYA, "P0", "image", PASSPORT);
    answered();
    assertThat(last(PRIYA).template()).isEqualTo("media/of_another");
    assertThat(last(SARITA).template()).isEqualTo("media/came_notice");
    assertThat(house.count("SELECT count(*) FROM media_items WHERE subject IS NULL")).isEqualTo(1);

    asksFourThings();
    assertThat(house.column("SELECT subject FROM media_items")).containsExactly("LD-301");
  }

  @Test
  void their_own_passport_needs_nobodys_word() {
    phones.at(DAY + "11:03:00");
    phones.shows(PRIYA, "P0", "document", "my passport copy");
    answered();

    assertThat(last(PRIYA).template()).isEqualTo("media/kept");
    assertThat(house.column("SELECT consent FROM media_items")).containsExactly("not_asked");
  }

  @Test
  void a_picture_that_says_nothing_is_as_before() {
    phones.at(DAY + "11:03:00");
    phones.shows(PRIYA, "P0", "image", "");
    answered();

    assertThat(last(PRIYA).template()).isEqualTo("help/media_kept");
    assertThat(house.column("SELECT class FROM media_items")).containsExactly("unfiled");
  }

  private void quoted() {
    asksFourThings();
    phones.at(DAY + "11:04:30");
    phones.quotes(SARITA, "A1", last(SARITA).id(), "quote ebc0315 x2");
    answered();
    assertThat(last(PRIYA).template()).isEqualTo("quote/sent");
  }
}
