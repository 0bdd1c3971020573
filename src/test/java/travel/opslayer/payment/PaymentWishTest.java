package travel.opslayer.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentWishTest {

  private static PaymentWish wish(String id, String key, String what, String back) {
    return new PaymentWish(
        id,
        key,
        new Money(1, "NPR"),
        what,
        Instant.parse("2026-11-08T03:15:00.5Z"),
        "ne",
        URI.create(back));
  }

  private static PaymentWish wish(String key) {
    return wish("PAY-7", key, "Trek", "https://tours.example/");
  }

  @Test
  void a_key_has_forty_characters_at_most() {
    assertThat(wish("k".repeat(40)).key()).hasSize(40);
    assertThatThrownBy(() -> wish("k".repeat(41))).hasMessageContaining("Maybe PAY-7 and PAY-7-v1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "-a", "a/b", "é"})
  void a_key_is_a_plain_name(String key) {
    assertThatThrownBy(() -> wish(key)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_description_is_one_line_that_fits() {
    var wish = wish("PAY-7", "k", "  a\n b " + "😀".repeat(300), "https://tours.example/");

    assertThat(wish.description()).startsWith("a b 😀").endsWith("😀…");
    assertThat(wish.description().codePointCount(0, wish.description().length())).isEqualTo(250);
    assertThatThrownBy(() -> wish("PAY-7", "k", " \n", "https://tours.example/"))
        .hasMessageContaining("(PAY-7)");
  }

  @Test
  void time_is_counted_in_whole_seconds() {
    assertThat(wish("k").expiresAt()).isEqualTo(Instant.parse("2026-11-08T03:15:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "/p/abc", "https:x", "ftp://a/"})
  void a_customer_comes_back_to_a_web_address(String back) {
    assertThatThrownBy(() -> wish("PAY-7", "k", "Trek", back)).hasMessageContaining(back);
  }

  @Test
  void money_is_not_below_zero_and_has_a_currency() {
    assertThatThrownBy(() -> new Money(-1, "USD")).hasMessageContaining("(-1)");
    assertThatThrownBy(() -> new Money(1, "usd")).hasMessageContaining("(usd)");
    assertThatThrownBy(
            () ->
                new PaymentWish(
                    "PAY-7",
                    "k",
                    new Money(0, "USD"),
                    "Trek",
                    Instant.EPOCH,
                    "en",
                    URI.create("https://a/")))
        .hasMessageContaining("PAY-7");
  }
}
