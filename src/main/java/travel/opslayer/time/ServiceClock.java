package travel.opslayer.time;

import io.micronaut.context.annotation.Primary;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The one clock that the whole service reads. It is the machine's, unless somebody has moved it,
 * which the sandbox may and nobody else does.
 */
@Singleton
@Primary // the container has a clock of its own
public final class ServiceClock implements InstantSource {

  private final InstantSource machine;
  private volatile Duration ahead = Duration.ZERO;

  @Inject
  public ServiceClock() {
    this(Clock.systemUTC());
  }

  /** A clock that reads another one; for tests, one that stands still. */
  public ServiceClock(InstantSource machine) {
    this.machine = machine;
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead);
  }

  /** From now on it is this late, and the clock runs on from there. */
  public void moveTo(Instant now) {
    ahead = Duration.between(machine.instant(), now);
  }

  /** How far it is ahead of the machine's clock. */
  public Duration ahead() {
    return ahead;
  }
}
