package travel.opslayer.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import travel.opslayer.payment.GatewayStandIn;
import travel.opslayer.payment.stripe.StripeStandIn;

/** The whole way with Stripe's API. */
class StripeWholeWayTest extends WholeWay {

  private StripeStandIn stripe;

  @Override
  GatewayStandIn standIn() {
    stripe = new StripeStandIn();
    return stripe;
  }

  @Override
  Map<String, Object> settings(String address) {
    return Map.of(
        "opslayer.payments", "stripe",
        "opslayer.public-url", "https://pay.example.com",
        "stripe.secret-key", "sk_test_1",
        "stripe.webhook-secret", StripeStandIn.SECRET,
        "stripe.api-url", address);
  }

  @Override
  String name() {
    return "stripe";
  }

  @Override
  String secret() {
    return StripeStandIn.SECRET;
  }

  @Override
  Map<String, String> signed(String body, String secret) {
    var time = now().getEpochSecond();
    return Map.of(
        "stripe-signature",
        "t=%d,v1=%s".formatted(time, GatewayStandIn.hmac(secret, time + "." + body)));
  }

  @Override
  Duration counts() {
    return Duration.ofMinutes(5);
  }

  private Instant now() {
    return stripe.clock().instant();
  }
}
