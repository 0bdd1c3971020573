package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A page that is paid in parts, and money that goes back by hand at the provider. */
class PartsTest extends LuciasBooking {

  @Test
  void a_part_that_went_back_at_the_provider_is_counted_once_and_somebody_looks() {
    gateway("14:20:33", "pay_1", "succeeded");
    atTheProvider("14:30:00", "refunded = 10000", "failed");
    assertThat(ledger())
        .containsExactlyInAnyOrder("charge 261000", "payment 52200", "refund 10000");
    assertThat(last(BIKRAM).template()).isEqualTo("payment/refund_outside");
    assertThat(last(BIKRAM).text()).contains("USD 100", "BK-1", "Lucía");

    atTheProvider("14:31:00", "refunded = 10000", "expired");
    assertThat(ledger()).hasSize(3);
    atTheProvider("14:32:00", "refunded = 15000", "processing");
    assertThat(ledger()).hasSize(4).contains("refund 5000");
    assertThat(booking()).isEqualTo("confirmed");
    assertThat(phones.of(LUCIA)).noneMatch(it -> it.template().equals("payment/twice"));
  }

  @Test
  void what_goes_back_by_our_wish_is_not_counted_twice() {
    gateway("14:20:33", "pay_1", "succeeded");
    gateway("14:20:58", "pay_2", "succeeded");
    taps(ANITA, "M1b", "14:22:00", "approve@AP-2");
    taps(DEEPAK, "M2b", "14:22:01", "approve@AP-2");
    happens("{\"link\":\"%s\",\"id\":\"pay_2\",\"event\":\"failed\"}".formatted(link));
    house.settle();

    assertThat(ledger().stream().filter(it -> it.startsWith("refund")))
        .containsExactly("refund 52200");
    assertThat(phones.of(BIKRAM)).noneMatch(it -> it.template().equals("payment/refund_outside"));
  }

  @Test
  void parts_on_one_page_are_counted_each_and_confirm_together() {
    gateway("14:20:00", "pay_1", "processing");
    atTheProvider("14:21:00", "status = 'partially_paid', paid_minor = 20000", "failed");
    assertThat(ledger()).containsExactly("payment 20000");
    assertThat(booking()).isEqualTo("on_hold");
    assertThat(last(LUCIA).text()).contains("USD 200", "Faltan USD 322");

    atTheProvider("14:22:00", "status = 'paid', paid_minor = 52200", "expired");
    assertThat(ledger())
        .containsExactlyInAnyOrder("charge 261000", "payment 20000", "payment 32200");
    assertThat(booking()).isEqualTo("confirmed");
    assertThat(house.column("SELECT state FROM payments")).containsExactly("paid");
  }

  @Test
  void a_part_that_comes_when_the_seats_are_gone_is_counted_and_both_sides_are_told() {
    gateway("14:20:00", "pay_1", "processing");
    timers("2026-11-10T14:02:44");
    assertThat(booking()).isEqualTo("expired");
    atTheProvider("2026-11-10T14:10:00", "status = 'partially_paid', paid_minor = 20000", "failed");

    assertThat(ledger()).containsExactly("payment 20000");
    assertThat(booking()).isEqualTo("expired");
    assertThat(last(LUCIA).template()).isEqualTo("payment/part_late");
    assertThat(last(LUCIA).text()).contains("USD 200", "BK-1", "ya no están guardadas");
    assertThat(last(SARITA).template()).isEqualTo("payment/part_late_notice");
    assertThat(last(SARITA).text()).contains("USD 200", "Lucía", "expired");
    assertThat(phones.of(LUCIA)).noneMatch(it -> it.template().equals("payment/part"));
  }

  @Test
  void a_refund_that_nobody_decides_is_brought_up_again() {
    gateway("14:20:33", "pay_1", "succeeded");
    gateway("14:20:58", "pay_2", "succeeded");
    timers("2026-12-09T14:20:00");
    assertThat(phones.of(BIKRAM))
        .noneMatch(it -> it.template().equals("payment/refund_unanswered"));
    timers("2026-12-09T14:22:00");

    assertThat(last(BIKRAM).template()).isEqualTo("payment/refund_unanswered");
    assertThat(house.column("SELECT state FROM refunds")).containsExactly("asked");
  }

  /** Something is done there, and an event, whatever it says, has us look. */
  private void atTheProvider(String at, String what, String event) {
    house.execute("UPDATE sandbox_checkouts SET %s".formatted(what));
    gateway(at, "pay_1", event);
  }
}
