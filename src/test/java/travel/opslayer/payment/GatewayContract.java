package travel.opslayer.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import travel.opslayer.payment.GatewayResult.Done;
import travel.opslayer.payment.GatewayResult.Rejected;
import travel.opslayer.payment.GatewayResult.TryLater;
import travel.opslayer.payment.GatewayResult.Unknown;
import travel.opslayer.payment.GatewayStandIn.Fault;
import travel.opslayer.payment.GatewayState.Status;

/** What every provider of payments must keep; one test class per provider extends it. */
public abstract class GatewayContract {

  protected static final Money PRICE = new Money(240_000, "USD");
  protected static final Duration PATIENCE = Duration.ofSeconds(20);
  protected static final HttpClient HTTP = HttpClient.newHttpClient();

  protected final GatewayStandIn provider = standIn();
  protected final PaymentGateway gateway = gateway(provider.address());

  protected abstract GatewayStandIn standIn();

  protected abstract PaymentGateway gateway(URI address);

  @AfterEach
  void close() {
    provider.close();
  }

  protected final PaymentWish wish() {
    return wish("PAY-7-v1", PRICE);
  }

  protected final PaymentWish wish(String key, Money price) {
    return new PaymentWish(
        "PAY-7",
        key,
        price,
        "EBC Trek deposit",
        provider.clock().instant().plus(Duration.ofHours(2)),
        "en",
        URI.create("https://tours.example/p/abc"));
  }

  protected final Checkout checkout() {
    return value(gateway.createCheckout(wish()));
  }

  protected final GatewayState state(Checkout checkout) {
    return value(gateway.fetch(checkout.providerRef()));
  }

  protected static <T> T value(GatewayResult<T> result) {
    assertThat(result).isInstanceOf(Done.class);
    return result.done().orElseThrow();
  }

  protected static String codeOf(GatewayResult<?> result) {
    return result instanceof Rejected<?>(var code, var _) ? code : "not rejected: " + result;
  }

  @Test
  void a_payment_goes_from_wish_to_money() throws Exception {
    var checkout = checkout();
    assertThat(checkout.expiresAt()).isEqualTo(wish().expiresAt());
    assertThat(state(checkout).status()).isEqualTo(Status.OPEN);
    assertThat(state(checkout).paymentId()).isEqualTo("PAY-7");
    assertThat(state(checkout).matches("PAY-7", PRICE)).isFalse();

    assertThat(browser(HttpRequest.newBuilder(checkout.url()).GET())).contains("<button>");
    browser(HttpRequest.newBuilder(checkout.url()).POST(BodyPublishers.noBody()));

    var state = state(checkout);
    assertThat(state.status()).isEqualTo(Status.PAID);
    assertThat(state.asked()).isEqualTo(PRICE);
    assertThat(state.paid()).isEqualTo(PRICE);
    assertThat(state.paymentRef()).isNotNull();
    assertThat(state.matches("PAY-7", PRICE)).isTrue();
  }

