package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How things stand, asked by her, by a colleague and by somebody else. */
class BookingStatusTest extends LuciasBooking {

  private static final String XAVI = "+34600000199";
  private static final String PEMBA = "+9779805550301";

  @Test
  void while_the_seats_are_held_she_hears_until_when_and_gets_the_same_link() {
    asks(LUCIA, "L7b", "15:00:00", "mi reserva está confirmada?");

    assertThat(last(LUCIA).template()).isEqualTo("booking/status");
    assertThat(last(LUCIA).text())
        .contains("BK-1", "guardada hasta", link, "USD 522", "Nombres de viajeros que faltan: 2");
    assertThat(house.count("SELECT count(*) FROM payments")).isEqualTo(1);
    asks(LUCIA, "L8b", "15:01:00", "como puedo pagar el resto?");
    assertThat(last(LUCIA).template()).isEqualTo("payment/deposit_link");
    assertThat(last(LUCIA).text()).contains(link);
  }

  @Test
  void paid_it_is_confirmed_and_the_rest_and_its_day_are_said() {
    gateway("14:20:33", "pay_1", "succeeded");
    asks(LUCIA, "L7b", "15:00:00", "BK-1");

    assertThat(last(LUCIA).text())
        .contains("confirmada", "Pagado: USD 522", "resto USD 2.088", "13 de febrero");
    assertThat(last(LUCIA).choices()).containsExactly("pay_rest@BK-1", "ask_person@BK-1");
    taps(LUCIA, "L8b", "15:01:00", "pay_rest@BK-1");
    assertThat(last(LUCIA).template()).isEqualTo("payment/rest_link");
    asks(LUCIA, "L9b", "15:02:00", "BK-1 para 3 personas");
    assertThat(last(LUCIA).template()).isNotEqualTo("booking/status");
  }

  @Test
  void money_on_its_way_is_said() {
    gateway("14:20:33", "pay_1", "processing");
    asks(LUCIA, "L7b", "15:00:00", "ha llegado el pago?");

    assertThat(last(LUCIA).text()).contains("Hay un pago en camino");
  }

  @Test
  void of_several_each_has_a_line_and_a_link_of_its_own() {
    another("EBC-0329");
    asks(LUCIA, "L7b", "15:00:00", "estado de mi reserva");

    var lines = last(LUCIA).text().split("\n");
    assertThat(lines).hasSize(2);
    assertThat(lines[0]).contains("BK-1", link);
    assertThat(lines[1]).contains("BK-2", "/p/").doesNotContain(link);
    asks(LUCIA, "L8b", "15:01:00", "como puedo pagar el resto?");
    assertThat(last(LUCIA).template()).isEqualTo("booking/status");
    asks(LUCIA, "L9b", "15:02:00", "bk2");
    assertThat(last(LUCIA).text()).contains("BK-2").doesNotContain("BK-1");
  }

  @Test
  void a_colleague_hears_whose_it_is_and_nobody_else_does() {
    asks(SARITA, "S7", "15:00:00", "STATUS BK-1");
    assertThat(last(SARITA).template()).isEqualTo("booking/status_staff");
    assertThat(last(SARITA).text()).contains("Lucía", "BK-1", "on hold until", "USD 522");
    asks(BIKRAM, "B7", "15:00:30", "status bk 1");
    assertThat(last(BIKRAM).template()).isEqualTo("booking/status_staff");
    asks(SARITA, "S8", "15:01:00", "status");
    assertThat(last(SARITA).template()).isEqualTo("booking/status_which");

    for (var stranger : List.of(XAVI, PEMBA)) {
      asks(stranger, "X7" + stranger, "15:02:00", "status BK-1");
      assertThat(last(stranger).text()).doesNotContain("Luc", "522", "/p/");
    }
    assertThat(last(XAVI).template()).isEqualTo("booking/status_none");
    assertThat(last(PEMBA).template()).isEqualTo("refused/nobody_permits");
  }
}
