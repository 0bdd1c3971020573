package travel.opslayer.payment.razorpay;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import travel.opslayer.payment.GatewayStandIn;
import travel.opslayer.payment.wire.Json;
import travel.opslayer.payment.wire.Node;

/** Stands in for Razorpay: payment links, unique references, refunds, events. */
public final class RazorpayStandIn extends GatewayStandIn {

  public static final String SECRET = "rzp_webhook_stand_in";

  private static final String LINKS = "/v1/payment_links";

  /** A link and what was paid through it. */
  private static final class Link {
    final String id;
    final Node json;
    String status = "created";
    String paymentStatus = "";
    String other = "";
    long paid;
    long refunded;

    Link(String id, Node json) {
      this.id = id;
      this.json = json;
    }

    String reference() {
      return json.at("reference_id").textOr("");
    }

    String currency() {
      return other.isEmpty() ? json.at("currency").textOr("") : other;
    }

    long amount() {
      return json.at("amount").wholeOr(0);
    }

    String payment() {
      return "pay_" + id;
    }
  }

  private record Refund(String id, Link link, long amount, String refundId, String status) {}

  private final Map<String, Link> links = new LinkedHashMap<>();
  private final List<Refund> refunds = new ArrayList<>();
  private String refundStatus = "processed";
  private boolean filters = true;

  public RazorpayStandIn() {
    super(SECRET);
  }

  @Override
  public void delayRefunds() {
    refundStatus = "pending";
  }

  /** It answers a look-up by reference with nothing, as some accounts have seen. */
  public void findNothing() {
    filters = false;
  }

  @Override
  protected Response answer(Call call) {
    if (!call.headers().getOrDefault("Authorization", "").startsWith("Basic ")) {
      return error(401, "The api key provided is invalid");
    }
    if (call.path().equals(LINKS)) {
      return call.method().equals("POST") ? create(read(call)) : find(call);
    }
    var parts = call.path().split("/");
    return parts[2].equals("payment_links") ? link(parts) : payment(call, parts);
  }

