package travel.opslayer.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hidden, and what only looks a little like it. */
class MasksTest {

  private static final List<String> ALL = List.of("number", "address", "card");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+977 980-555 0201",
        "9805550201",
        "(01) 444 4444 4",
        "९८०५५५०२०१",
        "00 44 7700 900103",
        "lucia.f@example.com",
        "lucia @ mail.example.co.uk",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111"
      })
  void it_is_hidden_and_what_stands_around_it_is_not(String secret) {
    assertThat(Masks.hide("write to " + secret + ", please", ALL))
        .isEqualTo("write to [•••], please");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 seats on EBC-0315 for USD 1,450 each",
        "2027-03-15 - 2027-03-28",
        "15/03/2027 at 10:30",
        "flight RA 401 at 11:45, room 2204",
        "BK-2041 for 3 people @ the lake",
        "100$ and \\1"
      })
  void days_prices_and_codes_stay(String words) {
    assertThat(Masks.hide(words, ALL)).isEqualTo(words);
  }

  @Test
  void only_what_the_rules_name() {
    var words = "9805550201 a@example.com 4111 1111 1111 1111";
    assertThat(Masks.hide(words, List.of("address")))
        .isEqualTo("9805550201 [•••] 4111 1111 1111 1111");
    assertThat(Masks.hide("call 9805550201; pay 4111111111111111", List.of("card")))
        .isEqualTo("call 9805550201; pay [•••]");
    assertThat(Masks.hide(words, List.of(""))).isEqualTo(words);
  }
}
