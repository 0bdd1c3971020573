package travel.opslayer.payment.stripe;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import travel.opslayer.payment.Checkout;
import travel.opslayer.payment.GatewayResult;
import travel.opslayer.payment.GatewayResult.Rejected;
import travel.opslayer.payment.GatewayState;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.PaymentGateway;
import travel.opslayer.payment.PaymentWish;
import travel.opslayer.payment.Refund;
import travel.opslayer.payment.Verdict;
import travel.opslayer.payment.wire.Closing;
import travel.opslayer.payment.wire.Currencies;
import travel.opslayer.payment.wire.Fault;
import travel.opslayer.payment.wire.GatewayCall;
import travel.opslayer.payment.wire.Keys;
import travel.opslayer.payment.wire.Node;

/** Stripe, by its checkout sessions. */
public final class StripeGateway implements PaymentGateway {

  /** The version that answers are read by, whatever the account is set to. */
  static final String VERSION = "2026-07-29.dahlia";

  private static final String SESSIONS = "/v1/checkout/sessions";
  private static final String WHOLE = "?expand%5B%5D=payment_intent.latest_charge";

  private final StripeSettings settings;
  private final GatewayCall call;
  private final StripeWebhook webhook;
  private final Currencies currencies = Currencies.of("stripe");
  private final StripeSession session = new StripeSession(currencies);

  public StripeGateway(StripeSettings settings, HttpClient http) {
    this(settings, new GatewayCall("Stripe", http, StripeGateway::fault));
  }

  StripeGateway(StripeSettings settings, HttpClient http, Duration patience) {
    this(settings, new GatewayCall("Stripe", http, patience, StripeGateway::fault));
  }

  private StripeGateway(StripeSettings settings, GatewayCall call) {
    this.settings = settings;
    this.call = call;
    this.webhook = new StripeWebhook(settings.webhookSecrets());
  }

  @Override
  public String provider() {
    return "stripe";
  }

  /** A minute more than Stripe says, for its clock is another one than ours. */
  @Override
  public Duration shortest() {
    return Duration.ofMinutes(31);
  }

  /** A minute less, for the same reason. */
  @Override
  public Duration longest() {
    return Duration.ofHours(24).minusMinutes(1);
  }

  @Override
  public GatewayResult<Checkout> createCheckout(PaymentWish wish) {
    var amount = currencies.there(wish.price());
    if (amount.isEmpty()) {
      return new Rejected<>("amount", currencies.refusal(wish.price()));
    }
    var form = StripeForm.session(wish, amount.getAsLong());
    return call.ask(post(SESSIONS, form, "pay-" + wish.key()), session::checkout);
  }

  @Override
  public GatewayResult<GatewayState> fetch(String providerRef) {
    return call.ask(get(SESSIONS + "/" + Keys.segment(providerRef) + WHOLE), session::state);
  }

  @Override
  public GatewayResult<GatewayState> cancel(String providerRef) {
    var path = SESSIONS + "/" + Keys.segment(providerRef) + "/expire";
    var request = request(path).POST(BodyPublishers.noBody()).build();
    return Closing.of(call.ask(request, session::state), () -> fetch(providerRef));
  }

  /**
   * Looks first: the answer to a repeated key would be the one of then, and a key is forgotten
   * after a day.
   */
  @Override
  public GatewayResult<Refund> refund(String refundId, String paymentRef, Money amount) {
    var there = currencies.there(amount);
    if (there.isEmpty()) {
      return new Rejected<>("amount", currencies.refusal(amount));
    }
    return known(refundId, paymentRef)
        .then(
            it ->
                it.isPresent()
                    ? it.get().again(amount)
                    : give(refundId, paymentRef, there.getAsLong()));
  }

  private GatewayResult<Optional<Refund>> known(String refundId, String paymentRef) {
    return call.ask(
        get("/v1/refunds?limit=100&payment_intent=" + Keys.segment(paymentRef)),
        all -> all.at("data").isArray() ? session.refund(all.at("data"), refundId) : null);
  }

  private GatewayResult<Refund> give(String refundId, String paymentRef, long amount) {
    var form = StripeForm.refund(refundId, paymentRef, amount);
    return call.ask(
        post("/v1/refunds", form, "refund-" + refundId), it -> session.made(it, refundId));
  }

  @Override
  public Verdict verify(Map<String, String> headers, byte[] body, Instant now) {
    return webhook.verify(headers, body, now);
  }

  private HttpRequest get(String path) {
    return request(path).GET().build();
  }

  private HttpRequest post(String path, Map<String, String> form, String key) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString(StripeForm.encoded(form)))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(settings.at(path))
        .header("Authorization", "Bearer " + settings.secretKey())
        .header("Stripe-Version", VERSION);
  }

  private static Fault fault(Node answer) {
    var error = answer.at("error");
    return new Fault(
        error.at("code").textOr(error.at("type").textOr("")), error.at("message").textOr(""));
  }
}
