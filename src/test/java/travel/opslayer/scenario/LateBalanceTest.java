package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever books so late that all is due at once is told so at once. */
class LateBalanceTest extends LuciasBooking {

  @Test
  void the_rest_is_due_now_and_missed_a_day_later() {
    house.execute(
        """
        UPDATE core.departures SET starts_on = '2026-11-25', ends_on = '2026-12-08'
        WHERE code = 'EBC-0315'
        """);
    gateway("14:20:33", "pay_1", "succeeded");
    assertThat(phones.of(LUCIA)).anyMatch(it -> it.text().contains("Resto USD 2.088 ya"));
    timers("14:21:00");

    assertThat(last(LUCIA).template()).isEqualTo("payment/rest_reminder");
    assertThat(last(LUCIA).text()).contains("USD 2.088", "se paga ya", "/p/");
    assertThat(phones.of(SARITA)).noneMatch(it -> it.template().equals("payment/rest_missed"));
    timers("2026-11-10T14:21:00");
    assertThat(last(SARITA).template()).isEqualTo("payment/rest_missed");
    assertThat(booking()).isEqualTo("confirmed");
  }
}
