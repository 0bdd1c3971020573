package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seats on hold until tomorrow 14:02, and somebody asks for more time. */
class ExtendHoldTest extends LuciasBooking {

  private static final String NEXT = "2026-11-10T";
  private static final String THEN = "2026-11-11T";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "me las puedes guardar un poco más? un día más por favor",
        "can you hold them a bit longer?",
        "extend BK-1",
        "EXTEND HOLD bk1",
        "thoda aur time do please",
        "ek din thap samaya dinus"
      })
  void she_asks_in_her_words_and_has_them_longer_with_the_same_link(String words) {
    asks(LUCIA, "L7b", "20:00:00", words);

    assertThat(last(LUCIA).template()).isEqualTo("booking/extended");
    assertThat(last(LUCIA).text()).contains("BK-1", "522", link);
    assertThat(last(SARITA).template()).isEqualTo("booking/extended_notice");
    assertThat(last(SARITA).text()).contains("Lucía", "November 11 2:02");
    assertThat(booking()).isEqualTo("on_hold");
    assertThat(until()).isEqualTo("11 02:02");
  }

  @Test
  void the_link_is_good_until_then_and_the_seats_are_not_free_before() {
    asks(LUCIA, "L7b", "20:00:00", "un día más por favor");
    timers(NEXT + "14:03:00");
    assertThat(booking()).isEqualTo("on_hold");
    asks(LUCIA, "L8b", NEXT + "18:00:00", "como puedo pagar el resto?");
    assertThat(last(LUCIA).text()).contains(link);
    gateway(NEXT + "20:00:00", "pay_1", "succeeded");

    assertThat(booking()).isEqualTo("confirmed");
  }

  @Test
  void not_paid_by_then_they_are_free() {
    asks(LUCIA, "L7b", "20:00:00", "un día más por favor");
    timers(THEN + "02:03:00");

    assertThat(booking()).isEqualTo("expired");
    assertThat(last(LUCIA).template()).isEqualTo("booking/expired");
    assertThat(
            house.column(
                "SELECT bool_and(expires_at <= (SELECT max(until) FROM core.holds))::text"
                    + " FROM payments"))
        .containsExactly("true");
  }

  @Test
  void once_more_she_hears_what_keeps_them() {
    asks(LUCIA, "L7b", "20:00:00", "un día más por favor");
    asks(LUCIA, "L8b", "21:00:00", "un día más por favor");

    assertThat(last(LUCIA).template()).isEqualTo("booking/extend_most");
    assertThat(last(LUCIA).choices()).containsExactly("pay_rest", "ask_person");
    assertThat(until()).isEqualTo("11 02:02");
  }

  @Test
  void a_colleague_may_do_it_more_often_but_not_for_more_than_a_day_in_all() {
    asks(LUCIA, "L7b", "19:00:00", "un día más por favor");
    assertThat(until()).isEqualTo("11 02:02");
    asks(BIKRAM, "B7", "20:00:00", "EXTEND BK-1");
    assertThat(last(BIKRAM).template()).isEqualTo("booking/extended_notice");
    assertThat(last(SARITA).text()).contains("BK-1", "14:02");
    assertThat(last(LUCIA).template()).isEqualTo("booking/extended");
    assertThat(last(LUCIA).language()).isEqualTo("es");
    assertThat(until()).isEqualTo("11 14:02");

    asks(BIKRAM, "B8", "20:10:00", "extend bk1");
    assertThat(last(BIKRAM).template()).isEqualTo("booking/extend_most_staff");
    assertThat(until()).isEqualTo("11 14:02");
    asks(BIKRAM, "B9", "20:15:00", "extend hold");
    assertThat(last(BIKRAM).template()).isEqualTo("booking/extend_which_staff");
  }

  @Test
  void while_others_wait_for_the_seats_only_a_colleague_can() {
    house.execute("UPDATE core.departures SET waiting = 1 WHERE code = 'EBC-0315'");
    asks(LUCIA, "L7b", "20:00:00", "un día más por favor");
    assertThat(last(LUCIA).template()).isEqualTo("booking/extend_others");
    assertThat(until()).isEqualTo("10 14:02");

    asks(SARITA, "S7", "20:01:00", "EXTEND BK-1");
    assertThat(until()).isEqualTo("11 14:02");
  }

  @Test
  void money_on_its_way_still_gets_its_two_minutes() {
    asks(LUCIA, "L7b", "20:00:00", "un día más por favor");
    gateway(THEN + "02:01:30", "pay_1", "processing");

    assertThat(until()).isEqualTo("11 02:04");
  }

  @Test
  void what_is_not_on_hold_is_said_to_be_what_it_is() {
    gateway("14:20:33", "pay_1", "succeeded");
    asks(LUCIA, "L7b", "20:00:00", "un día más por favor");
    assertThat(last(LUCIA).template()).isEqualTo("booking/status");
    asks(SARITA, "S7", "20:00:30", "EXTEND BK-1");
    assertThat(last(SARITA).template()).isEqualTo("refused/not_in_state");
    assertThat(last(SARITA).text()).contains("confirmed");
    assertThat(booking()).isEqualTo("confirmed");
  }

  @Test
  void of_several_she_is_asked_which() {
    another("EBC-0329");
    asks(LUCIA, "L7b", "20:00:00", "un día más por favor");
    assertThat(last(LUCIA).template()).isEqualTo("booking/extend_which");
    assertThat(last(LUCIA).choices()).containsExactly("extend_hold@BK-1", "extend_hold@BK-2");
    taps(LUCIA, "L8b", "20:01:00", "extend_hold@BK-1");

    assertThat(last(LUCIA).template()).isEqualTo("booking/extended");
    assertThat(last(LUCIA).text()).contains("BK-1");
  }

  @Test
  void nobody_else_can() {
    for (var stranger : List.of("+34600000199", "+9779805550301")) {
      asks(stranger, "X" + stranger, "20:00:00", "EXTEND BK-1");
      assertThat(last(stranger).text()).doesNotContain("Luc", "522", "/p/");
    }
    assertThat(until()).isEqualTo("10 14:02");
  }

  private String until() {
    return house
        .column("SELECT to_char(until AT TIME ZONE 'Asia/Kathmandu', 'DD HH24:MI') FROM core.holds")
        .getFirst();
  }
}
