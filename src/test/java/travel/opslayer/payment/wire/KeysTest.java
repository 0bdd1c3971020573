package travel.opslayer.payment.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two words", "sk_é"})
  void a_key_that_is_none_is_refused_without_repeating_it(String key) {
    assertThatThrownBy(() -> Keys.need("Stripe's secret key", key))
        .hasMessage(
            "Stripe's secret key is missing or has characters that none has."
                + " Maybe it was not copied whole.");
  }

  @Test
  void what_was_pasted_along_is_left_out() {
    assertThat(Keys.need("key", " sk_1\n")).isEqualTo("sk_1");
    assertThat(Keys.needSome("secret", List.of(" a ", "", "b"))).containsExactly("a", "b");
    assertThat(Keys.address("address", "https://api.example/x//"))
        .hasToString("https://api.example/x");
  }

  @Test
  void nobody_is_believed_without_a_secret() {
    assertThatThrownBy(() -> Keys.needSome("Stripe's webhook secret", List.of("", " ")))
        .hasMessageContaining("forged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.stripe.com", "ftp://a", "https://", "https://a?b", "https://a b"})
  void an_address_that_is_none_is_refused(String address) {
    assertThatThrownBy(() -> Keys.address("Stripe's address", address))
        .hasMessageContaining("(" + address + ")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", ".a", "a/b", "a?b", "a b", "a%2fb"})
  void a_name_cannot_lead_to_another_address(String name) {
    assertThatThrownBy(() -> Keys.segment(name)).hasMessageContaining("(" + name + ")");
  }
}
