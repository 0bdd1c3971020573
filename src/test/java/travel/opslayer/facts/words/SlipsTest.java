package travel.opslayer.facts.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlipsTest {

  private static final Slips SLIPS =
      new Slips(
          List.of("release", "close", "hold", "broadcast", "block"),
          List.of("figures", "stop", "my trips"));

  @ParameterizedTest
  @CsvSource({"relase,release", "cloes,close", "brodcast,broadcast", "blcok,block"})
  void a_command_that_is_nearly_written(String typed, String meant) {
    assertThat(SLIPS.of(typed, false)).isEqualTo(meant);
    assertThat(SLIPS.of(typed, true)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hodl",
        "hole",
        "please",
        "clothes",
        "blocking",
        "stpo",
        "closed",
        "released",
        "relapse"
      })
  void short_words_and_other_words_are_none(String typed) {
    assertThat(SLIPS.of(typed, true)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"figurs, true, figures", "figurs, false,"})
  void a_message_of_one_word_is_one_only_as_a_whole(String typed, boolean alone, String meant) {
    assertThat(SLIPS.of(typed, alone)).isEqualTo(meant);
  }
}
