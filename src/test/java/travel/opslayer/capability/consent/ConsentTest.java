package travel.opslayer.capability.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import travel.opslayer.House;
import travel.opslayer.Phone;
import travel.opslayer.Phone.Shown;

class ConsentTest {

  private final House house = House.sandbox();

  @AfterEach
  void close() {
    house.close();
  }

  private static String answer(List<Shown> shown) {
    assertThat(shown).hasSize(1);
    return shown.getFirst().template();
  }

  /** The newest word in each category, such as marketing out. */
  private List<String> words() {
    return house.column(
        """
        SELECT DISTINCT ON (category) category || ' ' || state FROM whatsapp_opt_ins
        ORDER BY category, at DESC
        """);
  }

  @Test
  void stop_is_done_at_once_and_what_else_may_be_meant_is_asked() {
    var phone = Phone.british(house);
    var told = phone.says("STOP");

    assertThat(answer(told)).isEqualTo("consent/stopped");
    assertThat(told.getFirst().choices()).containsExactly("keep_service", "opt_out_all");
    assertThat(words()).containsExactly("marketing out");
    assertThat(answer(phone.taps("keep_service"))).isEqualTo("consent/kept");
    assertThat(words()).containsExactly("all in", "marketing out");
  }

  @Test
  void who_stopped_everything_and_then_keeps_their_trip_is_told_the_truth() {
    var phone = Phone.british(house);
    phone.says("STOP");
    house.move(java.time.Duration.ofSeconds(5));
    phone.taps("opt_out_all");
    house.move(java.time.Duration.ofSeconds(5));

    assertThat(answer(phone.taps("keep_service"))).isEqualTo("consent/kept");

    assertThat(words()).containsExactly("all in", "marketing out");
  }

  @Test
  void a_stop_inside_a_sentence_is_none() {
    assertThat(answer(Phone.british(house).says("can u stop the bus"))).doesNotStartWith("consent");
    assertThat(words()).isEmpty();
  }

  @Test
  void start_brings_everything_back() {
    var phone = Phone.spanish(house);
    phone.says("BAJA");
    house.move(java.time.Duration.ofSeconds(5));
    phone.taps("opt_out_all");
    assertThat(words()).containsExactly("all out", "marketing out");
    house.move(java.time.Duration.ofSeconds(5));

    assertThat(answer(phone.says("ALTA"))).isEqualTo("consent/started");

    assertThat(words()).containsExactly("all in", "marketing in");
  }

  @Test
  void who_wants_nothing_more_is_still_answered_and_not_written_to_by_colleagues() {
    var phone = Phone.british(house);
    var sarita = Phone.sarita(house);
    phone.says("EBC for 2");
    var notice = sarita.news().getFirst().id();

    assertThat(answer(phone.taps("opt_out_all"))).isEqualTo("consent/all_stopped");
    assertThat(answer(sarita.saysQuoting(notice, "Hello, may I call you?")))
        .isEqualTo("refused/customer_stopped");

    assertThat(phone.news()).isEmpty();
    assertThat(house.count("SELECT count(*) FROM outbox WHERE state = 'rejected'")).isZero();
    assertThat(answer(phone.says("?"))).isEqualTo("help/menu");
  }

  @Test
  void the_same_stop_again_is_one_change_of_mind() {
    var phone = Phone.british(house);
    phone.says("STOP");
    phone.says("stop");

    assertThat(house.count("SELECT count(DISTINCT message_id) FROM whatsapp_opt_ins")).isEqualTo(2);
    assertThat(words()).containsExactly("marketing out");
  }
}
