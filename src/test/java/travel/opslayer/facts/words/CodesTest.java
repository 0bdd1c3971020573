package travel.opslayer.facts.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

  private static final Set<String> PRODUCTS = Set.of("ebc", "abc");

  @ParameterizedTest
  @CsvSource({
    "LD-301,LD-301",
    "ld301,LD-301",
    "Ld 301,LD-301",
    "q118,Q-118",
    "Q-118?,Q-118",
    "(bk‑2041),BK-2041",
    "wl9,WL-9",
    "INC77!,INC-77",
    "ap-31,AP-31",
    "EBC-0315,EBC-0315",
    "ebc0315,EBC-0315",
    "ebc 0315,EBC-0315",
    "xyz-1231,XYZ-1231",
    "trp123,TRP123",
    "Trp-123,TRP123"
  })
  void letter_case_and_hyphen_do_not_matter(String typed, String code) {
    assertThat(Codes.in(typed, PRODUCTS)).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "faq118",
        "q 3",
        "ap 2 log",
        "ebc 2027",
        "ebc-1345",
        "ebc-0332",
        "march 0315",
        "kha 1123",
        "bk",
        "wl-9th",
        "15-03-2027",
        "0315"
      })
  void what_only_resembles_a_code_is_none(String typed) {
    assertThat(Codes.in(typed, PRODUCTS)).isEmpty();
  }

  @Test
  void several_are_told_once_and_in_the_order_typed() {
    assertThat(Codes.in("abc0320, then EBC-0315 and again ABC-0320 for bk 7", PRODUCTS))
        .containsExactly("ABC-0320", "EBC-0315", "BK-7");
  }
}
