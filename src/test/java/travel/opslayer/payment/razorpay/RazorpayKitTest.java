package travel.opslayer.payment.razorpay;

import static org.assertj.core.api.Assertions.assertThat;

import com.razorpay.Utils;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import travel.opslayer.payment.GatewayEvent;
import travel.opslayer.payment.GatewayStandIn;
import travel.opslayer.payment.Verdict;
import travel.opslayer.payment.wire.Signatures;

/** Razorpay's own kit judges: it takes and refuses the signatures we do. */
class RazorpayKitTest {

  private static final String SECRET = "rzp_webhook_secret";
  private static final Instant THEN = Instant.ofEpochSecond(1_700_000_000);

  private static final String BODY =
      "{\"entity\":\"event\",\"account_id\":\"acc_1\",\"event\":\"payment_link.paid\","
          + "\"contains\":[\"payment_link\",\"order\",\"payment\"],\"payload\":{\"payment_link\":"
          + "{\"entity\":{\"id\":\"plink_X\",\"reference_id\":\"PAY-7\",\"status\":\"paid\","
          + "\"amount\":100000,\"amount_paid\":100000,\"currency\":\"INR\"}},\"payment\":{\"entity\":"
          + "{\"id\":\"pay_X\",\"status\":\"captured\",\"amount\":100000}}},"
          + "\"created_at\":1700000000}";

  private static final String GOOD =
      "54782c490e77962692f48593e0b4687d97edc44867b3bb37e007870310b0f0d6";

  private static Verdict verdict(String signature, String body, Instant now, String... secrets) {
    var settings = new RazorpaySettings("rzp_test_1", "key_secret", List.of(secrets), "");
    return new RazorpayGateway(settings, HttpClient.newHttpClient())
        .verify(
            Map.of("x-razorpay-signature", signature, "x-razorpay-event-id", "event_1"),
            body.getBytes(StandardCharsets.UTF_8),
            now);
  }

  @Test
  void a_worked_example_is_good_for_both() throws Exception {
    assertThat(Utils.verifyWebhookSignature(BODY, GOOD, SECRET)).isTrue();
    assertThat(verdict(GOOD, BODY, THEN, SECRET))
        .isEqualTo(
            new GatewayEvent("event_1", GatewayEvent.Kind.PAID, "PAY-7", "plink_X", "pay_X", THEN));
  }

  @Test
  void one_byte_more_and_another_secret_are_good_for_neither() throws Exception {
    assertThat(Utils.verifyWebhookSignature(BODY + " ", GOOD, SECRET)).isFalse();
    assertThat(verdict(GOOD, BODY + " ", THEN, SECRET)).isEqualTo(new Verdict.Forged());
    assertThat(Utils.verifyWebhookSignature(BODY, GOOD, "other")).isFalse();
    assertThat(verdict(GOOD, BODY, THEN, "other")).isEqualTo(new Verdict.Forged());
    assertThat(verdict(GOOD, BODY, THEN, "other", SECRET)).isInstanceOf(GatewayEvent.class);
  }

  @Test
  void an_event_is_good_for_as_long_as_razorpay_tries_and_no_longer() {
    assertThat(verdict(GOOD, BODY, THEN.plus(Duration.ofHours(25)), SECRET))
        .isInstanceOf(GatewayEvent.class);
    assertThat(verdict(GOOD, BODY, THEN.plus(Duration.ofHours(25)).plusSeconds(1), SECRET))
        .isEqualTo(new Verdict.Stale());
  }

  @Test
  void what_their_kit_signs_is_good_for_us() throws Exception {
    assertThat(verdict(Utils.getHash(BODY, SECRET), BODY, THEN, SECRET))
        .isInstanceOf(GatewayEvent.class);
    assertThat(verdict(Utils.getHash(BODY, "other"), BODY, THEN, SECRET))
        .isEqualTo(new Verdict.Forged());
  }

  @Test
  void what_the_stand_in_signs_is_good_for_their_kit() throws Exception {
    assertThat(Utils.verifyWebhookSignature(BODY, GatewayStandIn.hmac(SECRET, BODY), SECRET))
        .isTrue();
  }

  /** Where the customer comes back to is told too; it informs and decides nothing. */
  @Test
  void a_worked_return_of_the_browser_is_good_for_both() throws Exception {
    var good = "e61ca37ee11cc349714ca10ff94826af5548ebe99c27233a758a3f531d9d0ea5";
    var told =
        new JSONObject()
            .put("payment_link_id", "plink_X")
            .put("payment_link_reference_id", "PAY-7")
            .put("payment_link_status", "paid")
            .put("razorpay_payment_id", "pay_X")
            .put("razorpay_signature", good);
    var signed = "plink_X|PAY-7|paid|pay_X".getBytes(StandardCharsets.UTF_8);

    assertThat(Utils.verifyPaymentLink(told, "key_secret")).isTrue();
    assertThat(new Signatures(List.of("key_secret")).matches(List.of(good), signed)).isTrue();
    assertThat(new Signatures(List.of("key_secret2")).matches(List.of(good), signed)).isFalse();
  }
}
