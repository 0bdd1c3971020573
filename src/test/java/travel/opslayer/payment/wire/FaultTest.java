package travel.opslayer.payment.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk_test_51Hx",
        "rk_live_abc",
        "whsec_x",
        "RZP_LIVE_9",
        "ana@example.org",
        "4242 4242 4242 4242",
        "+34600000101"
      })
  void what_is_private_is_left_out(String secret) {
    var text = new Fault("code", "It is " + secret + " that is wrong").text();

    assertThat(text).startsWith("It is ").contains("…").doesNotContain(secret.substring(4));
  }

  @Test
  void what_helps_stays() {
    var text = "payment link with given reference_id: (PAY-7-v1) already exists";

    assertThat(new Fault("", text).text()).isEqualTo(text);
  }

  @Test
  void it_is_one_short_line() {
    assertThat(new Fault("", "a\r\nb " + "x".repeat(1000)).text()).startsWith("a b x").hasSize(300);
  }
}
