package travel.opslayer.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ServiceClockTest {

  private static final Instant NOON = Instant.parse("2026-11-08T12:00:00Z");

  private final AtomicReference<Instant> machine = new AtomicReference<>(NOON);
  private final ServiceClock clock = new ServiceClock(machine::get);

  @Test
  void it_is_the_machines_until_somebody_moves_it() {
    assertThat(clock.instant()).isEqualTo(NOON);
    assertThat(clock.ahead()).isZero();
  }

  @Test
  void moved_it_runs_on_from_there() {
    clock.moveTo(Instant.parse("2027-03-15T00:00:00Z"));
    machine.set(NOON.plusSeconds(90));

    assertThat(clock.instant()).isEqualTo(Instant.parse("2027-03-15T00:01:30Z"));
  }

  @Test
  void it_can_be_moved_back_and_moved_twice() {
    clock.moveTo(NOON.minusSeconds(60));
    assertThat(clock.ahead()).isEqualTo(Duration.ofSeconds(-60));
    clock.moveTo(NOON.plusSeconds(60));
    assertThat(clock.ahead()).isEqualTo(Duration.ofSeconds(60));
  }
}
