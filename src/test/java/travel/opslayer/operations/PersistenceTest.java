package travel.opslayer.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PersistenceTest {

  @Test
  void what_fails_at_the_start_is_done_once_it_can_be() {
    var tries = new AtomicInteger();

    var done = new Persistence().until(() -> failUntil(tries.incrementAndGet(), 3), Duration.ZERO);

    assertThat(done).isTrue();
    assertThat(tries).hasValue(3);
  }

  @Test
  void who_ends_meanwhile_does_not_begin_though_the_interruption_was_swallowed() {
    var persistence = new Persistence();
    var tries = new AtomicInteger();

    var done =
        persistence.until(
            () -> {
              if (tries.incrementAndGet() == 2) {
                persistence.end();
              }
              failUntil(1, 2);
            },
            Duration.ZERO);

    assertThat(done).isFalse();
    assertThat(tries).hasValue(2);
  }

  private static void failUntil(int now, int good) {
    if (now < good) {
      throw new IllegalStateException("The database is away.");
    }
  }
}
