package travel.opslayer.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import travel.opslayer.payment.GatewayResult.Rejected;
import travel.opslayer.payment.GatewayResult.TryLater;
import travel.opslayer.payment.GatewayResult.Unknown;
import travel.opslayer.payment.GatewayStandIn.Fault;
import travel.opslayer.payment.GatewayState.Status;

/** Money that goes back, with every provider. */
public abstract class RefundContract extends GatewayContract {

  private static final Money HALF = new Money(120_000, "USD");

  private Checkout paid() {
    var checkout = checkout();
    provider.pay(checkout.providerRef());
    return checkout;
  }

  private String paymentRef(Checkout checkout) {
    return Objects.requireNonNull(state(checkout).paymentRef());
  }

  @Test
  void money_goes_back_in_parts_and_no_further() {
    var checkout = paid();
    var payment = paymentRef(checkout);

    assertThat(value(gateway.refund("RF-1", payment, HALF)).status()).isEqualTo(Refund.Status.DONE);
    assertThat(state(checkout).status()).isEqualTo(Status.PAID);
    assertThat(state(checkout).refunded()).isEqualTo(HALF);
    assertThat(state(checkout).matches("PAY-7", PRICE)).isTrue(); // it was paid, whatever followed

    assertThat(gateway.refund("RF-2", payment, new Money(120_001, "USD")))
        .isInstanceOf(Rejected.class);
    value(gateway.refund("RF-3", payment, HALF));
    assertThat(state(checkout).status()).isEqualTo(Status.REFUNDED);
  }

  @Test
  void a_refund_that_is_asked_for_twice_is_made_once() {
    var checkout = paid();
    var payment = paymentRef(checkout);
    var first = value(gateway.refund("RF-1", payment, HALF));

    assertThat(value(gateway.refund("RF-1", payment, HALF))).isEqualTo(first);
    assertThat(state(checkout).refunded()).isEqualTo(HALF);
  }

  @Test
  void a_refund_is_not_for_two_amounts() {
    var payment = paymentRef(paid());
    value(gateway.refund("RF-1", payment, HALF));

    assertThat(codeOf(gateway.refund("RF-1", payment, new Money(119_999, "USD"))))
        .isEqualTo("idempotency_mismatch");
  }

  @Test
  void a_refund_whose_answer_got_lost_is_found_by_asking_again() {
    var checkout = paid();
    var payment = paymentRef(checkout);
    value(gateway.refund("RF-0", payment, new Money(1, "USD")));
    provider.misbehave(Fault.THROTTLE);
    assertThat(gateway.refund("RF-1", payment, HALF)).isInstanceOf(TryLater.class);

    loseTheSecondAnswer(payment);
    value(gateway.refund("RF-1", payment, HALF));

    assertThat(state(checkout).refunded()).isEqualTo(new Money(120_001, "USD"));
  }

  /** The first is that of the look for an earlier one. */
  private void loseTheSecondAnswer(String payment) {
    var calls = provider.calls().size();
    provider.misbehave(Fault.NONE, Fault.LOSE_ANSWER);
    assertThat(gateway.refund("RF-1", payment, HALF)).isInstanceOf(Unknown.class);
    assertThat(provider.calls()).hasSize(calls + 2);
  }

  @Test
  void a_refund_that_takes_its_time_tells_later_how_it_ended() {
    provider.delayRefunds();
    var payment = paymentRef(paid());
    assertThat(value(gateway.refund("RF-1", payment, HALF)).status())
        .isEqualTo(Refund.Status.PENDING);

    provider.settleRefunds(true);
    assertThat(value(gateway.refund("RF-1", payment, HALF)).status()).isEqualTo(Refund.Status.DONE);
    provider.settleRefunds(false);
    assertThat(value(gateway.refund("RF-1", payment, HALF)).status())
        .isEqualTo(Refund.Status.FAILED);
  }

  @Test
  void a_name_that_no_provider_gives_never_becomes_an_address() {
    assertThatThrownBy(() -> gateway.refund("RF-1", "../charges", HALF))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("../charges");
    assertThatThrownBy(() -> gateway.fetch("cs_1?expand=x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
