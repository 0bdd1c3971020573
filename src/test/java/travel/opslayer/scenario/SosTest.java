package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cry for help is heard at once, whoever cries and whatever is broken. */
class SosTest extends Breakdown {

  private static final String XAVI = "+34600000199";

  @ParameterizedTest
  @ValueSource(strings = {"SOS", "🆘", "help emergency!!", "bachao", "madat", "¡Socorro!", "s.o.s"})
  void anybody_is_heard_in_the_same_second(String cry) {
    phones.at(DAY + "09:42:00");
    phones.writes(XAVI, "Xavi", "X1", DAY + "09:42:00", cry);
    house.settle(); // the clock stands: nobody has waited for a burst

    heard(XAVI, "INC-1");
    assertThat(house.column("SELECT severity || ' ' || category || ' ' || state FROM incidents"))
        .containsExactly("critical sos reported");
    assertThat(
            house.column(
                "SELECT wish || ' ' || outcome || ' ' || release FROM decisions"
                    + " WHERE subject = 'INC-1'"))
        .containsExactly("raise_sos permitted beside the rules");
  }

  @ParameterizedTest
  @ValueSource(strings = {"madat chahiyo", "is there an emergency kit on the bus?"})
  void other_words_are_no_cry(String words) {
    says(XAVI, "X1", "09:42:00", words);
    house.move(Duration.ofSeconds(15));
    house.settle();

    assertThat(house.count("SELECT count(*) FROM incidents")).isZero();
  }

  @Test
  void whoever_wants_no_messages_any_more_is_heard_and_answered() {
    says(EMMA, "E0", "09:00:00", "stop all");
    phones.at(DAY + "09:42:00");
    phones.writes(EMMA, "x", "E1", DAY + "09:42:00", "SOS");
    house.settle();

    heard(EMMA, "INC-1");
    assertThat(house.column("SELECT trip FROM incidents")).containsExactly("TRP123");
  }

  @Test
  void a_cry_in_the_middle_of_a_burst_goes_first() {
    phones.at(DAY + "09:42:00");
    phones.writes(TOM, "x", "T1", DAY + "09:42:00", "hello");
    phones.writes(TOM, "x", "T2", DAY + "09:42:00", "SOS we need help");
    phones.writes(TOM, "x", "T3", DAY + "09:42:00", "when do you come");
    house.settle();

    heard(TOM, "INC-1");
    assertThat(all(TOM, "sos/answer")).hasSize(1);
    assertThat(house.count("SELECT count(*) FROM inbox WHERE state = 'new'")).isEqualTo(2);
    phones.at(DAY + "09:42:30");
    house.settle();
    assertThat(house.count("SELECT count(*) FROM inbox WHERE state = 'new'")).isZero();
  }

  @Test
  void crying_twice_is_one_incident_and_told_twice() {
    phones.at(DAY + "09:42:00");
    phones.writes(PEMBA, "x", "G1", DAY + "09:42:00", "SOS");
    phones.writes(PEMBA, "x", "G1", DAY + "09:42:00", "SOS");
    house.settle();
    phones.writes(PEMBA, "x", "G2", DAY + "09:42:00", "SOS!!!");
    house.settle();

    assertThat(house.column("SELECT code FROM incidents")).containsExactly("INC-1");
    assertThat(all(BIKRAM, "sos/alert")).hasSize(2);
    assertThat(last(BIKRAM).text()).contains("AGAIN");
  }

  @Test
  void nobody_answers_and_everybody_is_told_again_after_two_minutes() {
    phones.at(DAY + "09:42:00");
    phones.writes(PEMBA, "x", "G1", DAY + "09:42:00", "SOS");
    house.settle();
    timersAt("09:44:01");

    assertThat(last(BIKRAM).template()).isEqualTo("incident/alert_again");
    assertThat(last(ANITA).template()).isEqualTo("incident/alert_again");
    taps(ANITA, "A1", "09:44:30", "take_incident@INC-1");
    timersAt("09:47:00");
    assertThat(all(BIKRAM, "incident/alert_again")).hasSize(1);
  }

  @Test
  void somebody_hurt_makes_the_incident_critical() {
    breakdown();
    taps(RAM, "R4", "09:43:02", "raise_sos@INC-1");

    heard(RAM, "INC-1");
    assertThat(house.column("SELECT severity FROM incidents")).containsExactly("critical");
  }

  @Test
  void rules_that_were_never_good_stop_nobody() {
    house.rule("20-authorise/permit.csv", "help,not timer,,,\n", "help,custmer,,,\n");
    house.execute("DELETE FROM rule_changes; DELETE FROM rule_releases");
    house.restart();
    assertThat(house.bean(travel.opslayer.decision.RuleShelf.class).isFilled()).isFalse();
    phones.at(DAY + "09:42:00");
    phones.writes(XAVI, "Xavi", "X1", DAY + "09:42:00", "SOS");
    house.settle();

    heard(XAVI, "INC-1");
  }

  private void heard(String phone, String code) {
    assertThat(shown(phone, "sos/answer").text()).contains(code, "🆘");
    for (var it : java.util.List.of(BIKRAM, ANITA, DEEPAK)) {
      assertThat(last(it).template()).as(it).isEqualTo("sos/alert");
      assertThat(last(it).text()).contains(code, phone.substring(1));
    }
  }
}
