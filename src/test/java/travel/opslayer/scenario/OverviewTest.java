package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the work stands, asked for on the phone: enquiries, departures, figures. */
class OverviewTest extends LuciasEvening {

  private static final String ANITA = "+9779805550401";
  private static final String PEMBA = "+9779805550301";

  private int place;

  @BeforeEach
  void luciaHasAsked() {
    burst();
  }

  @Test
  void sales_sees_own_enquiries_with_what_comes_next() {
    says(SARITA, "PIPELINE");

    assertThat(last(SARITA).template()).isEqualTo("overview/pipeline");
    assertThat(last(SARITA).text())
        .contains("Open enquiries: 1, 1 without an answer")
        .contains("LD-301 Lucía · EBC-0315 x2 · no answer from us for");
    assertThat(last(SARITA).choices()).containsExactly("show_lead@LD-301");

    quotes("quote ebc0315 x2");
    says(SARITA, "my leads");
    assertThat(last(SARITA).text())
        .contains("offered: USD 2,900")
        .contains("Q-1 USD 2,900 until November 11")
        .doesNotContain("without an answer");
  }

  @Test
  void sales_sees_nobody_elses_but_managers_see_all() {
    house.execute("UPDATE core.leads SET owner_id = (SELECT id FROM people WHERE code = 'BIKRAM')");
    says(SARITA, "pipeline");
    assertThat(last(SARITA).text()).isEqualTo("No open enquiry.");

    says(ANITA, "pipeline");
    assertThat(last(ANITA).text()).contains("LD-301", "Bikram");
  }

  @Test
  void one_of_them_is_shown_when_its_code_is_written_or_tapped() {
    says(SARITA, "LD-301");

    assertThat(last(SARITA).template()).isEqualTo("overview/lead");
    assertThat(last(SARITA).text())
        .contains(
            "LD-301: Lucía, EBC-0315, 2 people", "Looked after by Sarita", "not answered yet");

    phones.taps(SARITA, "tap", "show_lead@LD-301");
    house.settle();
    assertThat(last(SARITA).template()).isEqualTo("overview/lead");
  }

  @Test
  void a_departure_is_shown_with_its_bookings_and_what_they_owe() {
    quotes("quote ebc0315 x2");
    phones.taps(LUCIA, "yes", "accept_quote@Q-1~1");
    house.settle();
    says(BIKRAM, "bookings EBC-0315");

    assertThat(last(BIKRAM).template()).isEqualTo("overview/bookings");
    assertThat(last(BIKRAM).text())
        .contains("EBC-0315 March 15", "of 16 booked", "BK-1 Lucía x2 · on hold until")
        .contains("owes USD 2,900");
  }

  @Test
  void without_one_the_next_departures_are_shown() {
    says(BIKRAM, "departures");

    assertThat(last(BIKRAM).template()).isEqualTo("overview/departures");
    assertThat(last(BIKRAM).text()).contains("EBC-0315 · March 15", "of 16 booked");
    assertThat(last(BIKRAM).choices())
        .contains("show_bookings@EBC-0315")
        .hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void managers_see_figures_and_others_are_told_that_they_may_not() {
    quotes("quote ebc0315 x2");
    says(ANITA, "figures");

    assertThat(last(ANITA).template()).isEqualTo("overview/figures");
    assertThat(last(ANITA).text())
        .contains("Enquiries: 1 / 1 / 1", "Quotes: 1 / 1 / 1", "Bookings confirmed: 0 / 0 / 0")
        .contains("Paid in: 0 / 0 / 0", "enquiries 1, 0 of them without an answer");

    says(SARITA, "figures");
    assertThat(last(SARITA).template()).startsWith("refused/");
  }

  @Test
  void days_of_the_figures_begin_at_the_midnight_of_the_office() {
    house.move(Duration.ofDays(2));
    says(ANITA, "figures");

    assertThat(last(ANITA).text()).contains("Enquiries: 0 / 1 / 1");
  }

  @Test
  void the_field_and_customers_see_none_of_it() {
    for (var words : new String[] {"pipeline", "bookings EBC-0315", "LD-301", "figures"}) {
      says(PEMBA, words);
      assertThat(last(PEMBA).template()).as(words).doesNotStartWith("overview/");
      says(LUCIA, words);
      assertThat(last(LUCIA).template()).as(words).doesNotStartWith("overview/");
    }
  }

  private void quotes(String text) {
    place++;
    var notice =
        phones.of(SARITA).stream()
            .filter(it -> it.template().equals("enquiry/new_lead"))
            .findFirst()
            .orElseThrow();
    phones.quotes(SARITA, "O" + place, notice.id(), text);
    answered();
  }

  private void says(String phone, String text) {
    place++;
    var now = house.now().atZone(java.time.ZoneId.of("Asia/Kathmandu")).toLocalDateTime();
    phones.writes(phone, "Somebody", "O" + place, now.toString(), text);
    answered();
  }

  /** The burst is over. */
  private void answered() {
    house.settle();
    house.move(Duration.ofMinutes(1));
    house.settle();
  }

  private Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }
}
