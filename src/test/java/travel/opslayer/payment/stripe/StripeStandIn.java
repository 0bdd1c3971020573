package travel.opslayer.payment.stripe;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import travel.opslayer.payment.GatewayStandIn;

/** Stands in for Stripe: checkout sessions, refunds, keys of calls, events. */
public final class StripeStandIn extends GatewayStandIn {

  public static final String SECRET = "whsec_stand_in";

  private static final String SESSIONS = "/v1/checkout/sessions";

  /** A session and what was paid on it. */
  private static final class Session {
    final String id;
    final Map<String, String> form;
    String status = "open";
    String intentStatus = "requires_payment_method";
    boolean paid;
    long received;
    long refunded;

    Session(String id, Map<String, String> form) {
      this.id = id;
      this.form = new HashMap<>(form);
    }

    String field(String name) {
      return form.getOrDefault(name, "");
    }

    String price(String name) {
      return field("line_items[0][price_data]" + name);
    }

    String intent() {
      return "pi_" + id;
    }
  }

  private record Refund(String id, Session session, long amount, String refundId, String status) {}

  private record Kept(Map<String, String> form, Response response) {}

  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final List<Refund> refunds = new ArrayList<>();
  private final Map<String, Kept> keys = new HashMap<>();
  private String refundStatus = "succeeded";

  public StripeStandIn() {
    super(SECRET);
  }

  @Override
  public void delayRefunds() {
    refundStatus = "pending";
  }

  @Override
  protected Response answer(Call call) {
    if (!call.headers().getOrDefault("Authorization", "").startsWith("Bearer sk_")) {
      return error(401, "invalid_request_error", "api_key", "Invalid API Key provided: sk_x");
    }
    var key = call.headers().get("Idempotency-Key");
    var kept = key == null ? null : keys.get(key);
    if (kept != null) {
      return kept.form().equals(call.form())
          ? kept.response()
          : error(400, "idempotency_error", "", "Keys can only be used with the same parameters");
    }
    var response = fresh(call);
    if (key != null && response.status() == 200) {
      keys.put(key, new Kept(call.form(), response));
    }
    return response;
  }

  private Response fresh(Call call) {
    var path = call.path();
    if (path.equals(SESSIONS)) {
      return create(call.form());
    }
    if (path.equals("/v1/refunds")) {
      return call.method().equals("POST")
          ? refund(call.form())
          : refundsOf(call.asked().getOrDefault("payment_intent", ""));
    }
    var parts = path.substring(SESSIONS.length() + 1).split("/");
    var session = sessions.get(parts[0]);
    if (session == null) {
      return error(404, "invalid_request_error", "resource_missing", "No such session");
    }
    if (parts.length == 1) {
      return new Response(200, json(session, call.asked().containsKey("expand[]")));
    }
    if (!session.status.equals("open")) {
      return error(400, "invalid_request_error", "", "Only Sessions that are open can be expired");
    }
    expire(session.id);
    return new Response(200, json(session, false));
  }

  private Response create(Map<String, String> form) {
    var from = clock.instant().getEpochSecond();
    var until = Long.parseLong(form.get("expires_at"));
    if (until < from + 30 * 60 || until > from + 24 * 3600) {
      return error(400, "invalid_request_error", "parameter_invalid_integer", "expires_at is off");
    }
    var session = new Session(next("cs_test"), form);
    sessions.put(session.id, session);
    return new Response(200, json(session, false));
  }

  private Response refund(Map<String, String> form) {
    var session = byIntent(form.getOrDefault("payment_intent", ""));
    var amount = Long.parseLong(form.get("amount"));
    if (session.refunded + amount > session.received) {
      return error(400, "invalid_request_error", "amount_too_large", "More than was paid");
    }
    var made =
        new Refund(
            next("re"),
            session,
            amount,
            form.getOrDefault("metadata[refund_id]", ""),
            refundStatus);
    refunds.add(made);
    session.refunded += amount;
    tell("refund.created", json(made));
    return new Response(200, json(made));
  }

  private Response refundsOf(String intent) {
    return new Response(
        200,
        refunds.stream()
            .filter(it -> it.session().intent().equals(intent))
            .map(StripeStandIn::json)
            .collect(joining(",", "{\"object\":\"list\",\"data\":[", "]}")));
  }

  private Session byIntent(String intent) {
    return sessions.values().stream()
        .filter(it -> it.intent().equals(intent))
        .findFirst()
        .orElseThrow();
  }

