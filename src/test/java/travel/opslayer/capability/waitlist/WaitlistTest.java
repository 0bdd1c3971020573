package travel.opslayer.capability.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.Phone;
import travel.opslayer.Phone.Shown;

/** Customers wait for seats of a departure that is full. */
class WaitlistTest {

  private final House house = House.sandbox();

  @AfterEach
  void close() {
    house.close();
  }

  private static Shown answer(List<Shown> shown) {
    assertThat(shown).hasSize(1);
    return shown.getFirst();
  }

  private List<String> line() {
    return house.column(
        "SELECT code || ' ' || state || ' ' || party FROM core.waitlist ORDER BY place");
  }

  private List<String> waiting() {
    return house.column("SELECT waiting FROM core.departures WHERE code = 'ABC-0320'");
  }

  @Test
  void who_joins_is_told_their_place_and_that_nothing_is_to_be_paid() {
    var first = Phone.british(house);
    first.says("ABC on 20 march for 2 people");
    var joined = answer(first.taps("join_waitlist"));

    assertThat(joined.template()).isEqualTo("waitlist/joined");
    assertThat(joined.words()).contains("Annapurna", "2 seats", "WL-1", "Nobody is before you");
    var second = Phone.british(house);
    second.says("ABC on 20 march just me, 1 person");
    assertThat(answer(second.taps("join_waitlist")).words())
        .contains("1 seat", "WL-2", "1 party is before you");
    assertThat(line()).containsExactly("WL-1 waiting 2", "WL-2 waiting 1");
    assertThat(waiting()).containsExactly("2");
  }

  @Test
  void who_asks_twice_waits_once() {
    var phone = Phone.british(house);
    phone.says("ABC on 20 march for 2 people");
    phone.taps("join_waitlist");
    assertThat(answer(phone.says("put me on the waiting list")).words()).contains("WL-1");

    assertThat(line()).containsExactly("WL-1 waiting 2");
  }

  @Test
  void nobody_waits_for_a_departure_that_has_seats() {
    var phone = Phone.british(house);
    phone.says("EBC for 2 on 15 march");

    assertThat(answer(phone.taps("join_waitlist")).template()).isEqualTo("refused/seats_free");
    assertThat(line()).isEmpty();
  }

  @Test
  void a_seat_that_is_freed_is_offered_to_nobody_else_while_somebody_waits() {
    var phone = Phone.british(house);
    phone.says("ABC on 20 march for 1 person");
    phone.taps("join_waitlist");
    house.execute("UPDATE core.departures SET booked = booked - 1 WHERE code = 'ABC-0320'");

    var other = Phone.british(house);
    assertThat(answer(other.says("ABC on 20 march just me, 1 person")).template())
        .isEqualTo("enquiry/full");
    phone.says("take me off the list");
    var third = Phone.british(house);
    assertThat(answer(third.says("ABC on 20 march just me, 1 person")).template())
        .isEqualTo("enquiry/offer");
  }

  @Test
  void the_menu_offers_what_can_be_done_about_the_list_now() {
    var phone = Phone.british(house);
    phone.says("EBC for 2 on 15 march");
    assertThat(offered(answer(phone.says("?")))).doesNotContain("join_waitlist", "leave_waitlist");

    var waiting = Phone.british(house);
    waiting.says("ABC on 20 march for 2 people");
    assertThat(offered(answer(waiting.says("?")))).contains("join_waitlist");
    waiting.taps("join_waitlist");
    assertThat(offered(answer(waiting.says("?")))).contains("leave_waitlist");
  }

  private static List<String> offered(Shown menu) {
    return menu.choices().stream().map(it -> it.replaceFirst("@.*", "")).toList();
  }

  @Test
  void who_leaves_the_list_is_off_it() {
    var phone = Phone.british(house);
    phone.says("ABC on 20 march for 2 people");
    phone.taps("join_waitlist");

    assertThat(answer(phone.says("take me off the list")).template()).isEqualTo("waitlist/left");

    assertThat(line()).containsExactly("WL-1 withdrawn 2");
    assertThat(waiting()).containsExactly("0");
  }

  @Test
  void who_is_on_no_list_is_told_so() {
    var phone = Phone.british(house);
    phone.says("ABC on 20 march for 2 people");

    assertThat(answer(phone.says("take me off the list")).template())
        .isEqualTo("refused/not_on_list");
  }

  @Test
  void the_owner_is_told_and_may_answer() {
    var phone = Phone.british(house);
    phone.says("ABC on 20 march for 2 people");
    phone.taps("join_waitlist");

    assertThat(house.column("SELECT template FROM whatsapp_messages WHERE direction = 'out'"))
        .contains("waitlist/joined_notice");
    assertThat(house.column("SELECT subject FROM decisions WHERE wish = 'join_waitlist'"))
        .containsExactly("LD-301");
  }
}
