package travel.opslayer.payment.razorpay;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import travel.opslayer.payment.Checkout;
import travel.opslayer.payment.GatewayResult;
import travel.opslayer.payment.GatewayResult.Done;
import travel.opslayer.payment.GatewayResult.Rejected;
import travel.opslayer.payment.GatewayResult.Unknown;
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
import travel.opslayer.payment.wire.Json;
import travel.opslayer.payment.wire.Keys;
import travel.opslayer.payment.wire.Node;

/** Razorpay, by its payment links. */
public final class RazorpayGateway implements PaymentGateway {

  private static final String LINKS = "/v1/payment_links";
  private static final String PAYMENTS = "/v1/payments/";
  private static final Node NOTHING = new Node(null);

  private final RazorpaySettings settings;
  private final GatewayCall call;
  private final RazorpayWebhook webhook;
  private final Currencies currencies = Currencies.of("razorpay");
  private final RazorpayLink link = new RazorpayLink(currencies);

  public RazorpayGateway(RazorpaySettings settings, HttpClient http) {
    this(settings, new GatewayCall("Razorpay", http, RazorpayGateway::fault));
  }

  RazorpayGateway(RazorpaySettings settings, HttpClient http, Duration patience) {
    this(settings, new GatewayCall("Razorpay", http, patience, RazorpayGateway::fault));
  }

  private RazorpayGateway(RazorpaySettings settings, GatewayCall call) {
    this.settings = settings;
    this.call = call;
    this.webhook = new RazorpayWebhook(settings.webhookSecrets());
  }

  @Override
  public String provider() {
    return "razorpay";
  }

  /** A minute more than Razorpay says, for its clock is another one than ours. */
  @Override
  public Duration shortest() {
    return Duration.ofMinutes(16);
  }

  /** What Razorpay takes when nothing is said. */
  @Override
  public Duration longest() {
    return Duration.ofDays(180);
  }

  /**
   * Razorpay refuses a reference that it has seen, so nothing is made twice; the link that has it
   * is looked for then, and after silence.
   */
  @Override
  public GatewayResult<Checkout> createCheckout(PaymentWish wish) {
    var amount = currencies.there(wish.price());
    if (amount.isEmpty()) {
      return new Rejected<>("amount", currencies.refusal(wish.price()));
    }
    var json = RazorpayLink.json(wish, amount.getAsLong());
    var made = call.ask(post(LINKS, json), link::checkout);
    return switch (made) {
      case Rejected<Checkout>(var _, var detail) when isTaken(detail) -> earlier(wish, made);
      case Unknown<Checkout> _ -> earlier(wish, made);
      default -> made;
    };
  }

  /** It says so in words only. */
  private static boolean isTaken(String detail) {
    return detail.contains("reference_id") && detail.contains("already exists");
  }

  /**
   * @param made what creating it came to, which stands where there is none to be found
   */
  private GatewayResult<Checkout> earlier(PaymentWish wish, GatewayResult<Checkout> made) {
    var found =
        call.ask(
            get(LINKS + "?reference_id=" + Keys.segment(wish.key())),
            all ->
                all.at("payment_links").isArray()
                    ? RazorpayLink.of(all.at("payment_links"), wish)
                    : null);
    return found.done().flatMap(it -> it).map(it -> checkout(it, wish)).orElse(made);
  }

  private GatewayResult<Checkout> checkout(Node found, PaymentWish wish) {
    var checkout = link.checkout(found);
    if (checkout == null) {
      return new Unknown<>("Razorpay has the link, and tells too little of it.");
    }
    return link.fits(found, wish)
        ? new Done<>(checkout)
        : new Rejected<>(
            "idempotency_mismatch",
            "The key %s was used for another link. Maybe take a new key.".formatted(wish.key()));
  }

  @Override
  public GatewayResult<GatewayState> fetch(String providerRef) {
    return call.ask(get(LINKS + "/" + Keys.segment(providerRef)), it -> it.isObject() ? it : null)
        .then(this::state);
  }

  /** Of refunds only what was paid knows. */
  private GatewayResult<GatewayState> state(Node found) {
    var payment = RazorpayLink.payment(found);
    if (payment != null) {
      return call.ask(get(PAYMENTS + Keys.segment(payment)), it -> link.state(found, it));
    }
    var state = link.state(found, NOTHING);
    return state == null
        ? new Unknown<>("Razorpay answered, and not what it documents.")
        : new Done<>(state);
  }

  @Override
  public GatewayResult<GatewayState> cancel(String providerRef) {
    var path = LINKS + "/" + Keys.segment(providerRef) + "/cancel";
    var request = request(path).POST(BodyPublishers.noBody()).build();
    return Closing.of(call.ask(request, it -> link.state(it, NOTHING)), () -> fetch(providerRef));
  }

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
        get(PAYMENTS + Keys.segment(paymentRef) + "/refunds?count=100"),
        all -> all.at("items").isArray() ? link.refund(all.at("items"), refundId) : null);
  }

  /** A key of refunds has ten characters at least. */
  private GatewayResult<Refund> give(String refundId, String paymentRef, long amount) {
    var json =
        Map.of("amount", amount, "receipt", refundId, "notes", Map.of("refund_id", refundId));
    var request =
        posting(PAYMENTS + Keys.segment(paymentRef) + "/refund", json)
            .header("X-Refund-Idempotency", "opslayer-refund-" + refundId)
            .build();
    return call.ask(request, it -> link.made(it, refundId));
  }

  @Override
  public Verdict verify(Map<String, String> headers, byte[] body, Instant now) {
    return webhook.verify(headers, body, now);
  }

  private HttpRequest get(String path) {
    return request(path).GET().build();
  }

  private HttpRequest post(String path, Map<String, Object> json) {
    return posting(path, json).build();
  }

  private HttpRequest.Builder posting(String path, Map<String, ?> json) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(Json.write(json)));
  }

  private HttpRequest.Builder request(String path) {
    var key = (settings.keyId() + ":" + settings.keySecret()).getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(settings.at(path))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(key));
  }

  /** The reason says more than the code, where there is one. */
  private static Fault fault(Node answer) {
    var error = answer.at("error");
    var reason = error.at("reason").textOr("NA");
    return new Fault(
        reason.equals("NA") ? error.at("code").textOr("") : reason,
        error.at("description").textOr(""));
  }
}
