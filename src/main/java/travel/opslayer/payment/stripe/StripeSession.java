package travel.opslayer.payment.stripe;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.payment.Checkout;
import travel.opslayer.payment.GatewayState;
import travel.opslayer.payment.GatewayState.Status;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.Refund;
import travel.opslayer.payment.wire.Currencies;
import travel.opslayer.payment.wire.Node;

/** Reads Stripe's checkout sessions and refunds; null for what Stripe does not document. */
final class StripeSession {

  private final Currencies currencies;

  StripeSession(Currencies currencies) {
    this.currencies = currencies;
  }

  @Nullable Checkout checkout(Node session) {
    var id = session.at("id").name();
    var url = session.at("url").textOr("");
    var until = session.at("expires_at").instant();
    return id == null || until == null || !url.matches("https?://[!-~]+")
        ? null
        : new Checkout(id, URI.create(url), until);
  }

  /** A session with its payment intent, and the newest charge of that, inside. */
  @Nullable GatewayState state(Node session) {
    var id = session.at("id").name();
    var currency = session.at("currency").text();
    var asked = currencies.here(session.at("amount_total").whole(), currency);
    var paid = currencies.here(paid(session), currency(session));
    var refunded = currencies.here(refunded(session), currency(session));
    return id == null || asked == null || paid == null || refunded == null
        ? null
        : new GatewayState(
            id,
            paymentId(session),
            status(session, paid, refunded),
            asked,
            paid,
            refunded,
            isPaid(session) ? intentName(session) : null);
  }

  static @Nullable String paymentId(Node object) {
    var ours = object.at("metadata").at("payment_id").name();
    return ours == null ? object.at("client_reference_id").name() : ours;
  }

  /** An intent stands there as its name or as a whole. */
  static @Nullable String intentName(Node object) {
    var intent = object.at("payment_intent");
    return intent.isObject() ? intent.at("id").name() : intent.name();
  }

  private static boolean isPaid(Node session) {
    return session.at("payment_status").is("paid");
  }

  /** What was received counts, where Stripe tells. */
  private static Long paid(Node session) {
    return isPaid(session)
        ? session
            .at("payment_intent")
            .at("amount_received")
            .wholeOr(session.at("amount_total").wholeOr(-1))
        : 0L;
  }

  private static Long refunded(Node session) {
    return isPaid(session)
        ? session.at("payment_intent").at("latest_charge").at("amount_refunded").wholeOr(0)
        : 0L;
  }

  private static @Nullable String currency(Node session) {
    var told = session.at("currency").text();
    return isPaid(session) && told != null
        ? session.at("payment_intent").at("currency").textOr(told)
        : told;
  }

  private static Status status(Node session, Money paid, Money refunded) {
    if (isPaid(session)) {
      return refunded.minor() > 0 && refunded.minor() >= paid.minor()
          ? Status.REFUNDED
          : Status.PAID;
    }
    return switch (session.at("status").textOr("")) {
      case "expired" -> Status.EXPIRED;
      case "complete" -> completed(session.at("payment_intent").at("status").textOr(""));
      default -> Status.OPEN; // whatever is new may still be paid
    };
  }

  /** The customer is through; some ways to pay take days and may fail after all. */
  private static Status completed(String intent) {
    return switch (intent) {
      case "requires_payment_method" -> Status.FAILED;
      case "canceled" -> Status.CANCELLED;
      default -> Status.PROCESSING;
    };
  }

  /** The one among these that was made for this name. */
  Optional<Refund> refund(Node refunds, String refundId) {
    return refunds
        .elements()
        .filter(it -> it.at("metadata").at("refund_id").is(refundId))
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
      case "succeeded" -> Refund.Status.DONE;
      case "failed", "canceled" -> Refund.Status.FAILED;
      default -> Refund.Status.PENDING;
    };
  }
}
