package travel.opslayer.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.stripe.StripeClient;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import travel.opslayer.payment.GatewayEvent;
import travel.opslayer.payment.GatewayStandIn;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.PaymentWish;
import travel.opslayer.payment.Verdict;
import travel.opslayer.payment.wire.GatewayCall;

/** Stripe's own kit judges: it sends what we send, and takes and refuses the signatures we do. */
class StripeKitTest {

  private static final String SECRET = "whsec_test_secret";
  private static final long TIME = 1_700_000_000;

  /** A worked example; the kit's own version of the API is another one than the event's. */
  private static final String BODY =
      "{\"id\":\"evt_1\",\"object\":\"event\",\"api_version\":\"2026-07-29.dahlia\","
          + "\"created\":1700000000,\"type\":\"checkout.session.completed\",\"livemode\":false,"
          + "\"data\":{\"object\":{\"id\":\"cs_test_1\",\"object\":\"checkout.session\","
          + "\"client_reference_id\":\"PAY-7\",\"payment_status\":\"paid\",\"amount_total\":240000,"
          + "\"currency\":\"usd\"}}}";

  private static final String GOOD =
      "b298d39648a55f5effa53e33181d773253ff8bba999fc0877d46343cfc5d62f8";

  private final StripeStandIn provider = new StripeStandIn();
  private final StripeGateway ours =
      new StripeGateway(
          new StripeSettings("sk_test_1", List.of(SECRET), provider.address().toString()),
          GatewayCall.client());

  private final StripeClient theirs =
      StripeClient.builder()
          .setApiKey("sk_test_1")
          .setApiBase(provider.address().toString())
          .build();

  @AfterEach
  void close() {
    provider.close();
  }

  private Verdict verdict(String header, String body, long now) {
    return ours.verify(
        Map.of("stripe-signature", header),
        body.getBytes(StandardCharsets.UTF_8),
        Instant.ofEpochSecond(now));
  }