  private static String browser(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString()).body();
  }

  @Test
  void money_of_another_payment_amount_or_currency_does_not_match() {
    var checkout = checkout();
    provider.pay(checkout.providerRef());
    var state = state(checkout);

    assertThat(state.matches("PAY-8", PRICE)).isFalse();
    assertThat(state.matches("PAY-7", new Money(239_999, "USD"))).isFalse();
    assertThat(state.matches("PAY-7", new Money(240_001, "USD"))).isFalse();
    assertThat(state.matches("PAY-7", new Money(240_000, "EUR"))).isFalse();
  }

  @Test
  void a_payment_of_another_amount_than_asked_is_paid_and_does_not_match() {
    var checkout = checkout();
    provider.payAnother(checkout.providerRef(), 239_999);

    assertThat(state(checkout).status()).isEqualTo(Status.PAID);
    assertThat(state(checkout).matches("PAY-7", PRICE)).isFalse();
  }

  @Test
  void the_same_wish_is_the_same_page() {
    assertThat(value(gateway.createCheckout(wish()))).isEqualTo(checkout());
    assertThat(value(gateway.createCheckout(wish("PAY-7-v2", PRICE)))).isNotEqualTo(checkout());
  }

  @Test
  void a_key_is_not_for_two_wishes() {
    checkout();

    assertThat(codeOf(gateway.createCheckout(wish("PAY-7-v1", new Money(240_001, "USD")))))
        .contains("idempotency");
  }

  @Test
  void a_page_whose_answer_got_lost_is_found_by_asking_again() {
    provider.misbehave(Fault.LOSE_ANSWER);
    gateway.createCheckout(wish());

    assertThat(value(gateway.createCheckout(wish()))).isEqualTo(checkout());
  }

  @Test
  void a_call_that_got_lost_is_unknown_and_made_by_asking_again() {
    provider.misbehave(Fault.LOSE_CALL);

    assertThat(gateway.createCheckout(wish())).isInstanceOf(Unknown.class);
    assertThat(provider.calls()).filteredOn(it -> it.method().equals("POST")).hasSize(1);
    assertThat(value(gateway.createCheckout(wish()))).isEqualTo(checkout());
  }

  @ParameterizedTest
  @EnumSource(names = {"DOWN", "LOSE_CALL"})
  void a_read_without_an_answer_may_be_repeated(Fault fault) {
    var checkout = checkout();
    provider.misbehave(fault, fault); // the client itself may read a second time

    assertThat(gateway.fetch(checkout.providerRef())).isInstanceOf(TryLater.class);
  }

  @Test
  void a_provider_that_is_down_may_have_done_it() {
    provider.misbehave(Fault.DOWN);

    assertThat(gateway.createCheckout(wish())).isInstanceOf(Unknown.class);
  }

  @Test
  void a_provider_that_throttles_did_not_do_it() {
    provider.misbehave(Fault.THROTTLE);

    assertThat(gateway.createCheckout(wish())).isInstanceOf(TryLater.class);
  }

  @Test
  void a_provider_that_is_not_there_did_not_do_it() {
    provider.close();

    assertThat(gateway.createCheckout(wish()))
        .isInstanceOfSatisfying(
            TryLater.class, it -> assertThat(it.code()).isEqualTo("unreachable"));
  }

  @Test
  void a_page_is_open_for_some_time_at_least() {
    var now = provider.clock().instant();
    provider.clock().moveTo(wish().expiresAt().minus(gateway.shortest()));
    assertThat(gateway.createCheckout(soon("a", now))).isInstanceOf(Done.class);

    provider.clock().moveTo(wish().expiresAt().minus(gateway.shortest()));
    assertThat(gateway.createCheckout(soon("b", now.minus(gateway.shortest()))))
        .isInstanceOf(Rejected.class);
  }

  private PaymentWish soon(String key, Instant from) {
    return new PaymentWish(
        "PAY-7",
        key,
        PRICE,
        "EBC Trek",
        from.plus(Duration.ofHours(2)),
        "ne",
        URI.create("https://tours.example/p/abc"));
  }

  @Test
  void an_amount_that_the_provider_cannot_count_never_leaves() {
    assertThat(codeOf(gateway.createCheckout(wish("k", new Money(5124, "KWD")))))
        .isEqualTo("amount");
    assertThat(gateway.refund("RF-1", "pay_1", new Money(5124, "KWD")))
        .isInstanceOfSatisfying(
            Rejected.class, it -> assertThat(it.detail()).contains("5124 minor KWD", "Maybe"));
    assertThat(provider.calls()).isEmpty();
    assertThat(gateway.createCheckout(wish("k", new Money(5120, "KWD")))).isInstanceOf(Done.class);
  }

  @Test
  void a_page_that_nobody_has_made_is_not_found() {
    assertThat(gateway.fetch("nobody_1")).isInstanceOf(Rejected.class);
  }

  @Test
  void a_page_is_closed_once_and_for_all() {
    var checkout = checkout();

    assertThat(value(gateway.cancel(checkout.providerRef())).status().canBePaid()).isFalse();
    assertThat(value(gateway.cancel(checkout.providerRef()))).isEqualTo(state(checkout));
  }

  @Test
  void a_page_that_was_closed_without_an_answer_is_closed_again() {
    var checkout = checkout();
    provider.misbehave(Fault.LOSE_ANSWER);

    assertThat(gateway.cancel(checkout.providerRef())).isInstanceOf(Unknown.class);
    assertThat(gateway.cancel(checkout.providerRef())).isInstanceOf(Done.class);
  }

  @Test
  void what_is_paid_cannot_be_closed() {
    var checkout = checkout();
    provider.pay(checkout.providerRef());

    assertThat(codeOf(gateway.cancel(checkout.providerRef()))).isEqualTo("paid");
  }

  @Test
  void a_customer_may_be_through_before_the_money_is() {
    var checkout = checkout();
    provider.process(checkout.providerRef());
    assertThat(state(checkout).status()).isEqualTo(Status.PROCESSING);
    assertThat(state(checkout).paid().minor()).isZero();

    provider.pay(checkout.providerRef());
    assertThat(state(checkout).matches("PAY-7", PRICE)).isTrue();
  }

  @Test
  void a_page_that_ran_out_says_so() {
    var checkout = checkout();
    provider.expire(checkout.providerRef());

    assertThat(state(checkout).status()).isEqualTo(Status.EXPIRED);
  }

  @Test
  void no_result_and_no_name_tells_an_address_or_a_secret() {
    assertThat(Map.of("gateway", gateway, "checkout", checkout()).toString())
        .doesNotContain("http://", "secret", "whsec", "sk_");
    assertThat(wish().toString()).doesNotContain("EBC");
  }
}
