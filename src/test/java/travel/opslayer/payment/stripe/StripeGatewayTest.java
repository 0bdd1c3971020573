package travel.opslayer.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.payment.GatewayResult.Unknown;
import travel.opslayer.payment.GatewayStandIn;
import travel.opslayer.payment.GatewayStandIn.Fault;
import travel.opslayer.payment.GatewayState.Status;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.PaymentGateway;
import travel.opslayer.payment.PaymentWish;
import travel.opslayer.payment.WebhookContract;

class StripeGatewayTest extends WebhookContract {

  private final StripeStandIn stripe = (StripeStandIn) provider;

  @Override
  protected GatewayStandIn standIn() {
    return new StripeStandIn();
  }

  @Override
  protected PaymentGateway at(URI address, String... secrets) {
    return new StripeGateway(
        new StripeSettings("sk_test_1", List.of(secrets), address.toString()), HTTP, PATIENCE);
  }

  @Override
  protected PaymentGateway knowing(String... secrets) {
    return at(provider.address(), secrets);
  }

  @Override
  protected String secret() {
    return StripeStandIn.SECRET;
  }

  @Override
  protected String signatureHeader() {
    return "stripe-signature";
  }

  @Override
  protected Map<String, String> signed(byte[] body) {
    var time = provider.clock().instant().getEpochSecond();
    var start = (time + ".").getBytes(StandardCharsets.UTF_8);
    var whole = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return Map.of("stripe-signature", "t=" + time + ",v1=" + GatewayStandIn.hmac(secret(), whole));
  }

  @Override
  protected List<String> incomplete() {
    return List.of(
        "{\"type\":\"a\",\"created\":1,\"data\":{\"object\":{}}}",
        "{\"id\":\"evt_1\",\"created\":1,\"data\":{\"object\":{}}}",
        "{\"id\":\"evt_1\",\"type\":\"a\",\"data\":{\"object\":{}}}",
        "{\"id\":\"evt_1\",\"type\":\"a\",\"created\":-1,\"data\":{\"object\":{}}}",
        "{\"id\":\"evt 1\",\"type\":\"a\",\"created\":1,\"data\":{\"object\":{}}}",
        "{\"id\":\"evt_1\",\"type\":\"a\",\"created\":1,\"data\":{\"object\":\"x\"}}",
        "{\"id\":\"evt_1\",\"type\":\"a\",\"created\":1,\"data\":null}");
  }

  @Test
  void a_page_whose_answer_got_lost_is_unknown() {
    provider.misbehave(Fault.LOSE_ANSWER);

    assertThat(gateway.createCheckout(wish())).isInstanceOf(Unknown.class);
    assertThat(provider.calls()).hasSize(1);
  }

  @Test
  void money_that_takes_days_may_fail_after_all() {
    var checkout = checkout();
    provider.process(checkout.providerRef());
    stripe.fail(checkout.providerRef());

    assertThat(state(checkout).status()).isEqualTo(Status.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "en,en",
    "ne,auto",
    "pt-BR,pt-BR",
    "pt-PT,pt",
    "zh-TW,zh-TW",
    "en-US,en",
    "'',auto",
    "fil,fil",
    "es-MX,es",
    "nonsense!,auto"
  })
  void the_page_speaks_the_language_of_the_customer_or_chooses_one(String wanted, String told) {
    var wish = wish();
    var spoken =
        new PaymentWish(
            wish.paymentId(),
            wish.key(),
            wish.price(),
            wish.description(),
            wish.expiresAt(),
            wanted,
            wish.returnUrl());

    assertThat(StripeForm.session(spoken, 1)).containsEntry("locale", told);
  }

  @Test
  void special_currencies_are_counted_as_stripe_counts_them() {
    var checkout = value(gateway.createCheckout(wish("k", new Money(5, "ISK"))));
    assertThat(provider.calls().getLast().form())
        .containsEntry("line_items[0][price_data][unit_amount]", "500")
        .containsEntry("line_items[0][price_data][currency]", "isk");
    provider.pay(checkout.providerRef());

    assertThat(state(checkout).matches("PAY-7", new Money(5, "ISK"))).isTrue();
  }
}
