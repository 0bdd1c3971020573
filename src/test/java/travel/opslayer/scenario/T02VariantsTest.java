package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lucía has version 1 with 5 %, and Anita is asked for 10 %. */
class T02VariantsTest extends LuciasEvening {

  private static final String ANITA = "+9779805550401";

  private String first = "";

  @BeforeEach
  void versionOneIsSentAndTenPerCentAreAsked() {
    burst();
    phones.at(EVENING + "20:33:40");
    phones.taps(LUCIA, "L5", "ask_quote@LD-301");
    house.settle();
    phones.at(MORNING + "09:16:10");
    phones.quotes(SARITA, "A1", last(SARITA).id(), "quote ebc0315 x2 10% off");
    house.settle();
    taps(SARITA, "A2", "09:16:20", "ask_approval@Q-1~1001");
    taps(SARITA, "A3", "09:19:02", "send_within@Q-1~1001");
    first = last(LUCIA).id();
  }

  @Test
  void approved_after_her_yes_nothing_more_can_be_sent() {
    taps(LUCIA, "L6", "09:30:00", "accept_quote@Q-1~1");
    assertThat(last(LUCIA).template()).isEqualTo("booking/held");
    taps(ANITA, "M1", "09:41:30", "approve@AP-1");
    taps(SARITA, "A4", "09:41:55", "send_approved@Q-1~1001");

    assertThat(last(SARITA).template()).isEqualTo("refused/not_in_state");
    assertThat(house.column("SELECT total_minor::text FROM core.bookings"))
        .containsExactly("275500");
    assertThat(last(LUCIA).template()).isEqualTo("booking/held");
  }

  @Test
  void ok_to_the_old_version_is_asked_when_the_new_one_is_dearer() {
    phones.at(MORNING + "09:50:00");
    phones.quotes(SARITA, "A5", notice(), "quote ebc0315 x2 0%");
    house.settle();
    assertThat(last(LUCIA).text()).contains("v2", "USD 2.900");
    phones.at(MORNING + "14:02:11");
    phones.quotes(LUCIA, "L6", first, "ok");
    house.settle();

    assertThat(last(LUCIA).template()).isEqualTo("quote/newer");
    assertThat(last(LUCIA).text()).contains("2.755", "2.900");
    assertThat(last(LUCIA).choices()).contains("accept_quote@Q-1~2");
    assertThat(house.count("SELECT count(*) FROM core.bookings")).isZero();
  }

  /** Any message about the lead. */
  private String notice() {
    return phones.of(SARITA).stream()
        .filter(it -> it.template().equals("enquiry/new_lead"))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void taps(String phone, String id, String at, String choice) {
    phones.at(MORNING + at);
    phones.taps(phone, id, choice);
    house.settle();
  }

  private Phones.Shown last(String phone) {
    return phones.of(phone).getLast();
  }
}
