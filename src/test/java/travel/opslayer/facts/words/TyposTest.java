package travel.opslayer.facts.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TyposTest {

  private static final Typos TYPOS =
      new Typos(List.of("log", "cost", "quote", "gracias", "available", "people"));

  @ParameterizedTest
  @CsvSource({"ab,ab,0", "ab,ba,1", "abc,ac,1", "abcd,acbd,1", "march,marhc,1", "kitten,sitting,3"})
  void a_swap_is_one_slip(String one, String other, int distance) {
    assertThat(Typos.distance(one, other)).isEqualTo(distance);
    assertThat(Typos.distance(other, one)).isEqualTo(distance);
  }

  @ParameterizedTest
  @CsvSource({
    "cots,cost",
    "qoute,quote",
    "uqote,quote",
    "gracis,gracias",
    "avialabel,available",
    "vailable,available",
    "peple,people"
  })
  void one_slip_from_four_letters_and_two_from_seven(String typed, String word) {
    assertThat(TYPOS.nearest(typed)).containsExactly(word);
  }

  @ParameterizedTest
  @CsvSource({"lgo", "lo", "host", "qotue2", "graas", "avlbl", "steeple"})
  void more_is_another_word(String typed) {
    assertThat(TYPOS.nearest(typed)).isEmpty();
  }

  @Test
  void two_words_at_one_distance_are_both_told() {
    assertThat(new Typos(List.of("price", "prize")).nearest("prixe"))
        .containsExactly("price", "prize");
  }
}
