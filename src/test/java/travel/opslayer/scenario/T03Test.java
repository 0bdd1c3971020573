package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import travel.opslayer.timer.DueTimers;

/** Paid twice: the page hung, and she pressed again; webhooks late, doubled, in the wrong order. */
class T03Test extends LuciasBooking {

  @Test
  void the_first_success_confirms_and_nothing_older_takes_it_back() {
    gateway("14:20:33", "pay_1", "succeeded");

    assertThat(booking()).isEqualTo("confirmed");
    assertThat(texts(LUCIA))
        .anySatisfy(
            it ->
                assertThat(it)
                    .contains("Recibido: USD 522", "BK-1 confirmada", "Resto USD 2.088")
                    .contains("13 de febrero"));
    gateway("14:20:36", "pay_1", "processing");
    gateway("14:20:37", "pay_1", "succeeded");

    assertThat(booking()).isEqualTo("confirmed");
    assertThat(shown(LUCIA, "payment/deposit")).hasSize(1);
    assertThat(shown(LUCIA, "booking/welcome_kit")).hasSize(1);
    assertThat(ledger()).containsExactlyInAnyOrder("charge 261000", "payment 52200");
    assertThat(house.column("SELECT state FROM core.leads")).containsExactly("won");
  }

  @Test
  void a_picture_of_a_payment_confirms_nothing() {
    phones.shows(LUCIA, "L1", "image", "ya pagué!! me ha cobrado 2 veces?? 😱");
    house.settle();
    at("14:21:00");
    house.settle();

    assertThat(booking()).isEqualTo("on_hold");
    assertThat(ledger()).isEmpty();
  }

  @Test
  void the_second_is_too_much_and_two_managers_are_asked() {
    paidTwice();

    assertThat(last(LUCIA).text()).contains("otro pago de USD 522", "RF-1", "No hagas nada más");
    for (var manager : List.of(ANITA, DEEPAK)) {
      assertThat(last(manager).text()).contains("RF-1", "USD 522", "BK-1", "2 of you");
      assertThat(last(manager).choices()).containsExactly("approve@AP-2", "reject@AP-2");
    }
  }

  @Test
  void she_keeps_it_for_the_rest_and_a_stale_tap_pays_nothing_out() {
    paidTwice();
    phones.at(MORNING + "14:21:30");
    phones.writes(
        LUCIA, "L2b", MORNING + "14:21:30", "gracias 🙏 o mejor dejadlo para el resto no?");
    house.settle();
    at("14:21:35");
    house.settle();
    assertThat(last(LUCIA).text()).contains("dejar USD 522 a cuenta", "USD 1.566");
    assertThat(last(LUCIA).choices()).containsExactly("keep_credit@RF-1", "want_refund@RF-1");

    taps(LUCIA, "L3b", "14:22:02", "keep_credit@RF-1");
    assertThat(last(LUCIA).text()).contains("Pagado USD 1.044", "Resto USD 1.566");
    assertThat(last(ANITA).text()).contains("RF-1 withdrawn");
    assertThat(last(DEEPAK).text()).contains("RF-1 withdrawn");

    taps(ANITA, "M1b", "14:22:06", "approve@AP-2");
    assertThat(last(ANITA).text()).contains("AP-2 was withdrawn", "14:22");
    assertThat(ledger())
        .containsExactlyInAnyOrder("charge 261000", "payment 52200", "payment 52200");
    assertThat(house.count("SELECT count(*) FROM sandbox_refunds")).isZero();
  }

  @Test
  void approved_by_two_it_goes_back_once_and_can_be_kept_no_more() {
    paidTwice();
    taps(ANITA, "M1b", "14:22:00", "approve@AP-2");
    assertThat(last(ANITA).text()).contains("Waiting for Deepak");
    taps(DEEPAK, "M2b", "14:22:01", "approve@AP-2");
    taps(LUCIA, "L3b", "14:22:02", "keep_credit@RF-1");

    assertThat(last(LUCIA).template()).isEqualTo("payment/refund_started");
    assertThat(ledger())
        .containsExactlyInAnyOrder(
            "charge 261000", "payment 52200", "payment 52200", "refund 52200");
    assertThat(house.column("SELECT state FROM refunds")).containsExactly("done");
    taps(ANITA, "M3b", "14:23:00", "approve@AP-2");
    assertThat(house.count("SELECT count(*) FROM sandbox_refunds")).isEqualTo(1);
  }

