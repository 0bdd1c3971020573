package travel.opslayer.facts.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductNamesTest {

  @ParameterizedTest
  @CsvSource({
    "EBC treck,EBC",
    "ebc,EBC",
    "everest base cmp,EBC",
    "evrest base camp,EBC",
    "the everest trip,EBC",
    "abc,ABC",
    "anapurna base camp,ABC",
    "ANNAPURNA,ABC",
    "pokhara lakes,PLK",
    "pokara sunrise trip,PSR",
    "hold ebc0315,EBC",
    "seats on ABC-0320,ABC"
  })
  void a_product_is_found_by_code_name_or_nearly_its_name(String typed, String code) {
    var read = ShippedWords.read("en", typed);
    assertThat(read.product()).extracting(Understanding.Product::code).isEqualTo(code);
    assertThat(read.candidates()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ebd",
        "abcs",
        "eb c",
        "a day trip",
        "camp",
        "best came",
        "del 15 al 20",
        "never rest"
      })
  void what_only_resembles_a_name_is_none(String typed) {
    assertThat(ShippedWords.read("en", typed))
        .matches(it -> it.product() == null && it.candidates().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "base camp,ABC EBC",
    "EBC or ABC?,ABC EBC",
    "everest or annapurna,ABC EBC",
    "pokhara,PLK PSR"
  })
  void who_may_mean_two_is_asked(String typed, String codes) {
    var read = ShippedWords.read("en", typed);
    assertThat(read.product()).isNull();
    assertThat(read.candidates()).containsExactly(codes.split(" "));
  }

  @Test
  void the_whole_name_is_surer_than_a_mistyped_one() {
    assertThat(confidence("everest base camp")).isEqualTo(1.0);
    assertThat(confidence("evrest base cmp")).isBetween(0.9, 0.999);
    assertThat(confidence("everest")).isBetween(0.5, 0.9);
  }

  @Test
  void one_word_for_two_products_is_refused() {
    assertThatThrownBy(
            () ->
                ProductNames.of(
                    List.of(
                        new ProductName("JGL", List.of("Safari")),
                        new ProductName("BRD", List.of("Bird walk", "safari")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "One word (safari) stands for two products (JGL, BRD)."
                + " Maybe call one of them by two words.");
  }

  @Test
  void one_word_in_two_longer_names_is_fine() {
    assertThatCode(
            () ->
                ProductNames.of(
                    List.of(
                        new ProductName("JGL", List.of("Jeep safari")),
                        new ProductName("BRD", List.of("Bird safari", "Bird safari")))))
        .doesNotThrowAnyException();
  }

  private static double confidence(String typed) {
    return Objects.requireNonNull(ShippedWords.read("en", typed).product(), typed).confidence();
  }
}