  private Session at(String ref) {
    return Objects.requireNonNull(sessions.get(ref));
  }

  @Override
  public void pay(String ref) {
    payAnother(ref, Long.parseLong(at(ref).price("[unit_amount]")));
  }

  @Override
  public void payAnother(String ref, long amount) {
    var session = at(ref);
    var later = session.status.equals("complete");
    session.status = "complete";
    session.intentStatus = "succeeded";
    session.paid = true;
    session.received = amount;
    tell(
        later ? "checkout.session.async_payment_succeeded" : "checkout.session.completed",
        json(session, false));
  }

  @Override
  public void payIn(String ref, String currency) {
    at(ref).form.put("line_items[0][price_data][currency]", currency.toLowerCase(Locale.ROOT));
    pay(ref);
  }

  @Override
  public void process(String ref) {
    at(ref).status = "complete";
    at(ref).intentStatus = "processing";
    tell("checkout.session.completed", json(at(ref), false));
  }

  /** What was processing has come to nothing. */
  public void fail(String ref) {
    at(ref).intentStatus = "requires_payment_method";
    tell("checkout.session.async_payment_failed", json(at(ref), false));
  }

  @Override
  public void expire(String ref) {
    at(ref).status = "expired";
    tell("checkout.session.expired", json(at(ref), false));
  }

  @Override
  public void settleRefunds(boolean well) {
    refunds.replaceAll(
        it ->
            new Refund(
                it.id(), it.session(), it.amount(), it.refundId(), well ? "succeeded" : "failed"));
    refunds.forEach(it -> tell(well ? "refund.updated" : "refund.failed", json(it)));
  }

  @Override
  protected Response down() {
    return error(500, "api_error", "", "An error occurred");
  }

  private void tell(String type, String object) {
    var id = next("evt");
    happened(
        id,
        """
        {"id":"%s","object":"event","api_version":"2019-01-01","created":%d,"type":"%s",\
        "livemode":false,"data":{"object":%s}}\
        """
            .formatted(id, clock.instant().getEpochSecond(), type, object));
  }

  /** Anew for each delivery, once for every secret that holds. */
  @Override
  protected Delivery sign(Happened event) {
    var time = clock.instant().getEpochSecond();
    var header =
        secrets().stream()
            .map(it -> ",v1=" + hmac(it, time + "." + event.body()))
            .collect(joining("", "t=" + time, ",v0=00"));
    return new Delivery(Map.of("stripe-signature", header), event.body());
  }

  private String json(Session session, boolean whole) {
    var intent = whole ? intent(session) : "\"%s\"".formatted(session.intent());
    return """
    {"id":"%s","object":"checkout.session","status":"%s","payment_status":"%s",\
    "client_reference_id":"%s","metadata":{"payment_id":"%s"},"amount_total":%s,\
    "currency":"%s","expires_at":%s,"url":"%s/pay/%s","payment_intent":%s}\
    """
        .formatted(
            session.id,
            session.status,
            session.paid ? "paid" : "unpaid",
            session.field("client_reference_id"),
            session.field("metadata[payment_id]"),
            session.price("[unit_amount]"),
            session.price("[currency]"),
            session.field("expires_at"),
            address(),
            session.id,
            session.status.equals("complete") ? intent : "null");
  }

  private static String intent(Session session) {
    var charge =
        session.paid
            ? "{\"id\":\"ch_1\",\"object\":\"charge\",\"amount_refunded\":%d}"
                .formatted(session.refunded)
            : "null";
    return """
    {"id":"%s","object":"payment_intent","status":"%s","amount_received":%d,"currency":"%s",\
    "latest_charge":%s}\
    """
        .formatted(
            session.intent(),
            session.intentStatus,
            session.received,
            session.price("[currency]"),
            charge);
  }

  private static String json(Refund refund) {
    return """
    {"id":"%s","object":"refund","amount":%d,"currency":"%s","payment_intent":"%s",\
    "status":"%s","metadata":{"refund_id":"%s"}}\
    """
        .formatted(
            refund.id(),
            refund.amount(),
            refund.session().price("[currency]"),
            refund.session().intent(),
            refund.status(),
            refund.refundId());
  }

  private static Response error(int status, String type, String code, String message) {
    var told = code.isEmpty() ? "" : "\"code\":\"%s\",".formatted(code);
    return new Response(
        status,
        "{\"error\":{%s\"type\":\"%s\",\"message\":\"%s\"}}".formatted(told, type, message));
  }
}