  @Test
  void a_second_payment_for_another_booking_of_hers_confirms_that_one() {
    another("EBC-0329");
    gateway("14:20:33", "pay_1", "succeeded");
    asks(LUCIA, "L7b", "14:20:40", "bk2");
    var text = last(LUCIA).text();
    link = text.substring(text.indexOf("http")).split("[. ]+Pagado")[0].split("\\s")[0];
    link = link.endsWith(".") ? link.substring(0, link.length() - 1) : link;
    gateway("14:21:30", "pay_2", "succeeded");

    assertThat(house.column("SELECT state FROM core.bookings ORDER BY code"))
        .containsExactly("confirmed", "confirmed");
    assertThat(house.count("SELECT count(*) FROM refunds")).isZero();
    assertThat(ledger())
        .containsExactlyInAnyOrder(
            "charge 261000", "payment 52200", "charge 290000", "payment 58000");
  }

  @Test
  void in_another_currency_somebody_looks() {
    at("14:20:33");
    happens(
        ("{\"link\":\"%s\",\"id\":\"pay_1\",\"event\":\"succeeded\","
                + "\"amount\":{\"minor\":52200,\"currency\":\"EUR\"}}")
            .formatted(link));
    house.settle();

    assertThat(booking()).isEqualTo("on_hold");
    assertThat(ledger()).isEmpty();
    assertThat(last(LUCIA).template()).isEqualTo("payment/looked_at");
    assertThat(last(SARITA).text()).contains("EUR 522", "BK-1");
  }

  @Test
  void too_little_holds_the_seats_and_says_what_is_missing() {
    at("14:20:33");
    happens(
        ("{\"link\":\"%s\",\"id\":\"pay_1\",\"event\":\"succeeded\","
                + "\"amount\":{\"minor\":50000,\"currency\":\"USD\"}}")
            .formatted(link));
    house.settle();

    assertThat(booking()).isEqualTo("on_hold");
    assertThat(last(LUCIA).text()).contains("USD 500", "Faltan USD 22");
  }

  @Test
  void nobody_pays_and_the_seats_are_free_again() {
    nobodyHasPaid();

    assertThat(booking()).isEqualTo("expired");
    assertThat(last(SARITA).text()).contains("BK-1", "ran out unpaid");
    assertThat(free()).isEqualTo(3);
    assertThat(house.get(link.substring(link.indexOf("/p/"))).statusCode()).isEqualTo(410);
  }

  @Test
  void paid_too_late_the_seats_are_held_again_when_there_are_any() {
    gateway("14:20:00", "pay_1", "failed");
    nobodyHasPaid();
    gateway("2026-11-10T14:05:00", "pay_1", "succeeded");

    assertThat(booking()).isEqualTo("confirmed");
    assertThat(phones.of(LUCIA)).anyMatch(it -> it.text().contains("las he recuperado"));
    assertThat(last(LUCIA).template()).isEqualTo("booking/welcome_kit");
    assertThat(phones.of(BIKRAM)).noneMatch(it -> it.template().equals("approval/refund"));
    assertThat(free()).isEqualTo(1);
    assertThat(house.count("SELECT count(*) FROM refunds")).isZero();
  }

  @Test
  void paid_too_late_for_seats_that_are_sold_it_goes_back() {
    gateway("14:20:00", "pay_1", "failed");
    nobodyHasPaid();
    house.execute("UPDATE core.departures SET booked = 15 WHERE code = 'EBC-0315'");
    gateway("2026-11-10T14:05:00", "pay_1", "succeeded");

    assertThat(booking()).isEqualTo("expired");
    assertThat(last(LUCIA).text()).contains("están vendidas", "RF-1");
    assertThat(last(ANITA).text()).contains("RF-1", "paid after the seats were gone");
    assertThat(ledger()).containsExactly("payment 52200");
  }

  @Test
  void while_money_is_on_its_way_the_seats_are_held_a_little_longer_once() {
    gateway("2026-11-10T14:01:30", "pay_1", "processing");
    at("2026-11-10T14:03:00");
    DueTimers.fire(house);
    house.settle();
    assertThat(booking()).isEqualTo("on_hold");

    gateway("2026-11-10T14:03:30", "pay_1", "succeeded");
    assertThat(booking()).isEqualTo("confirmed");
  }

  private void nobodyHasPaid() {
    at("2026-11-10T14:02:44");
    DueTimers.fire(house);
    house.settle();
  }

  private void paidTwice() {
    gateway("14:20:33", "pay_1", "succeeded");
    gateway("14:20:58", "pay_2", "succeeded");
  }

  private long free() {
    return house.count(
        "SELECT capacity - held - booked FROM core.departures WHERE code = 'EBC-0315'");
  }

  private List<String> texts(String phone) {
    return phones.of(phone).stream().map(Phones.Shown::text).toList();
  }

  private List<Phones.Shown> shown(String phone, String template) {
    return phones.of(phone).stream().filter(it -> it.template().equals(template)).toList();
  }
}
