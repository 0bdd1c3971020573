package travel.opslayer.payment.stripe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import travel.opslayer.payment.GatewayEvent;
import travel.opslayer.payment.GatewayEvent.Kind;
import travel.opslayer.payment.Verdict;
import travel.opslayer.payment.wire.Json;
import travel.opslayer.payment.wire.Node;
import travel.opslayer.payment.wire.Signatures;

/** Stripe's webhooks. Each delivery is signed anew with the time at which it leaves. */
final class StripeWebhook {

  static final String HEADER = "stripe-signature";

  /** As long as Stripe's own kits allow; in both directions, for clocks differ in both. */
  private static final Duration TOLERANCE = Duration.ofSeconds(300);

  private static final Pattern TIME = Pattern.compile("[0-9]{1,12}");

  /** Stripe signs once for each secret, and replaces one at a time. */
  private static final int MOST_SIGNATURES = 16;

  private final Signatures signatures;

  StripeWebhook(List<String> secrets) {
    this.signatures = new Signatures(secrets);
  }

  Verdict verify(Map<String, String> headers, byte[] body, Instant now) {
    var header = headers.get(HEADER);
    var signed = header == null ? null : Signed.of(header);
    if (signed == null || !signatures.matches(signed.told(), signed.prefix(), body)) {
      return new Verdict.Forged();
    }
    if (Duration.between(signed.at(), now).abs().compareTo(TOLERANCE) > 0) {
      return new Verdict.Stale();
    }
    try {
      return event(Json.read(body));
    } catch (IOException e) { // its message quotes the body
      return new Verdict.Unreadable("The body (%d bytes) is no JSON.".formatted(body.length));
    }
  }

  /** Whatever version of the API it was made for: what we read is the same in all of them. */
  private static Verdict event(Node event) {
    var id = event.at("id").name();
    var type = event.at("type").text();
    var created = event.at("created").instant();
    var object = event.at("data").at("object");
    if (id == null || type == null || created == null || !object.isObject()) {
      return new Verdict.Unreadable("An event has no id, type, time or object.");
    }
    var isSession = object.at("object").is("checkout.session");
    var isIntent = object.at("object").is("payment_intent");
    return new GatewayEvent(
        id,
        kind(type, object),
        StripeSession.paymentId(object),
        isSession ? object.at("id").name() : null,
        isIntent ? object.at("id").name() : StripeSession.intentName(object),
        created);
  }

  private static Kind kind(String type, Node object) {
    return switch (type) {
      case "checkout.session.completed" ->
          object.at("payment_status").is("paid") ? Kind.PAID : Kind.PROCESSING;
      case "checkout.session.async_payment_succeeded" -> Kind.PAID;
      case "checkout.session.async_payment_failed" -> Kind.FAILED;
      case "checkout.session.expired" -> Kind.EXPIRED;
      default -> later(type);
    };
  }

  private static Kind later(String type) {
    if (type.startsWith("charge.dispute.")) {
      return Kind.DISPUTE;
    }
    return type.startsWith("refund.") || type.startsWith("charge.refund")
        ? Kind.REFUND
        : Kind.OTHER;
  }

  /**
   * What stands in the header.
   *
   * @param time as it is written, for so it is signed
   */
  private record Signed(Instant at, String time, List<String> told) {

    static @Nullable Signed of(String header) {
      String time = null;
      var told = new ArrayList<String>();
      for (var part : header.split(",", MOST_SIGNATURES)) {
        var pair = part.strip().split("=", 2);
        switch (pair[0]) {
          case "t" -> time = time == null && pair.length > 1 ? pair[1] : "";
          case "v1" -> told.add(pair.length > 1 ? pair[1] : "");
          default -> {} // v0 is for tests of Stripe's
        }
      }
      return time == null || !TIME.matcher(time).matches()
          ? null
          : new Signed(Instant.ofEpochSecond(Long.parseLong(time)), time, told);
    }

    byte[] prefix() {
      return (time + ".").getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Never the secrets. */
  @Override
  public String toString() {
    return "Stripe's webhook";
  }
}
