package travel.opslayer.scenario;

import java.time.Duration;
import java.util.Map;
import travel.opslayer.payment.GatewayStandIn;
import travel.opslayer.payment.razorpay.RazorpayStandIn;

/** The whole way with Razorpay's API. */
class RazorpayWholeWayTest extends WholeWay {

  @Override
  GatewayStandIn standIn() {
    return new RazorpayStandIn();
  }

  @Override
  Map<String, Object> settings(String address) {
    return Map.of(
        "opslayer.payments", "razorpay",
        "opslayer.public-url", "https://pay.example.com",
        "razorpay.key-id", "rzp_test_1",
        "razorpay.key-secret", "key_secret",
        "razorpay.webhook-secret", RazorpayStandIn.SECRET,
        "razorpay.api-url", address);
  }

  @Override
  String name() {
    return "razorpay";
  }

  @Override
  String secret() {
    return RazorpayStandIn.SECRET;
  }

  @Override
  Map<String, String> signed(String body, String secret) {
    return Map.of(
        "x-razorpay-signature",
        GatewayStandIn.hmac(secret, body),
        "x-razorpay-event-id",
        "event x");
  }

  /** Its events carry no time of signing: their age counts. */
  @Override
  Duration counts() {
    return Duration.ofHours(25);
  }
}
