package travel.opslayer.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.message.Alias;

class HomelandTest {

  @ParameterizedTest
  @CsvSource({
    "+34600000101, ES, es-ES, Europe/Madrid",
    "+919812345678, IN, hi-IN, Asia/Kolkata",
    "+9779805550201, NP, ne-NP, Asia/Kathmandu",
    "+447700900103, GB, en-GB, Europe/London",
    "+819000000105, JP, ja-JP, Asia/Tokyo",
    "+491500000107, DE, de-DE, Europe/Berlin"
  })
  void a_number_suggests_a_country_its_language_and_its_time(
      String number, String country, String language, String zone) {
    var alias = Alias.phone(number);

    assertThat(Homeland.country(alias)).contains(country);
    assertThat(Homeland.language(alias)).contains(language);
    assertThat(Homeland.zone(alias).map(ZoneId::getRules)).contains(ZoneId.of(zone).getRules());
  }

  @Test
  void a_country_of_many_times_suggests_none() {
    var emma = Alias.phone("+12025550104");

    assertThat(Homeland.country(emma)).contains("US");
    assertThat(Homeland.language(emma)).contains("en-US");
    assertThat(Homeland.zone(emma)).isEmpty();
  }

  @Test
  void who_hides_the_number_still_comes_from_a_country() {
    assertThat(Homeland.country(Alias.bsuid("ES.1234567890"))).contains("ES");
    assertThat(Homeland.language(Alias.bsuid("IN.1234567890"))).contains("hi-IN");
    assertThat(Homeland.zone(Alias.bsuid("US.1234567890"))).isEmpty();
  }

  @Test
  void what_is_no_number_and_no_country_suggests_nothing() {
    assertThat(Homeland.country(Alias.phone("+999"))).isEmpty();
    assertThat(Homeland.zone(Alias.phone("+80012345678"))).as("freephone").isEmpty();
    assertThat(Homeland.country(Alias.bsuid("x"))).isEmpty();
    assertThat(Homeland.zone(Alias.bsuid("12.345"))).isEmpty();
  }

  @Test
  void a_zone_is_in_a_country_unless_it_is_nowhere() {
    assertThat(Homeland.country(ZoneId.of("Asia/Kathmandu"))).contains("NP");
    assertThat(Homeland.country(ZoneId.of("UTC"))).isEmpty();
    assertThat(Homeland.country(ZoneId.of("+05:45"))).isEmpty();
  }
}
