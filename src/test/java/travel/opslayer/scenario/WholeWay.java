package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import travel.opslayer.payment.GatewayStandIn;
import travel.opslayer.payment.GatewayStandIn.Delivery;

/**
 * A deposit from the link to the confirmation: the provider's events come twice, late, in the wrong
 * order, with wrong signatures, or not at all.
 */
abstract class WholeWay extends PayingHouse {

  private static final String OTHER_SECRET = "a secret of somebody else";

  private static final Map<String, String> NOTHING = Map.of();

  @Test
  void from_the_link_to_the_confirmation() throws Exception {
    var page = page();
    press(page);
    assertThat(state()).isEqualTo("on_hold");
    deliver();

    assertConfirmed();
    assertThat(told("payment/deposit"))
        .singleElement()
        .satisfies(it -> assertThat(it.text()).contains("USD 580", holder.booking()));
    assertThat(told("booking/welcome_kit")).hasSize(1);
    assertThat(house.get(holder.path()).body()).contains("Está pagado");
  }

  @Test
  void twice_and_again_after_hours_is_once() throws Exception {
    press(page());
    var events = provider.deliver();
    for (var i = 0; i < 3; i++) {
      events.forEach(it -> assertThat(post(it)).isEqualTo(200));
      house.settle();
    }
    later(Duration.ofHours(20));
    provider.deliverAgain().forEach(it -> assertThat(post(it)).isIn(200, 401));
    house.settle();

    assertConfirmed();
    assertThat(told("payment/deposit")).hasSize(1);
    assertThat(told("booking/welcome_kit")).hasSize(1);
  }

  @Test
  void what_is_older_and_comes_later_takes_nothing_back() {
    var ref = ref(page());
    provider.process(ref);
    var processing = provider.deliver();
    provider.pay(ref);
    deliver();
    processing.forEach(it -> assertThat(post(it)).isEqualTo(200));
    house.settle();

    assertConfirmed();
    assertThat(told("payment/deposit")).hasSize(1);
  }

  @Test
  void money_on_its_way_is_noted_and_counted_when_it_is_there() {
    var ref = ref(page());
    provider.process(ref);
    deliver();
    assertThat(state()).isEqualTo("on_hold");
    assertThat(column("SELECT state FROM payments WHERE booking = ?"))
        .containsExactly("processing");
    assertThat(paid()).isZero();

    provider.pay(ref);
    deliver();
    assertConfirmed();
  }

  @Test
  void whoever_does_not_know_the_secret_is_not_heard() throws Exception {
    press(page());
    var event = provider.deliver().getFirst();
    var kept = kept();

    assertThat(post(new Delivery(signed(event.body(), OTHER_SECRET), event.body()))).isEqualTo(401);
    assertThat(post(new Delivery(event.headers(), event.body() + " "))).isEqualTo(401);
    assertThat(post(new Delivery(NOTHING, event.body()))).isEqualTo(401);
    house.settle();

    assertThat(kept()).isEqualTo(kept);
    assertThat(state()).isEqualTo("on_hold");
    assertThat(post(event)).isEqualTo(200);
    house.settle();
    assertConfirmed();
  }

  @Test
  void what_was_signed_too_long_ago_is_not_heard_and_the_payment_is_found_all_the_same()
      throws Exception {
    press(page());
    var event = provider.deliver().getFirst();
    later(counts().plusMinutes(1));
    assertThat(post(event)).isEqualTo(401);
    later(Duration.ofMinutes(10));
    house.settle();

    assertThat(told("payment/deposit").size() + told("payment/late").size()).isEqualTo(1);
    assertThat(paid()).isEqualTo(58_000);
  }

  @Test
  void an_event_of_nobody_and_one_that_nobody_can_read_change_nothing() {
    page();
    for (var body : List.of("{}", "no json", "{\"object\":\"event\"}")) {
      assertThat(post(new Delivery(signed(body, secret()), body))).isEqualTo(200);
    }
    house.settle();

    assertThat(state()).isEqualTo("on_hold");
    assertThat(paid()).isZero();
  }

