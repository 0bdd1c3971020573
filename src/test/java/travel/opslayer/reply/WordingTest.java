package travel.opslayer.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  private static final LocalDate MARCH_15 = LocalDate.of(2027, 3, 15);

  private static String in(String language, Object value) {
    return String.valueOf(Wording.of(value, Locale.forLanguageTag(language)))
        .replace('\u2009', ' ')
        .replace('\u202f', ' ')
        .replace('\u00a0', ' ');
  }

  @Test
  void a_day_is_written_as_the_language_has_it() {
    assertThat(in("en", MARCH_15)).isEqualTo("March 15");
    assertThat(in("es", MARCH_15)).isEqualTo("15 de marzo");
  }

  @Test
  void a_span_says_the_month_and_the_year_once() {
    var trek = new Span(MARCH_15, LocalDate.of(2027, 3, 28));

    assertThat(in("en", trek)).isEqualTo("March 15 – 28, 2027");
    assertThat(in("es", trek))
        .contains("15", "28 de marzo de 2027")
        .doesNotContain("marzo de 2027–");
    assertThat(in("en", new Span(MARCH_15, MARCH_15))).isEqualTo("March 15, 2027");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "145000; USD; en; USD 1,450",
        "145050; USD; en; USD 1,450.50",
        "145000; USD; es; USD 1.450",
        "1450000; EUR; es; EUR 14.500",
        "145000; JPY; en; JPY 145,000",
        "0; USD; en; USD 0"
      })
  void an_amount_has_the_digits_of_its_currency(
      long minor, String currency, String language, String text) {
    assertThat(in(language, new Money(minor, currency))).isEqualTo(text);
  }

  @Test
  void a_time_of_day_is_that_of_its_place_in_digits_that_everybody_reads() {
    var opens = Instant.parse("2026-11-09T03:15:00Z");

    assertThat(in("ne", new Moment(opens, ZoneId.of("Asia/Kathmandu")))).isEqualTo("9:00");
    assertThat(in("es", new Moment(opens, ZoneId.of("Europe/Madrid")))).isEqualTo("4:15");
  }

  @Test
  void a_country_has_a_name_in_each_language() {
    assertThat(in("en", new Place("ES"))).isEqualTo("Spain");
    assertThat(in("es", new Place("NP"))).isEqualTo("Nepal");
    assertThat(in("es", new Place("ES"))).isEqualTo("España");
  }

  @Test
  void what_is_said_already_stays_as_it_is() {
    assertThat(in("es", "EBC-0315")).isEqualTo("EBC-0315");
    assertThat(Wording.of(3, Locale.ENGLISH)).isEqualTo(3);
  }
}
