package travel.opslayer.payment.razorpay;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.payment.GatewayEvent;
import travel.opslayer.payment.GatewayEvent.Kind;
import travel.opslayer.payment.Verdict;
import travel.opslayer.payment.wire.Json;
import travel.opslayer.payment.wire.Node;
import travel.opslayer.payment.wire.Signatures;

/**
 * Razorpay's webhooks. The signature is of the body alone and holds for ever, so what keeps an old
 * one from coming again is its id, which is known, and its age. The id is not signed: whoever plays
 * one again may change it, and gains that we look once more.
 */
final class RazorpayWebhook {

  static final String SIGNATURE = "x-razorpay-signature";
  static final String EVENT_ID = "x-razorpay-event-id";

  /** Razorpay tries for a day, and then no more. */
  private static final Duration OLDEST = Duration.ofHours(25);

  private static final Duration AHEAD = Duration.ofSeconds(300);

  private final Signatures signatures;

  RazorpayWebhook(List<String> secrets) {
    this.signatures = new Signatures(secrets);
  }

  Verdict verify(Map<String, String> headers, byte[] body, Instant now) {
    var told = headers.getOrDefault(SIGNATURE, "");
    if (!signatures.matches(List.of(told), body)) {
      return new Verdict.Forged();
    }
    try {
      return event(id(headers, body), Json.read(body), now);
    } catch (IOException e) { // its message quotes the body
      return new Verdict.Unreadable("The body (%d bytes) is no JSON.".formatted(body.length));
    }
  }

  private static Verdict event(String id, Node event, Instant now) {
    var type = event.at("event").text();
    var created = event.at("created_at").instant();
    var payload = event.at("payload");
    if (type == null || created == null || !payload.isObject()) {
      return new Verdict.Unreadable("An event has no name, time or payload.");
    }
    if (created.isBefore(now.minus(OLDEST)) || created.isAfter(now.plus(AHEAD))) {
      return new Verdict.Stale();
    }
    var link = payload.at("payment_link").at("entity");
    var payment = payload.at("payment").at("entity");
    var refund = payload.at("refund").at("entity");
    return new GatewayEvent(
        id,
        kind(type),
        first(RazorpayLink.paymentId(link), payment.at("notes").at("payment_id").name()),
        link.at("id").name(),
        first(payment.at("id").name(), refund.at("payment_id").name()),
        created);
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "payment_link.paid", "payment.captured" -> Kind.PAID;
      case "payment_link.partially_paid" -> Kind.PARTIALLY_PAID;
      case "payment_link.expired" -> Kind.EXPIRED;
      case "payment_link.cancelled" -> Kind.CANCELLED;
      case "payment.authorized" -> Kind.PROCESSING;
      case "payment.failed" -> Kind.FAILED;
      default -> later(type);
    };
  }

  private static Kind later(String type) {
    if (type.startsWith("payment.dispute.")) {
      return Kind.DISPUTE;
    }
    return type.startsWith("refund.") ? Kind.REFUND : Kind.OTHER;
  }

  /** Without one, the same bytes are the same event. */
  private static String id(Map<String, String> headers, byte[] body) {
    var told = new Node(headers.get(EVENT_ID)).name();
    return told == null ? "sha256:" + HexFormat.of().formatHex(sha256(body)) : told;
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  /** Never the secrets. */
  @Override
  public String toString() {
    return "Razorpay's webhook";
  }
}
