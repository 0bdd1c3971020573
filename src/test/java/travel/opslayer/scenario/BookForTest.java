package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.timer.DueTimers;

/** The customer says yes on the telephone, and a colleague books it from theirs. */
class BookForTest extends LuciasEvening {

  private int place;

  @BeforeEach
  void luciaHasHerQuote() {
    burst();
    phones.quotes(SARITA, "Q", last(SARITA).id(), "quote ebc0315 x2");
    house.settle();
    assertThat(last(LUCIA).template()).isEqualTo("quote/sent");
  }

  @Test
  void it_is_on_hold_and_the_customer_gets_the_link() {
    says("BOOK Q-1");

    assertThat(last(SARITA).template()).isEqualTo("booking/booked_for");
    assertThat(last(SARITA).text()).contains("Booked for Lucía: BK-1, EBC-0315 x2, Q-1 v1");
    assertThat(last(LUCIA).template()).isEqualTo("booking/held");
    assertThat(last(LUCIA).language()).isEqualTo("es");
    assertThat(last(LUCIA).text()).contains("BK-1", "/p/");
    assertThat(house.column("SELECT state FROM core.bookings")).containsExactly("on_hold");
    assertThat(house.column("SELECT state FROM core.quote_revisions")).containsExactly("accepted");

    house.move(Duration.ofHours(25));
    DueTimers.fire(house);
    house.settle();
    assertThat(house.column("SELECT state FROM core.bookings")).containsExactly("expired");
  }

  @Test
  void said_twice_it_is_booked_once() {
    says("book Q-1");
    says("book Q-1");

    assertThat(house.count("SELECT count(*) FROM core.bookings")).isEqualTo(1);
    assertThat(last(SARITA).template()).startsWith("refused/");
  }

  @Test
  void what_is_too_old_is_refused_with_its_state() {
    house.move(Duration.ofDays(4));
    says("book Q-1");

    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();
    assertThat(last(SARITA).text()).contains("expired");
  }

  @Test
  void guides_book_nothing_and_customers_only_for_themselves() {
    var pemba = "+9779805550301";
    says(pemba, "book Q-1");
    says("+34600000199", "book Q-1");

    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();
  }

  private void says(String text) {
    says(SARITA, text);
  }

  private void says(String phone, String text) {
    place++;
    var now = house.now().atZone(java.time.ZoneId.of("Asia/Kathmandu")).toLocalDateTime();
    phones.writes(phone, "Somebody", "B" + place, now.toString(), text);
    house.settle();
    house.move(Duration.ofMinutes(1));
    house.settle();
  }

  private Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }
}
