package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;

/** A yes, or a cancel, that could mean several things is asked about with a list. */
class SeveralMeaningsTest {

  private static final String TOM = "+447700900103";
  private static final String SARITA = "+9779805550201";

  private final House house = House.with(true, Map.of());
  private final Phones phones = new Phones(house);
  private int number;

  @BeforeEach
  void tomHasAQuote() {
    writes(TOM, "2026-11-12T10:00:00", "EBC 15 march for 2 people");
    writes(SARITA, "2026-11-12T10:05:00", "quote ld301 ebc0315 x2");
    house.execute("UPDATE core.departures SET price_minor = 98000 WHERE code = 'ABC-0320'");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void yes_with_one_quote_means_it() {
    writes(TOM, "2026-11-12T10:10:00", "yes book it");

    assertThat(last(TOM).template()).isEqualTo("booking/held");
  }

  @Test
  void yes_with_two_quotes_is_asked_and_a_tap_says_which() {
    secondQuote();
    writes(TOM, "2026-11-12T10:20:00", "yes book it");

    assertThat(last(TOM).template()).isEqualTo("quote/which");
    assertThat(last(TOM).choices()).containsExactly("accept_quote@Q-1~1", "accept_quote@Q-2~1");
    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();

    phones.taps(TOM, "tap", "accept_quote@Q-2~1");
    house.settle();
    assertThat(house.column("SELECT departure FROM core.bookings")).containsExactly("EBC-0329");
  }

  @Test
  void yes_quoting_one_of_two_means_that_one() {
    secondQuote();
    var first = phones.of(TOM).stream().filter(it -> it.text().contains("Quote Q-1")).findFirst();
    quotes(TOM, "2026-11-12T10:20:00", first.orElseThrow().id(), "yes book it");

    assertThat(house.column("SELECT departure FROM core.bookings")).containsExactly("EBC-0315");
  }

  @Test
  void yes_with_a_quote_and_seats_of_the_waiting_list_is_asked() {
    writes(TOM, "2026-11-12T10:10:00", "also ABC march 20 for 1 person, another trip");
    var full =
        phones.of(TOM).stream()
            .flatMap(it -> it.choices().stream())
            .filter(it -> it.startsWith("join_waitlist"))
            .findFirst();
    phones.taps(TOM, "join", full.orElseThrow());
    house.settle();
    house.execute(
        "UPDATE core.departures SET booked = 11, version = version + 1 WHERE code = 'ABC-0320'");
    house.settle();
    assertThat(last(TOM).template()).isEqualTo("waitlist/offer");
    writes(TOM, "2026-11-12T10:30:00", "yes please");

    assertThat(last(TOM).template()).isEqualTo("quote/which");
    assertThat(last(TOM).choices()).containsExactly("accept_quote@Q-1~1", "accept_offer@WL-1");
    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();
  }

  @Test
  void cancel_with_two_bookings_is_asked_and_names_only_their_own() {
    secondQuote();
    phones.taps(TOM, "a", "accept_quote@Q-1~1");
    phones.taps(TOM, "b", "accept_quote@Q-2~1");
    house.settle();
    writes(TOM, "2026-11-12T11:00:00", "need to cancel");

    assertThat(last(TOM).template()).isEqualTo("booking/which");
    assertThat(last(TOM).choices()).containsExactly("show_change@BK-1", "show_change@BK-2");

    phones.taps(TOM, "c", "show_change@BK-2");
    house.settle();
    assertThat(last(TOM).template()).isEqualTo("booking/cancel_ask");
    assertThat(last(TOM).text()).contains("BK-2");
  }

  private void secondQuote() {
    writes(TOM, "2026-11-12T10:10:00", "separate booking please: EBC 29 march for 1 person");
    writes(SARITA, "2026-11-12T10:15:00", "quote ld302 ebc0329 x1");
    assertThat(house.count("SELECT count(*) FROM core.quotes")).isEqualTo(2);
  }

  private void writes(String phone, String at, String text) {
    quotes(phone, at, null, text);
  }

  private void quotes(String phone, String at, @Nullable String quoted, String text) {
    phones.at(at);
    phones.quotes(phone, "m" + ++number, quoted, at, text);
    house.settle();
    house.move(Duration.ofSeconds(5));
    house.settle();
  }

  private Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }
}
