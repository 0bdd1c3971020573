package travel.opslayer.facts.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people ask how things stand and how to pay what is left; and what only looks like it. */
class StatusWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status | status",
        "hi, is my booking confirmed? | status",
        "did you get my payment? | status",
        "STATUS BK-2041 | status",
        "how can I pay the rest? | pay_rest",
        "i want to pay the balance now | pay_rest",
        "mi reserva está confirmada? | status",
        "¿ha llegado el pago? | status",
        "cómo puedo pagar el resto? | pay_rest",
        "payment mila kya? | status",
        "meri booking confirm hui? | status",
        "baaki paise kaise dein | pay_rest",
        "booking confirm bhayo? | status",
        "paisa pugyo? | status",
        "baki paisa kasari tirne | pay_rest"
      })
  void what_is_asked_is_understood(String typed, String wish) {
    assertThat(read(typed).wishes()).contains(wish);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "where do we rest on day 3?",
        "I want to pay for EBC",
        "what is the payment for 2 people?",
        "quiero cambiar mi reserva",
        "meri booking cancel karni hai",
        "mero booking cancel garnu cha",
        "ok book it"
      })
  void what_only_looks_like_it_is_not(String typed) {
    assertThat(read(typed).wishes()).doesNotContain("status", "pay_rest");
  }

  private static Understanding read(String typed) {
    return new Reader()
        .read(
            List.of(typed),
            ShippedWords.LEXICON,
            ShippedWords.PRODUCTS,
            new Hints(null, null, ShippedWords.TODAY));
  }
}
