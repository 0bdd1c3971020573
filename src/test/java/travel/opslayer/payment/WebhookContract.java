package travel.opslayer.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import travel.opslayer.payment.GatewayEvent.Kind;
import travel.opslayer.payment.GatewayStandIn.Delivery;
import travel.opslayer.payment.GatewayState.Status;

/** Webhooks, with every provider. */
public abstract class WebhookContract extends RefundContract {

  /** A gateway that knows these secrets of webhooks. */
  protected abstract PaymentGateway knowing(String... secrets);

  /** The headers for a body that the provider sends now. */
  protected abstract Map<String, String> signed(byte[] body);

  /** The header with the signature. */
  protected abstract String signatureHeader();

  /** Signed bodies in which something is missing that every event has. */
  protected abstract List<String> incomplete();

  @Override
  protected PaymentGateway gateway(URI address) {
    return at(address, secret());
  }

  protected abstract PaymentGateway at(URI address, String... secrets);

  protected abstract String secret();

  private Verdict verdict(PaymentGateway at, Delivery delivery) {
    return at.verify(delivery.headers(), delivery.bytes(), provider.clock().instant());
  }

  private GatewayEvent event(Delivery delivery) {
    assertThat(verdict(gateway, delivery)).isInstanceOf(GatewayEvent.class);
    return (GatewayEvent) verdict(gateway, delivery);
  }

  private List<Kind> kinds(List<Delivery> deliveries) {
    return deliveries.stream().map(it -> event(it).kind()).toList();
  }

  @Test
  void an_event_says_what_it_is_about_and_no_more() {
    var checkout = checkout();
    provider.pay(checkout.providerRef());
    var event = event(provider.deliver().getFirst());

    assertThat(event.kind()).isEqualTo(Kind.PAID);
    assertThat(event.paymentId()).isEqualTo("PAY-7");
    assertThat(event.providerRef()).isEqualTo(checkout.providerRef());
    assertThat(event.paymentRef()).isEqualTo(state(checkout).paymentRef());
    assertThat(event.createdAt()).isEqualTo(provider.clock().instant());
  }

  @Test
  void a_refund_is_told_by_what_was_paid() {
    var checkout = checkout();
    provider.pay(checkout.providerRef());
    var payment = String.valueOf(state(checkout).paymentRef());
    value(gateway.refund("RF-1", payment, PRICE));
    provider.settleRefunds(false);
    var events = provider.deliver().stream().map(this::event).toList();

    assertThat(events)
        .extracting(GatewayEvent::kind)
        .containsExactly(Kind.PAID, Kind.REFUND, Kind.REFUND);
    assertThat(events).extracting(GatewayEvent::paymentRef).containsOnly(payment);
  }

  @Test
  void the_same_event_has_the_same_id_however_often_it_comes() {
    provider.pay(checkout().providerRef());
    var first = event(provider.deliver().getFirst());
    provider.clock().moveTo(provider.clock().instant().plus(Duration.ofHours(23)));

    assertThat(event(provider.deliverAgain().getFirst())).isEqualTo(first);
  }

  @Test
  void events_in_any_order_lead_to_the_same_state() {
    var checkout = checkout();
    provider.process(checkout.providerRef());
    provider.pay(checkout.providerRef());
    var deliveries = provider.deliver();

    assertThat(kinds(deliveries.reversed())).containsExactly(Kind.PAID, Kind.PROCESSING);
    assertThat(deliveries.stream().map(it -> event(it).id()).distinct()).hasSize(2);
    assertThat(state(checkout).status()).isEqualTo(Status.PAID); // whichever came last
  }

  @Test
  void a_page_that_ran_out_or_was_closed_is_told() {
    provider.expire(checkout().providerRef());
    value(gateway.cancel(value(gateway.createCheckout(wish("v2", PRICE))).providerRef()));

    assertThat(kinds(provider.deliver()))
        .hasSize(2)
        .allMatch(it -> it == Kind.EXPIRED || it == Kind.CANCELLED);
  }

  @Test
  void what_was_signed_long_ago_is_stale() {
    provider.pay(checkout().providerRef());
    var delivery = provider.deliver().getFirst();
    provider.clock().moveTo(provider.clock().instant().plus(Duration.ofHours(26)));

    assertThat(verdict(gateway, delivery)).isEqualTo(new Verdict.Stale());
  }

