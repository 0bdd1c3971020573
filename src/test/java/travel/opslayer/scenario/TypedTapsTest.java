package travel.opslayer.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What stands on a button may be typed, and every command of a colleague with the code of a thing.
 */
class TypedTapsTest extends FieldDay {

  @Test
  void the_words_of_a_button_are_a_tap_of_it() {
    writes(PEMBA, "G1", "04:50:00", "pugyo");
    said(PEMBA, "trip/checked_in");
    var nine = last(PEMBA).choices().getFirst();
    assertThat(nine).isEqualTo("count_guests:9@TRP123");

    writes(PEMBA, "G2", "04:51:00", title(PEMBA, 0).toLowerCase(Locale.ROOT));
    said(PEMBA, "trip/all_here", "TRP123");
  }

  @Test
  void of_an_older_message_they_are_meant_when_it_is_quoted() {
    writes(PEMBA, "G1", "04:50:00", "pugyo");
    var asked = last(PEMBA);
    var nine = title(PEMBA, 0);
    for (var i = 0; i < 4; i++) {
      writes(PEMBA, "H" + i, "04:51:0" + i, "?");
    }
    writes(PEMBA, "G2", "04:52:00", nine);
    assertThat(told(PEMBA)).doesNotContain("trip/all_here");

    phones.at(DAY + "04:53:00");
    phones.quotes(PEMBA, "G3", asked.id(), DAY + "04:53:00", nine);
    settle();
    assertThat(told(PEMBA)).contains("trip/all_here");
  }

  @Test
  void what_is_almost_the_words_is_read_as_words() {
    writes(PEMBA, "G1", "04:50:00", "pugyo");
    writes(PEMBA, "G2", "04:51:00", title(PEMBA, 0) + " maybe zzz");

    assertThat(told(PEMBA)).doesNotContain("trip/all_here");
  }

  @Test
  void of_another_they_are_nothing() {
    writes(PEMBA, "G1", "04:50:00", "pugyo");
    writes(MINGMA, "M1", "04:51:00", title(PEMBA, 0));

    assertThat(told(MINGMA)).doesNotContain("trip/all_here");
    assertThat(told(PEMBA)).doesNotContain("trip/all_here");
  }

  @Test
  void a_command_with_a_code_is_what_its_button_is() {
    writes(RAM, "R1", "04:55:00", "ISSUE TRP123 gadi bigriyo");
    var incident = at("SELECT code FROM incidents");
    writes(BIKRAM, "B1", "04:56:00", "take " + incident);

    assertThat(at("SELECT state FROM incidents")).isEqualTo("acknowledged");
    writes(BIKRAM, "B2", "04:57:00", "Call crew TRP123!");
    assertThat(at("SELECT wish FROM decisions ORDER BY at DESC LIMIT 1")).isEqualTo("call_crew");
  }

  @Test
  void somebody_who_is_no_colleague_commands_nothing() {
    writes(RAM, "R1", "04:55:00", "ISSUE TRP123 gadi bigriyo");
    writes(TOM, "T1", "04:56:00", "take " + at("SELECT code FROM incidents"));

    assertThat(at("SELECT state FROM incidents")).isEqualTo("reported");
  }

  @Test
  void whoever_may_not_is_told_so_as_if_they_had_tapped() {
    writes(RAM, "R1", "04:55:00", "ISSUE TRP123 gadi bigriyo");
    writes(RAM, "R2", "04:56:00", "pass " + at("SELECT code FROM incidents"));

    assertThat(at("SELECT wish || ' ' || outcome FROM decisions ORDER BY at DESC LIMIT 1"))
        .isEqualTo("pass_incident refused");
    assertThat(told(RAM).getLast()).startsWith("refused/");
  }

  @Test
  void without_a_code_it_is_no_command() {
    writes(BIKRAM, "B1", "04:56:00", "call crew");

    assertThat(at("SELECT wish FROM decisions ORDER BY at DESC LIMIT 1")).isNotEqualTo("call_crew");
  }

  @Test
  void yes_stays_yes() {
    writes(PEMBA, "G1", "04:50:00", "?");
    writes(PEMBA, "G2", "04:51:00", "ok");

    assertThat(at("SELECT wish FROM decisions ORDER BY at DESC LIMIT 1")).isEqualTo("thank");
  }

  private String title(String phone, int place) {
    return phones.titles(phone).getLast().get(place);
  }
}
