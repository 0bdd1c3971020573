package travel.opslayer.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

  private static final Instant SATURDAY = Instant.parse("2026-11-14T12:00:00Z");

  private final Parameters parameters =
      new Parameters(Map.of("P-OFFICE", "Sun-Fri 09:00-19:00", "P-BURST", "2 min", "P-X", "soon"));

  @Test
  void a_length_of_time_is_as_staff_wrote_it_or_as_usual() {
    var usual = Duration.ofSeconds(4);

    assertThat(parameters.duration("P-BURST", usual)).isEqualTo(Duration.ofMinutes(2));
    assertThat(parameters.duration("P-BURST-STAFF", usual)).isEqualTo(usual);
    assertThat(parameters.duration("P-X", usual)).isEqualTo(usual);
  }

  @Test
  void the_office_keeps_the_hours_that_staff_wrote_or_never_closes() {
    assertThat(parameters.office(ZoneOffset.UTC).isOpen(SATURDAY)).isFalse();
    assertThat(new Parameters(Map.of()).office(ZoneOffset.UTC).isOpen(SATURDAY)).isTrue();
  }

  @Test
  void what_nobody_could_read_is_told_to_its_author() {
    assertThat(Parameters.advice("P-OFFICE", "9 to 7"))
        .hasValueSatisfying(it -> assertThat(it).contains("Sun-Fri 09:00-19:00"));
    assertThat(Parameters.advice("P-BURST", "4 sekunden")).isPresent();
    assertThat(Parameters.advice("P-BURST-STAFF", "a second")).isPresent();
    assertThat(Parameters.advice("P-BURST-GREETING", "twelve")).isPresent();
    assertThat(Parameters.advice("P-BURST", "4 s")).isEmpty();
    assertThat(Parameters.advice("P-DEPOSIT", "30 %")).isEmpty();
  }
}