  @Test
  void what_is_signed_in_the_future_is_stale() {
    provider.pay(checkout().providerRef());
    var delivery = provider.deliver().getFirst();
    var now = provider.clock().instant();

    assertThat(gateway.verify(delivery.headers(), delivery.bytes(), now.minusSeconds(300)))
        .isInstanceOf(GatewayEvent.class);
    assertThat(gateway.verify(delivery.headers(), delivery.bytes(), now.minusSeconds(301)))
        .isEqualTo(new Verdict.Stale());
  }

  @Test
  void while_secrets_change_both_are_good() {
    provider.pay(checkout().providerRef());
    provider.rotate("new_secret");
    provider.pay(value(gateway.createCheckout(wish("v2", PRICE))).providerRef());
    var both = knowing(secret(), "new_secret");

    assertThat(provider.deliver())
        .hasSize(2)
        .allMatch(it -> verdict(both, it) instanceof GatewayEvent);
    provider.forgetOldSecrets();
    provider.pay(value(gateway.createCheckout(wish("v3", PRICE))).providerRef());
    assertThat(verdict(both, provider.deliver().getFirst())).isInstanceOf(GatewayEvent.class);
  }

  @Test
  void afterwards_the_old_one_is_not() {
    provider.rotate("new_secret");
    provider.forgetOldSecrets();
    provider.pay(checkout().providerRef());
    var delivery = provider.deliver().getFirst();

    assertThat(verdict(knowing("new_secret"), delivery)).isInstanceOf(GatewayEvent.class);
    assertThat(verdict(knowing(secret()), delivery)).isEqualTo(new Verdict.Forged());
  }

  @Test
  void one_byte_more_less_or_other_is_forged() {
    provider.pay(checkout().providerRef());
    var delivery = provider.deliver().getFirst();
    var body = delivery.bytes();
    var other = body.clone();
    other[body.length / 2] ^= 1;

    for (var bad :
        List.of(
            Arrays.copyOf(body, body.length + 1), Arrays.copyOf(body, body.length - 1), other)) {
      assertThat(gateway.verify(delivery.headers(), bad, provider.clock().instant()))
          .isEqualTo(new Verdict.Forged());
    }
  }

  @Test
  void what_is_not_signed_is_forged() {
    provider.pay(checkout().providerRef());
    var delivery = provider.deliver().getFirst();
    var right = String.valueOf(delivery.headers().get(signatureHeader()));
    for (var bad :
        Stream.of("", ",", "=", "t=,v1=", "null", "é", "0", right.toUpperCase(Locale.ROOT))
            .toList()) {
      var headers = new HashMap<>(delivery.headers());
      headers.put(signatureHeader(), bad);
      assertThat(verdict(gateway, new Delivery(headers, delivery.body())))
          .as(bad)
          .isEqualTo(new Verdict.Forged());
    }
    assertThat(verdict(gateway, new Delivery(Map.of(), delivery.body())))
        .isEqualTo(new Verdict.Forged());
  }

  @Test
  void a_body_of_another_world_is_unreadable_and_nothing_worse() {
    var bodies =
        Stream.of(
                "",
                "null",
                "[]",
                "7",
                "\"a\"",
                "{",
                "{}",
                "<html>",
                "{}{}",
                "{\"id\":\"\\ud800\"}",
                "{\"created\":1e999}",
                "{\"created\":" + "9".repeat(2000) + "}",
                "[".repeat(200_000),
                "{\"a\":".repeat(900) + "1" + "}".repeat(900),
                "{\"a\":\"" + "x".repeat(5_000_000) + "\"}")
            .map(it -> it.getBytes(StandardCharsets.UTF_8));
    var others =
        Stream.of(
            new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'},
            "{\"id\":\"a\"}".getBytes(StandardCharsets.UTF_16LE),
            new byte[] {0, 0, 0});
    Stream.concat(bodies, others).forEach(this::isUnreadable);
  }

  @Test
  void an_event_without_what_every_event_has_is_unreadable() {
    incomplete().forEach(it -> isUnreadable(it.getBytes(StandardCharsets.UTF_8)));
  }

  private void isUnreadable(byte[] body) {
    var verdict = gateway.verify(signed(body), body, provider.clock().instant());

    assertThat(verdict).isInstanceOf(Verdict.Unreadable.class);
  }

  @Test
  void an_event_that_was_cut_short_is_unreadable() {
    provider.pay(checkout().providerRef());
    var whole = provider.deliver().getFirst().bytes();
    for (var length = 0; length < whole.length; length++) {
      isUnreadable(Arrays.copyOf(whole, length));
    }
  }
}
