package travel.opslayer.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DaysTest {

  private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

  /** A quarter to midnight there, half past five in the afternoon in London. */
  private static final Instant LATE = Instant.parse("2026-11-08T18:00:00Z");

  private static Object word(String at) {
    return Days.word(Instant.parse(at), LATE, KATHMANDU);
  }

  @Test
  void near_days_have_names_and_others_have_dates() {
    assertThat(word("2026-11-08T18:14:59Z")).isEqualTo("today");
    assertThat(word("2026-11-08T18:15:00Z")).isEqualTo("tomorrow");
    assertThat(word("2026-11-07T18:14:00Z")).isEqualTo("yesterday");
    assertThat(word("2026-11-09T18:15:00Z")).isEqualTo(LocalDate.of(2026, 11, 10));
    assertThat(word("2026-11-06T12:00:00Z")).isEqualTo(LocalDate.of(2026, 11, 6));
  }

  @Test
  void the_day_is_that_of_the_place() {
    var there = Days.word(LATE.plusSeconds(1800), LATE, ZoneId.of("Europe/London"));

    assertThat(there).isEqualTo("today");
    assertThat(word("2026-11-08T18:30:00Z")).isEqualTo("tomorrow");
  }
}
