package travel.opslayer.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import travel.opslayer.facts.Rota.Hours;
import travel.opslayer.facts.Rota.Shift;

class RotaTest {

  private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

  /** 8 November 2026 is a Sunday. */
  @ParameterizedTest
  @CsvSource({
    "Sun-Fri 09:00-19:00, 2026-11-08T09:00, true",
    "Sun-Fri 09:00-19:00, 2026-11-08T08:59, false",
    "Sun-Fri 09:00-19:00, 2026-11-08T19:00, false",
    "Sun-Fri 09:00-19:00, 2026-11-13T18:59, true",
    "Sun-Fri 09:00-19:00, 2026-11-14T12:00, false",
    "Sat 19:00-07:00, 2026-11-14T18:59, false",
    "Sat 19:00-07:00, 2026-11-14T19:00, true",
    "Sat 19:00-07:00, 2026-11-15T06:59, true",
    "Sat 19:00-07:00, 2026-11-15T07:00, false",
    "Sat 19:00-07:00, 2026-11-14T06:00, false",
    "sunday - saturday 00:00-24:00, 2026-11-11T23:59, true",
    "Sun–Fri 09:00–19:00, 2026-11-08T09:00, true",
    "Mon-Sun 00:00-24:00, 2026-11-15T00:00, true"
  })
  void days_and_hours(String hours, LocalDateTime at, boolean on) {
    assertThat(onDuty(shift(hours, null, null), at)).isEqualTo(on);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "09:00-19:00",
        "Xxx 09:00-19:00",
        "Sun-Fri 9-19",
        "Monster 09:00-19:00",
        "Sun 25:00-07:00",
        ""
      })
  void what_are_no_hours(String text) {
    assertThat(Hours.of(text)).isEmpty();
  }

  /** A night shift belongs to the day on which it begins. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-13T23:00, false",
    "2026-11-14T05:00, false",
    "2026-11-14T20:00, true",
    "2026-11-16T06:00, true",
    "2026-11-16T20:00, false"
  })
  void from_one_day_to_another(LocalDateTime at, boolean on) {
    var shift =
        shift("Sun-Sat 19:00-07:00", LocalDate.parse("2026-11-14"), LocalDate.parse("2026-11-15"));

    assertThat(onDuty(shift, at)).isEqualTo(on);
  }

  @Test
  void each_role_has_its_own() {
    var rota =
        new Rota(
            List.of(
                new Shift("operations", "BIKRAM", hours("Sun-Sat 07:00-15:00"), null, null),
                new Shift("operations", "SUNITA", hours("Sun-Sat 14:00-22:00"), null, null),
                new Shift("manager", "ANITA", hours("Sun-Sat 00:00-24:00"), null, null)));
    var noon = LocalDateTime.parse("2026-11-10T14:30").atZone(KATHMANDU).toInstant();

    assertThat(rota.onDuty("operations", noon, KATHMANDU)).isEqualTo(Set.of("BIKRAM", "SUNITA"));
    assertThat(rota.onDuty("manager", noon, KATHMANDU)).isEqualTo(Set.of("ANITA"));
    assertThat(rota.onDuty("sales", noon, KATHMANDU)).isEmpty();
  }

  @Test
  void the_words_of_an_audience() {
    assertThat(Rota.onDutyOf("operations")).isEqualTo("operations_on_duty");
    assertThat(Rota.audience("operations_on_duty")).isEqualTo("operations");
    assertThat(Rota.audience("operations")).isEqualTo("operations");
    assertThat(Rota.isOnDuty("operations")).isFalse();
  }

  private static boolean onDuty(Shift shift, LocalDateTime at) {
    return !new Rota(List.of(shift))
        .onDuty("operations", at.atZone(KATHMANDU).toInstant(), KATHMANDU)
        .isEmpty();
  }

  private static Shift shift(String hours, @Nullable LocalDate from, @Nullable LocalDate until) {
    return new Shift("operations", "BIKRAM", hours(hours), from, until);
  }

  private static Hours hours(String text) {
    return Hours.of(text).orElseThrow();
  }
}
