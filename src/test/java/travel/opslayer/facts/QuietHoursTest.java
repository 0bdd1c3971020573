package travel.opslayer.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T16:25:30, 2026-11-20T18:25", // by day: two hours, rounded down
    "2026-11-20T22:30:00, 2026-11-21T09:00", // by night: from seven
    "2026-11-20T21:00:00, 2026-11-21T08:00", // an hour before, an hour after
    "2026-11-20T20:00:00, 2026-11-20T22:00", // just in time
    "2026-11-21T06:59:59, 2026-11-21T09:00",
    "2026-11-21T07:00:00, 2026-11-21T09:00",
    "2026-10-31T23:00:00, 2026-11-01T09:00", // the clock goes back that night
    "2027-03-13T23:00:00, 2027-03-14T09:00" // and forward in that one
  })
  void two_hours_without_the_night(String from, String until) {
    var hours = QuietHours.of("22:00-07:00").orElseThrow();
    var start = LocalDateTime.parse(from).atZone(NEW_YORK).toInstant();

    assertThat(hours.after(start, Duration.ofHours(2), NEW_YORK))
        .isEqualTo(LocalDateTime.parse(until).atZone(NEW_YORK).toInstant());
  }

  @Test
  void hours_by_day_and_none_at_all_do_too() {
    var start = LocalDateTime.parse("2026-11-20T12:00").atZone(NEW_YORK).toInstant();

    assertThat(
            QuietHours.of("13:00-14:00").orElseThrow().after(start, Duration.ofHours(2), NEW_YORK))
        .isEqualTo(start.plus(Duration.ofHours(3)));
    assertThat(
            QuietHours.of("00:00-00:00").orElseThrow().after(start, Duration.ofHours(48), NEW_YORK))
        .isEqualTo(start.plus(Duration.ofHours(48)));
  }

  @Test
  void what_is_no_span_of_hours_is_not_read() {
    assertThat(QuietHours.of("at night")).isEmpty();
    assertThat(QuietHours.of("22:00")).isEmpty();
    assertThat(QuietHours.of("25:00-07:00")).isEmpty();
  }
}
