package travel.opslayer.trip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nobody has heard from the crew of a trip for long.
 *
 * @param code such as W-5
 * @param state open, runner_sent, runner_out (heard again while somebody is on the way), closed
 * @param heardAt when they were heard last before it was opened
 * @param runnerAt when somebody was sent to look; null when nobody was
 * @param version goes up with every change
 */
public record ContactWatch(
    UUID id,
    String code,
    String trip,
    String state,
    Instant heardAt,
    Instant openedAt,
    @Nullable Instant runnerAt,
    @Nullable UUID runnerBy,
    int version) {

  public static final String RUNNER_SENT = "runner_sent";
  public static final String RUNNER_OUT = "runner_out";
  public static final String CLOSED = "closed";
}
