package travel.opslayer.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "30 s, PT30S",
    "5 min, PT5M",
    "5MIN, PT5M",
    "1 minute, PT1M",
    "2h, PT2H",
    "12 Hours, PT12H",
    "3 days, PT72H",
    "1 week, PT168H",
    "0 min, PT0S"
  })
  void what_staff_write_is_a_length_of_time(String typed, Duration expected) {
    assertThat(Durations.of(typed)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "min", "5 m", "-5 min", "1.5 h", "99999 min", "5 min later", ""})
  void what_could_mean_anything_is_none(String typed) {
    assertThat(Durations.of(typed)).isEmpty();
  }

  @Test
  void parts_follow_each_other_from_the_largest_to_the_smallest() {
    assertThat(Durations.of("1 h 30 min")).contains(Duration.ofMinutes(90));
    assertThat(Durations.of("1 day 2h30min")).contains(Duration.ofMinutes(26 * 60 + 30));
    assertThat(Durations.of("30 min 1 h")).isEmpty();
    assertThat(Durations.of("1 h 1 h")).isEmpty();
  }

  @Test
  void a_delay_may_count_from_when_the_office_opens() {
    assertThat(Durations.ofDelay("15 min after opening")).contains(Duration.ofMinutes(15));
    assertThat(Durations.isAfterOpening("15 min after opening")).isTrue();
    assertThat(Durations.isAfterOpening("15 min")).isFalse();
    assertThat(Durations.ofDelay("after opening")).isEmpty();
  }
}
