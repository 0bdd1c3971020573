package travel.opslayer.payment.razorpay;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.payment.Checkout;
import travel.opslayer.payment.GatewayState;
import travel.opslayer.payment.GatewayState.Status;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.PaymentWish;
import travel.opslayer.payment.Refund;
import travel.opslayer.payment.wire.Currencies;
import travel.opslayer.payment.wire.Node;

/** Writes and reads Razorpay's payment links and refunds; null for what it does not document. */
final class RazorpayLink {

  private final Currencies currencies;

  RazorpayLink(Currencies currencies) {
    this.currencies = currencies;
  }

  /** The reference is the key, since Razorpay takes one only once; the payment is in the notes. */
  static Map<String, Object> json(PaymentWish wish, long amount) {
    var link = new LinkedHashMap<String, Object>();
    link.put("amount", amount);
    link.put("currency", wish.price().currency());
    link.put("accept_partial", false);
    link.put("expire_by", wish.expiresAt().getEpochSecond());
    link.put("reference_id", wish.key());
    link.put("description", wish.description());
    link.put("notify", Map.of("sms", false, "email", false)); // it is we who write to customers
    link.put("reminder_enable", false);
    link.put("notes", Map.of("payment_id", wish.paymentId()));
    link.put("callback_url", wish.returnUrl().toString());
    link.put("callback_method", "get");
    return link;
  }

  @Nullable Checkout checkout(Node link) {
    var id = link.at("id").name();
    var url = link.at("short_url").textOr("");
    var until = link.at("expire_by").instant();
    return id == null || until == null || !url.matches("https?://[!-~]+")
        ? null
        : new Checkout(id, URI.create(url), until);
  }

  /** Among links, the one of this wish; whatever the provider was asked for. */
  static Optional<Node> of(Node links, PaymentWish wish) {
    return links.elements().filter(it -> it.at("reference_id").is(wish.key())).findFirst();
  }

  /** Is it a page for exactly this wish, open or not? */
  boolean fits(Node link, PaymentWish wish) {
    var asked = currencies.here(link.at("amount").whole(), link.at("currency").text());
    return wish.price().equals(asked) && wish.paymentId().equals(paymentId(link));
  }

  static @Nullable String paymentId(Node link) {
    var ours = link.at("notes").at("payment_id").name();
    return ours == null ? link.at("reference_id").name() : ours;
  }

  /** The name of what was paid through it; null before. */
  static @Nullable String payment(Node link) {
    return link.at("payments")
        .elements()
        .filter(it -> it.at("status").is("captured") || it.at("status").is("refunded"))
        .map(it -> it.at("payment_id").name())
        .findFirst()
        .orElse(null);
  }

  /**
   * @param payment what was paid through it, which alone knows of refunds
   */
  @Nullable GatewayState state(Node link, Node payment) {
    var id = link.at("id").name();
    var currency = link.at("currency").text();
    var asked = currencies.here(link.at("amount").whole(), currency);
    var paid = currencies.here(link.at("amount_paid").wholeOr(0), currency);
    var refunded = currencies.here(payment.at("amount_refunded").wholeOr(0), currency);
    return id == null || asked == null || paid == null || refunded == null
        ? null
        : new GatewayState(
            id,
            paymentId(link),
            status(link, paid, refunded),
            asked,
            paid,
            refunded,
            payment(link));
  }

  private static Status status(Node link, Money paid, Money refunded) {
    if (paid.minor() > 0 && refunded.minor() >= paid.minor()) {
      return Status.REFUNDED;
    }
    return switch (link.at("status").textOr("")) {
      case "paid" -> Status.PAID;
      case "partially_paid" -> Status.PARTIALLY_PAID;
      case "expired" -> Status.EXPIRED;
      case "cancelled" -> Status.CANCELLED;
      default -> isUnderWay(link) ? Status.PROCESSING : Status.OPEN;
    };
  }

  private static boolean isUnderWay(Node link) {
    return link.at("payments").elements().anyMatch(it -> it.at("status").is("authorized"));
  }

  /** The one among these that was made for this name. */
  Optional<Refund> refund(Node refunds, String refundId) {
    return refunds
        .elements()
        .filter(it -> it.at("notes").at("refund_id").is(refundId))
        .findFirst()
        .map(it -> made(it, refundId));
  }

  @Nullable Refund made(Node refund, String refundId) {
    var id = refund.at("id").name();
    var amount = currencies.here(refund.at("amount").whole(), refund.at("currency").text());
    return id == null || amount == null
        ? null
        : new Refund(refundId, id, refundStatus(refund.at("status").textOr("")), amount);
  }

  private static Refund.Status refundStatus(String word) {
    return switch (word) {
      case "processed" -> Refund.Status.DONE;
      case "failed" -> Refund.Status.FAILED;
      default -> Refund.Status.PENDING;
    };
  }
}