  private static Node read(Call call) {
    try {
      return Json.read(call.body().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Response create(Node json) {
    var made = new Link(next("plink"), json);
    if (json.at("expire_by").wholeOr(0) < clock.instant().getEpochSecond() + 15 * 60) {
      return error(400, "expire_by should be at least 15 minutes after current time");
    }
    if (links.values().stream().anyMatch(it -> it.reference().equals(made.reference()))) {
      return error(
          400,
          "payment link with given reference_id: (%s) already exists".formatted(made.reference()));
    }
    links.put(made.id, made);
    return new Response(200, json(made));
  }

  private Response find(Call call) {
    return new Response(
        200,
        links.values().stream()
            .filter(it -> filters && it.reference().equals(call.asked().get("reference_id")))
            .map(this::json)
            .collect(joining(",", "{\"payment_links\":[", "]}")));
  }

  private Response link(String[] parts) {
    var link = links.get(parts[3]);
    if (link == null) {
      return error(404, "The id provided does not exist");
    }
    if (parts.length == 4) {
      return new Response(200, json(link));
    }
    if (!link.status.equals("created")) {
      return error(400, "Payment link cannot be cancelled");
    }
    link.status = "cancelled";
    tell("payment_link.cancelled", link);
    return new Response(200, json(link));
  }

  private Response payment(Call call, String[] parts) {
    var link =
        links.values().stream()
            .filter(it -> it.payment().equals(parts[3]))
            .findFirst()
            .orElseThrow();
    if (parts.length == 4) {
      return new Response(
          200,
          "{\"id\":\"%s\",\"entity\":\"payment\",\"amount_refunded\":%d}"
              .formatted(link.payment(), link.refunded));
    }
    return parts[4].equals("refunds") ? refundsOf(link) : refund(link, read(call));
  }

  private Response refundsOf(Link link) {
    return new Response(
        200,
        refunds.stream()
            .filter(it -> it.link() == link)
            .map(RazorpayStandIn::json)
            .collect(joining(",", "{\"entity\":\"collection\",\"items\":[", "]}")));
  }

  private Response refund(Link link, Node json) {
    var amount = json.at("amount").wholeOr(0);
    if (link.refunded + amount > link.paid) {
      return error(400, "The total refund amount is greater than the refund payment amount");
    }
    var refundId = json.at("notes").at("refund_id").textOr("");
    var made = new Refund(next("rfnd"), link, amount, refundId, refundStatus);
    refunds.add(made);
    link.refunded += amount;
    tell(made, "refund.created");
    return new Response(200, json(made));
  }

  private Link at(String ref) {
    return Objects.requireNonNull(links.get(ref));
  }

  @Override
  public void pay(String ref) {
    payAnother(ref, at(ref).amount());
  }

  @Override
  public void payAnother(String ref, long amount) {
    var link = at(ref);
    link.status = "paid";
    link.paymentStatus = "captured";
    link.paid = amount;
    tell("payment_link.paid", link);
  }

  @Override
  public void payIn(String ref, String currency) {
    at(ref).other = currency;
    pay(ref);
  }

  @Override
  public void process(String ref) {
    at(ref).paymentStatus = "authorized";
    tell("payment.authorized", at(ref));
  }

  @Override
  public void expire(String ref) {
    at(ref).status = "expired";
    tell("payment_link.expired", at(ref));
  }

  @Override
  public void settleRefunds(boolean well) {
    refunds.replaceAll(
        it ->
            new Refund(
                it.id(), it.link(), it.amount(), it.refundId(), well ? "processed" : "failed"));
    refunds.forEach(it -> tell(it, well ? "refund.processed" : "refund.failed"));
  }

  @Override
  protected Response down() {
    return new Response(502, "<html>Bad gateway</html>");
  }

  private void tell(String event, Link link) {
    var payment =
        link.paymentStatus.isEmpty()
            ? ""
            : ",\"payment\":{\"entity\":{\"id\":\"%s\",\"status\":\"%s\",\"amount\":%d}}"
                .formatted(link.payment(), link.paymentStatus, link.paid);
    tell(event, "\"payment_link\":{\"entity\":%s}%s".formatted(json(link), payment));
  }

  private void tell(Refund refund, String event) {
    tell(event, "\"refund\":{\"entity\":%s}".formatted(json(refund)));
  }

  private void tell(String event, String payload) {
    happened(
        next("event"),
        "{\"entity\":\"event\",\"event\":\"%s\",\"payload\":{%s},\"created_at\":%d}"
            .formatted(event, payload, clock.instant().getEpochSecond()));
  }

  /** The signature stays the one it had when the event happened. */
  @Override
  protected Delivery sign(Happened event) {
    return new Delivery(
        Map.of(
            "x-razorpay-signature", hmac(event.secret(), event.body()),
            "x-razorpay-event-id", event.id()),
        event.body());
  }

  private String json(Link link) {
    var payments =
        link.paymentStatus.isEmpty()
            ? "null"
            : "[{\"payment_id\":\"%s\",\"status\":\"%s\",\"amount\":%d}]"
                .formatted(link.payment(), link.paymentStatus, link.paid);
    return """
    {"id":"%s","status":"%s","amount":%d,"amount_paid":%d,"currency":"%s","expire_by":%d,\
    "reference_id":"%s","notes":{"payment_id":"%s"},"short_url":"%s/pay/%s","payments":%s}\
    """
        .formatted(
            link.id,
            link.status,
            link.amount(),
            link.paid,
            link.currency(),
            link.json.at("expire_by").wholeOr(0),
            link.reference(),
            link.json.at("notes").at("payment_id").textOr(""),
            address(),
            link.id,
            payments);
  }

  private static String json(Refund refund) {
    return """
    {"id":"%s","entity":"refund","amount":%d,"currency":"%s","payment_id":"%s","status":"%s",\
    "notes":{"refund_id":"%s"}}\
    """
        .formatted(
            refund.id(),
            refund.amount(),
            refund.link().currency(),
            refund.link().payment(),
            refund.status(),
            refund.refundId());
  }

  private static Response error(int status, String description) {
    return new Response(
        status,
        "{\"error\":{\"code\":\"BAD_REQUEST_ERROR\",\"description\":\"%s\",\"reason\":\"NA\"}}"
            .formatted(description));
  }
}
