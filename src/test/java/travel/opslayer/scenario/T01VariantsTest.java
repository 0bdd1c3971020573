package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import travel.opslayer.timer.DueTimers;

/** The variants of the first scenario. */
class T01VariantsTest extends LuciasEvening {

  @Test
  void whoever_was_answered_is_not_reminded_of() {
    burst();
    phones.at(MORNING + "09:05:00");
    phones.quotes(SARITA, "S9", phones.of(SARITA).getLast().id(), "¡Buenos días Lucía!");
    house.settle();
    assertThat(phones.of(LUCIA).getLast().text()).isEqualTo("Sarita: ¡Buenos días Lucía!");

    phones.at(MORNING + "09:15:00");
    DueTimers.fire(house);
    house.settle();

    assertThat(phones.of(SARITA))
        .extracting(Phones.Shown::template)
        .containsExactly("enquiry/new_lead", "enquiry/passed_on");
  }

  @Test
  void in_office_hours_the_first_reply_is_due_in_five_minutes() {
    phones.at("2026-11-08T10:00:00");
    phones.writes(LUCIA, "L2", "2026-11-08T10:00:00", "intrested in EBC treck for 2 peple");
    phones.at("2026-11-08T10:00:04");
    house.settle();

    assertThat(phones.of(SARITA).getLast().text()).contains("First reply due 10:05");
    assertThat(phones.of(LUCIA).getLast().text()).doesNotContain("office");
  }

  @Test
  void in_hindi_too() {
    phones.at("2026-11-08T10:00:00");
    phones.writes("+919800000102", "P1", "2026-11-08T10:00:00", "2 log EBC 15 march");
    phones.at("2026-11-08T10:00:04");
    house.settle();

    assertThat(phones.of("+919800000102").getLast())
        .satisfies(
            it -> {
              assertThat(it.language()).isEqualTo("hi");
              assertThat(it.text()).contains("2 log", "3 seat");
            });
  }

  @Test
  void more_about_an_open_lead_makes_no_second_one() {
    burst();
    phones.at(EVENING + "20:50:00");
    phones.writes(LUCIA, "L8", EVENING + "20:50:00", "mejor somos 3 para el EBC");
    phones.at(EVENING + "20:50:04");
    house.settle();

    assertThat(house.rows("SELECT * FROM core.leads"))
        .singleElement()
        .satisfies(lead -> assertThat(lead).containsEntry("party", "3"));
  }

  @Test
  void a_voice_note_alone_is_not_met_with_silence() {
    phones.at(EVENING + "20:31:15");
    phones.says(LUCIA, "L4", EVENING + "20:31:15");
    phones.at(EVENING + "20:31:19");
    house.settle();

    assertThat(phones.of(LUCIA))
        .extracting(Phones.Shown::template)
        .containsExactly("help/media_kept");
    assertThat(phones.of(SARITA))
        .extracting(Phones.Shown::template)
        .containsExactly("enquiry/media_came");
  }

  @Test
  void a_voice_note_about_an_open_lead_goes_to_its_owner() {
    burst();
    phones.at(EVENING + "20:50:00");
    phones.says(LUCIA, "L9", EVENING + "20:50:00");
    phones.at(EVENING + "20:50:04");
    house.settle();

    assertThat(phones.of(SARITA).getLast())
        .satisfies(it -> assertThat(it.template()).isEqualTo("enquiry/media_came"))
        .satisfies(it -> assertThat(it.text()).contains("LD-301"));
  }
}