  @Test
  void an_event_says_nothing_that_the_provider_does_not_say_itself() throws Exception {
    var ref = ref(page());
    provider.pay(ref);
    var paid = provider.deliver().getFirst().body();
    var page = page();
    var forWhich = paid.replace(ref, ref(page)).replace("58000", "1");
    // Nobody has paid on the second page, whatever a signed event says of it.
    assertThat(post(new Delivery(signed(forWhich, secret()), forWhich))).isEqualTo(200);
    house.settle();

    assertThat(paid()).isZero();
    assertThat(
            column(
                    "SELECT status FROM payment_checkouts c JOIN payments p ON p.id = c.payment_id"
                        + " WHERE booking = ? ORDER BY number")
                .getLast())
        .isNotEqualTo("paid");
  }

  @Test
  void too_little_holds_the_seats_and_too_much_confirms() {
    provider.payAnother(ref(page()), 50_000);
    deliver();
    assertThat(state()).isEqualTo("on_hold");
    assertThat(told("payment/part"))
        .singleElement()
        .satisfies(it -> assertThat(it.text()).contains("USD 500", "USD 80"));

    var other = holders.next("ebc0315", "EBC 2 personas 15 marzo");
    holder = other;
    provider.payAnother(ref(page()), 60_000);
    deliver();
    assertThat(state()).isEqualTo("confirmed");
    assertThat(paid()).isEqualTo(60_000);
  }

  @Test
  void in_another_currency_nothing_is_booked_and_somebody_looks() {
    provider.payIn(ref(page()), "EUR");
    deliver();

    assertThat(state()).isEqualTo("on_hold");
    assertThat(paid()).isZero();
    assertThat(told("payment/looked_at")).hasSize(1);
    assertThat(phones.of(Holders.SARITA).getLast().text()).contains("EUR 580", holder.booking());
  }

  @Test
  void a_payment_whose_webhook_never_comes_is_found() throws Exception {
    press(page());
    provider.deliver();
    later(Duration.ofMinutes(9));
    house.settle();
    assertThat(state()).isEqualTo("on_hold");

    later(Duration.ofMinutes(2));
    house.settle();
    assertConfirmed();
    assertThat(told("payment/deposit")).hasSize(1);
  }

  @Test
  void paid_on_two_pages_the_second_goes_back_when_two_have_agreed() throws Exception {
    var first = page();
    var second = page();
    provider.delayRefunds();
    press(first);
    press(second);
    deliver();
    var approval =
        "approve@"
            + column(
                    "SELECT max(a.code) FROM approvals a JOIN refunds r ON r.code = a.subject WHERE"
                        + " r.booking = ?")
                .getFirst();
    phones.taps("+9779805550401", holder.phone() + " m1", approval);
    phones.taps("+9779805550402", holder.phone() + " m2", approval);
    house.settle();

    assertThat(column("SELECT state FROM refunds WHERE booking = ?")).containsExactly("pending");
    provider.settleRefunds(true);
    deliver();
    later(Duration.ofMinutes(2));
    house.settle();
    assertThat(column("SELECT state FROM refunds WHERE booking = ?")).containsExactly("done");
    assertThat(ledger("payment")).isEqualTo(116_000);
    assertThat(ledger("refund")).isEqualTo(58_000);
    assertThat(told("payment/refunded")).hasSize(1);
    assertThat(state()).isEqualTo("confirmed");
  }

  @Test
  void while_the_provider_is_down_nobody_loses_anything() throws Exception {
    provider.misbehave(GatewayStandIn.Fault.DOWN);
    assertThat(house.get(holder.path()).statusCode()).isEqualTo(503);

    press(page());
    provider.misbehave(GatewayStandIn.Fault.DOWN);
    deliver();
    assertThat(state()).isEqualTo("on_hold");
    later(Duration.ofMinutes(2));
    house.settle();
    assertConfirmed();
  }
}
