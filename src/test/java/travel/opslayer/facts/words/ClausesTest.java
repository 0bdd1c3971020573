package travel.opslayer.facts.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where one command ends and the next begins. */
class ClausesTest {

  private static final ProductNames PRODUCTS =
      ProductNames.of(
          List.of(new ProductName("EBC", List.of()), new ProductName("ABC", List.of())));

  private static List<String> of(String... bubbles) {
    return Clauses.of(List.of(bubbles), ShippedWords.LEXICON, PRODUCTS);
  }

  @Test
  void a_comma_and_an_and_part_commands() {
    assertThat(of("hold ebc0315 4 seats for priya grp, release tom hold n close abc0320 pls"))
        .containsExactly(
            "hold ebc0315 4 seats for priya grp", "release tom hold", "close abc0320 pls");
    assertThat(of("hold ebc0315 2 tom", "close abc0320"))
        .containsExactly("hold ebc0315 2 tom", "close abc0320");
  }

  @Test
  void another_code_is_the_same_command_once_more_and_another_word_is_not() {
    assertThat(of("release BK-2050 and BK-2051"))
        .containsExactly("release BK-2050", "release BK-2051");
    assertThat(of("hold ebc0315 2 for tom and emma"))
        .containsExactly("hold ebc0315 2 for tom, emma");
  }

  @Test
  void small_words_may_stand_before_it_and_others_may_not() {
    assertThat(of("ok pls close abc0320")).hasSize(1);
    assertThat(of("tom wants you to close abc0320")).isEmpty();
    assertThat(of("tom's hold ends soon")).isEmpty();
  }

  @Test
  void a_slip_of_the_finger_and_what_has_words_of_its_own_are_no_commands() {
    assertThat(of("clsoe abc0320")).isEmpty();
    assertThat(of("reopen AP-1")).isEmpty();
    assertThat(of("reopen abc0320")).hasSize(1);
  }
}
