package travel.opslayer.payment.razorpay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import travel.opslayer.payment.GatewayEvent;
import travel.opslayer.payment.GatewayResult.Rejected;
import travel.opslayer.payment.GatewayResult.Unknown;
import travel.opslayer.payment.GatewayStandIn;
import travel.opslayer.payment.GatewayStandIn.Fault;
import travel.opslayer.payment.PaymentGateway;
import travel.opslayer.payment.WebhookContract;

class RazorpayGatewayTest extends WebhookContract {

  private final RazorpayStandIn razorpay = (RazorpayStandIn) provider;

  @Override
  protected GatewayStandIn standIn() {
    return new RazorpayStandIn();
  }

  @Override
  protected PaymentGateway at(URI address, String... secrets) {
    return new RazorpayGateway(
        new RazorpaySettings("rzp_test_1", "key_secret", List.of(secrets), address.toString()),
        HTTP,
        PATIENCE);
  }

  @Override
  protected PaymentGateway knowing(String... secrets) {
    return at(provider.address(), secrets);
  }

  @Override
  protected String secret() {
    return RazorpayStandIn.SECRET;
  }

  @Override
  protected String signatureHeader() {
    return "x-razorpay-signature";
  }

  @Override
  protected Map<String, String> signed(byte[] body) {
    return Map.of("x-razorpay-signature", GatewayStandIn.hmac(secret(), body));
  }

  @Override
  protected List<String> incomplete() {
    return List.of(
        "{\"created_at\":1,\"payload\":{}}",
        "{\"event\":\"payment_link.paid\",\"payload\":{}}",
        "{\"event\":\"payment_link.paid\",\"created_at\":\"1\",\"payload\":{}}",
        "{\"event\":\"payment_link.paid\",\"created_at\":1}",
        "{\"event\":\"payment_link.paid\",\"created_at\":1,\"payload\":[]}");
  }

  @Test
  void a_link_whose_answer_got_lost_is_looked_for_at_once() {
    provider.misbehave(Fault.LOSE_ANSWER);
    var found = value(gateway.createCheckout(wish()));

    assertThat(provider.calls())
        .extracting(GatewayStandIn.Call::method)
        .containsExactly("POST", "GET");
    assertThat(found).isEqualTo(checkout());
  }

  @Test
  void a_link_that_cannot_be_looked_for_stays_unknown_and_then_refused() {
    razorpay.findNothing();
    provider.misbehave(Fault.LOSE_ANSWER);

    assertThat(gateway.createCheckout(wish())).isInstanceOf(Unknown.class);
    assertThat(gateway.createCheckout(wish()))
        .isInstanceOfSatisfying(
            Rejected.class, it -> assertThat(it.detail()).contains("already exists"));
  }

  @Test
  void an_event_without_an_id_is_named_by_its_bytes() {
    var checkout = checkout();
    provider.pay(checkout.providerRef());
    var delivery = provider.deliver().getFirst();
    var headers = signed(delivery.bytes());
    var one = gateway.verify(headers, delivery.bytes(), provider.clock().instant());
    var again = gateway.verify(headers, delivery.bytes(), provider.clock().instant());

    assertThat(((GatewayEvent) one).id()).startsWith("sha256:").hasSize(71);
    assertThat(again).isEqualTo(one);
  }

  @Test
  void we_write_to_customers_and_razorpay_does_not() {
    checkout();

    assertThat(provider.calls().getFirst().body())
        .contains("\"sms\":false", "\"email\":false", "\"reminder_enable\":false")
        .contains("\"accept_partial\":false", "\"reference_id\":\"PAY-7-v1\"");
  }
}
