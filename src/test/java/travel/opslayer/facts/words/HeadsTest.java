package travel.opslayer.facts.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What colleagues in the field say of their guests. */
class HeadsTest {

  @ParameterizedTest
  @CsvSource({
    "'pugyo hotel, 7 jana cha, 2 jana chaina', 7, 2,",
    "'7 here, 2 missing', 7, 2,",
    "'2 missing', , 2,",
    "'7 of 9 here', 7, ,",
    "'aayo 👍 9 jana, janchau', , , 9",
    "'9 people', , , 9",
    "'4:45 ma pugeko', , ,",
    "'2 log nahi aaye', , 2,",
    "'room 204', , ,"
  })
  void how_many_have_come(
      String typed, @Nullable Integer here, @Nullable Integer missing, @Nullable Integer people) {
    var heads = ShippedWords.read("ne", typed).heads();

    assertThat(heads.here()).isEqualTo(here);
    assertThat(heads.missing()).isEqualTo(missing);
    assertThat(heads.people()).isEqualTo(people);
  }

  @Test
  void whether_they_have_arrived_and_leave() {
    assertThat(ShippedWords.read("ne", "pugyo").heads().arrived()).isTrue();
    assertThat(ShippedWords.read("ne", "payment pugyo").heads().arrived()).isFalse();
    assertThat(ShippedWords.read("ne", "aayo 9 jana, janchau").heads().leaving()).isTrue();
    assertThat(ShippedWords.read("ne", "aayo 9 jana").heads().leaving()).isFalse();
    assertThat(ShippedWords.read("en", "all here").heads().everybody()).isTrue();
    assertThat(ShippedWords.read("ne", "sabai aayo").heads().everybody()).isTrue();
    assertThat(ShippedWords.read("en", "CHEKIN").notes()).containsExactly("check_in");
  }
}