  /** Whether the kit takes it. */
  private static boolean isGoodForThem(String header, String body, long now) {
    var clock = Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC);
    try {
      return Webhook.Signature.verifyHeader(body, header, SECRET, 300, clock);
    } catch (SignatureVerificationException e) {
      return false;
    }
  }

  @Test
  void a_worked_example_is_good_for_both() {
    var header = "t=" + TIME + ",v1=" + GOOD;

    assertThat(isGoodForThem(header, BODY, TIME)).isTrue();
    assertThat(verdict(header, BODY, TIME))
        .isEqualTo(
            new GatewayEvent(
                "evt_1",
                GatewayEvent.Kind.PAID,
                "PAY-7",
                "cs_test_1",
                null,
                Instant.ofEpochSecond(TIME)));
  }

  @ParameterizedTest
  @CsvSource({
    "'t=1700000000,v1=b298d39648a55f5effa53e33181d773253ff8bba999fc0877d46343cfc5d62f8', 0, true",
    "'t=1700000000,v1=b298d39648a55f5effa53e33181d773253ff8bba999fc0877d46343cfc5d62f8', 300, true",
    "'t=1700000000,v1=b298d39648a55f5effa53e33181d773253ff8bba999fc0877d46343cfc5d62f8', 301,"
        + " false",
    "'t=1700000000,v1=00,v1=b298d39648a55f5effa53e33181d773253ff8bba999fc0877d46343cfc5d62f8,v0=z',"
        + " 0, true",
    "'t=1700000001,v1=b298d39648a55f5effa53e33181d773253ff8bba999fc0877d46343cfc5d62f8', 0, false",
    "'t=1700000000,v0=b298d39648a55f5effa53e33181d773253ff8bba999fc0877d46343cfc5d62f8', 0, false",
    "'t=1700000000,v1=b298d39648a55f5effa53e33181d773253ff8bba999fc0877d46343cfc5d62f9', 0, false",
    "'v1=b298d39648a55f5effa53e33181d773253ff8bba999fc0877d46343cfc5d62f8', 0, false",
    "'t=1700000000', 0, false",
    "'', 0, false"
  })
  void both_take_and_refuse_the_same(String header, long later, boolean good) {
    assertThat(isGoodForThem(header, BODY, TIME + later)).isEqualTo(good);
    assertThat(verdict(header, BODY, TIME + later) instanceof GatewayEvent).isEqualTo(good);
    assertThat(isGoodForThem(header, BODY + " ", TIME + later)).isFalse();
    assertThat(verdict(header, BODY + " ", TIME + later)).isNotInstanceOf(GatewayEvent.class);
  }

  @Test
  void what_their_kit_signs_is_good_for_us() throws Exception {
    var header = Webhook.Signature.generateSignatureHeader(BODY, SECRET, TIME);

    assertThat(verdict(header, BODY, TIME)).isInstanceOf(GatewayEvent.class);
    var other = Webhook.Signature.generateSignatureHeader(BODY, "whsec_other", TIME);
    assertThat(verdict(other, BODY, TIME)).isEqualTo(new Verdict.Forged());
  }

  @Test
  void what_the_stand_in_signs_is_good_for_their_kit() throws Exception {
    provider.pay(created().providerRef());
    var delivery = provider.deliver().getFirst();
    var clock = Clock.fixed(provider.clock().instant(), ZoneOffset.UTC);
    var header = String.valueOf(delivery.headers().get("stripe-signature"));

    var event = Webhook.constructEvent(delivery.body(), header, StripeStandIn.SECRET, 300, clock);
    assertThat(event.getType()).isEqualTo("checkout.session.completed");
    assertThatThrownBy(
            () -> Webhook.constructEvent(delivery.body(), header, "whsec_other", 300, clock))
        .isInstanceOf(SignatureVerificationException.class);
  }

  private PaymentWish wish() {
    return new PaymentWish(
        "PAY-7",
        "PAY-7-v1",
        new Money(240_000, "USD"),
        "EBC Trek & Chitwan, dépôt 50%",
        provider.clock().instant().plus(Duration.ofHours(2)),
        "pt-BR",
        URI.create("https://tours.example/p/abc?x=1&y=2"));
  }

  private travel.opslayer.payment.Checkout created() {
    return ours.createCheckout(wish()).done().orElseThrow();
  }

  @Test
  void their_kit_sends_the_same_session_as_we_do() throws Exception {
    created();
    var params = session(wish());
    var options = RequestOptions.builder().setIdempotencyKey("pay-PAY-7-v1").build();

    // The key is the same and so is the form: else the provider would not answer with our session.
    var session = theirs.v1().checkout().sessions().create(params, options);

    assertThat(session.getClientReferenceId()).isEqualTo("PAY-7");
    var calls = provider.calls();
    assertThat(calls.get(1).form()).isEqualTo(calls.get(0).form());
    for (var header : List.of("Authorization", "Stripe-Version", "Idempotency-Key")) {
      assertThat(calls.get(1).headers().get(header)).isEqualTo(calls.get(0).headers().get(header));
    }
  }

  private static SessionCreateParams session(PaymentWish wish) {
    var product = PriceData.ProductData.builder().setName(wish.description()).build();
    var price =
        PriceData.builder()
            .setCurrency("usd")
            .setUnitAmount(wish.price().minor())
            .setProductData(product)
            .build();
    return SessionCreateParams.builder()
        .setMode(SessionCreateParams.Mode.PAYMENT)
        .setClientReferenceId(wish.paymentId())
        .putMetadata("payment_id", wish.paymentId())
        .setPaymentIntentData(
            SessionCreateParams.PaymentIntentData.builder()
                .putMetadata("payment_id", wish.paymentId())
                .build())
        .setExpiresAt(wish.expiresAt().getEpochSecond())
        .addLineItem(LineItem.builder().setQuantity(1L).setPriceData(price).build())
        .setAdaptivePricing(SessionCreateParams.AdaptivePricing.builder().setEnabled(false).build())
        .setLocale(SessionCreateParams.Locale.PT_BR)
        .setSuccessUrl(wish.returnUrl().toString())
        .setCancelUrl(wish.returnUrl().toString())
        .build();
  }

  @Test
  void their_kit_sends_the_same_refund_as_we_do() throws Exception {
    var checkout = created();
    provider.pay(checkout.providerRef());
    var intent = "pi_" + checkout.providerRef();
    assertThat(ours.refund("RF-1", intent, new Money(1000, "USD")).done()).isPresent();
    var sent = provider.calls().getLast();

    var options = RequestOptions.builder().setIdempotencyKey("refund-RF-1").build();
    var refund =
        theirs
            .v1()
            .refunds()
            .create(
                RefundCreateParams.builder()
                    .setPaymentIntent(intent)
                    .setAmount(1000L)
                    .putMetadata("refund_id", "RF-1")
                    .build(),
                options);

    assertThat(refund.getStatus()).isEqualTo("succeeded");
    assertThat(provider.calls().getLast().form()).isEqualTo(sent.form());
    assertThat(provider.calls().getLast().path()).isEqualTo(sent.path());
  }

  @Test
  void their_kit_reads_the_stand_in_as_we_do() throws Exception {
    var checkout = created();
    provider.pay(checkout.providerRef());
    var session = theirs.v1().checkout().sessions().retrieve(checkout.providerRef());
    var state = ours.fetch(checkout.providerRef()).done().orElseThrow();

    assertThat(session.getPaymentStatus()).isEqualTo("paid");
    assertThat(session.getAmountTotal()).isEqualTo(state.paid().minor());
    assertThat(session.getPaymentIntent()).isEqualTo(state.paymentRef());
    assertThat(session.getUrl()).isEqualTo(checkout.url().toString());
  }

  @Test
  void an_event_of_another_version_is_read_all_the_same() {
    var body = BODY.replace("2026-07-29.dahlia", "2019-01-01");
    var signature = GatewayStandIn.hmac(SECRET, TIME + "." + body);

    assertThat(verdict("t=" + TIME + ",v1=" + signature, body, TIME))
        .isInstanceOf(GatewayEvent.class);
    // The kit itself gives nothing then, and says nothing: what ours is there for.
    var event = Webhook.constructEventWithoutVerification(body);
    assertThat(catchThrowable(() -> event.getDataObjectDeserializer().getObject().orElseThrow()))
        .isNotNull();
  }
}
