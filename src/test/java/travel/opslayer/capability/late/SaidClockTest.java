package travel.opslayer.capability.late;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of day in what people type, and when that was. */
class SaidClockTest {

  private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

  private static Instant at(String time) {
    return OffsetDateTime.parse("2026-10-27T" + time + ":00+05:45").toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "6:30 ma gorakshep pugyo, 06:30",
    "10 baje 1 jana, 10:00",
    "kala patthar 7:45 🏔️, 07:45",
    "2 baje, 14:00",
    "2 am, 02:00",
    "2 pm, 14:00",
    "12 baje, 12:00",
    "15.05, 15:05"
  })
  void the_last_time_until_they_wrote_it_is_meant(String words, String time) {
    assertThat(SaidClock.in(words))
        .singleElement()
        .satisfies(it -> assertThat(it.until(at("16:38"), KATHMANDU)).isEqualTo(at(time)));
  }

  @ParameterizedTest
  @CsvSource({"7:30 pm", "19:30", "23:00"})
  void what_has_not_been_yet_is_no_time_of_today(String words) {
    assertThat(SaidClock.in(words))
        .singleElement()
        .satisfies(it -> assertThat(it.until(at("16:38"), KATHMANDU)).isNull());
  }

  @ParameterizedTest
  @CsvSource({"9 jana thik", "need 1 extra night", "25:00", "1234:56", "NPR 4.500", "2 pax"})
  void other_numbers_are_no_times(String words) {
    assertThat(SaidClock.in(words)).isEmpty();
  }

  @Test
  void bare_numbers_may_be_hours() {
    assertThat(SaidClock.hours("nair ko 11 baje thyo, 10 haina"))
        .anyMatch(it -> it.isAt(at("10:00"), KATHMANDU))
        .anyMatch(it -> it.isAt(at("11:00"), KATHMANDU))
        .noneMatch(it -> it.isAt(at("10:30"), KATHMANDU));
  }
}
