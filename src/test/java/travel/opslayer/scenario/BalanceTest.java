package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The deposit is paid; the rest is due on 13 February, and what becomes of it. */
class BalanceTest extends LuciasBooking {

  private static final String REMIND = "2027-02-06T14:46:00";
  private static final String MISSED = "2027-02-14T14:46:00";

  @BeforeEach
  void theDepositIsPaid() {
    gateway("14:20:33", "pay_1", "succeeded");
    assertThat(booking()).isEqualTo("confirmed");
  }

  @Test
  void a_week_before_she_is_told_the_rest_the_day_and_a_link() {
    timers("2027-02-06T14:40:00");
    assertThat(shown("payment/rest_reminder")).isEmpty();
    timers(REMIND);
    timers(REMIND);

    assertThat(shown("payment/rest_reminder"))
        .singleElement()
        .satisfies(
            it -> assertThat(it.text()).contains("USD 2.088", "13 de febrero", "BK-1", "/p/"));
    pays(REMIND, "rest_1");
    assertThat(last(LUCIA).text()).contains("USD 2.088", "todo pagado");
    assertThat(ledger())
        .containsExactlyInAnyOrder("charge 261000", "payment 52200", "payment 208800");
    timers(MISSED);
    assertThat(phones.of(SARITA)).noneMatch(it -> it.template().equals("payment/rest_missed"));
  }

  @Test
  void who_has_paid_it_all_meanwhile_hears_nothing() {
    asks(LUCIA, "L7b", "15:00:00", "como puedo pagar el resto?");
    pays("15:05:00", "rest_1");
    var heard = phones.of(LUCIA).size();
    timers(REMIND);
    timers(MISSED);

    assertThat(phones.of(LUCIA)).hasSize(heard);
    assertThat(phones.of(SARITA)).noneMatch(it -> it.template().equals("payment/rest_missed"));
    asks(LUCIA, "L8b", "2027-02-14T15:00:00", "como puedo pagar el resto?");
    assertThat(last(LUCIA).template()).isEqualTo("payment/all_paid");
  }

  @Test
  void the_day_after_her_colleague_is_told_and_nothing_is_cancelled() {
    timers(REMIND);
    timers("2027-02-14T14:40:00");
    assertThat(phones.of(SARITA)).noneMatch(it -> it.template().equals("payment/rest_missed"));
    timers(MISSED);

    assertThat(last(SARITA).text()).contains("BK-1", "USD 2,088", "Lucía", "Nothing was cancelled");
    assertThat(booking()).isEqualTo("confirmed");
  }

  @Test
  void asked_twice_it_is_the_same_link_and_paid_in_part_it_is_another() {
    asks(LUCIA, "L7b", "15:00:00", "como puedo pagar el resto?");
    var first = rest();
    asks(LUCIA, "L8b", "15:10:00", "quiero pagar lo que falta");
    assertThat(last(LUCIA).template()).isEqualTo("payment/rest_link");
    assertThat(rest()).isEqualTo(first);

    pays("15:20:00", "rest_1", 100_000);
    assertThat(last(LUCIA).text()).contains("USD 1.088");
    asks(LUCIA, "L9b", "15:30:00", "quiero pagar lo que falta");
    assertThat(last(LUCIA).text()).contains("USD 1.088", "/p/");
    assertThat(rest()).isNotEqualTo(first);
  }

  @Test
  void the_rest_twice_is_too_much_and_two_are_asked() {
    asks(LUCIA, "L7b", "15:00:00", "como puedo pagar el resto?");
    var link = rest();
    pays(link, "15:05:00", "rest_1", 208_800);
    pays(link, "15:06:00", "rest_2", 208_800);

    assertThat(last(LUCIA).template()).isEqualTo("payment/twice");
    assertThat(refunds()).containsExactly("asked 208800");
    assertThat(last(ANITA).text()).contains("USD 2,088", "2 of you");
  }

  @Test
  void more_than_the_rest_goes_back_by_as_much_and_two_links_are_no_trap() {
    timers(REMIND);
    pays(REMIND, "rest_1", 210_000);
    assertThat(last(LUCIA).text()).contains("USD 2.100", "USD 12");
    assertThat(refunds()).containsExactly("asked 1200");
    assertThat(house.column("SELECT state FROM payments ORDER BY code"))
        .containsExactly("paid", "paid");
  }

  private List<String> refunds() {
    return house.column("SELECT state || ' ' || amount_minor FROM refunds ORDER BY code");
  }

  /** The link of the last text. */
  private String rest() {
    var text = last(LUCIA).text();
    return text.substring(text.indexOf("http")).split("\\s")[0];
  }

  private void pays(String at, String payment) {
    pays(at, payment, 208_800);
  }

  private void pays(String at, String payment, long minor) {
    pays(rest(), at, payment, minor);
  }

  private void pays(String link, String at, String payment, long minor) {
    at(at);
    happens(
        ("{\"link\":\"%s\",\"id\":\"%s\",\"event\":\"succeeded\","
                + "\"amount\":{\"minor\":%d,\"currency\":\"USD\"}}")
            .formatted(link, payment, minor));
    house.settle();
  }

  private List<Phones.Shown> shown(String template) {
    return phones.of(LUCIA).stream().filter(it -> it.template().equals(template)).toList();
  }
}
