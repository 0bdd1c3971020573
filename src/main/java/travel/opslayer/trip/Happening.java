package travel.opslayer.trip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said, or the clock saw, about a trip: when it happened, and when we knew.
 *
 * @param kind a word such as check_in, arrived, headcount, started, alarm
 * @param person who says so; null for the clock
 * @param number such as how many are here; null when there is none
 * @param note in their words; null when there are none
 * @param trust {@link #SEEN}, {@link #CLAIMED} or {@link #LOW}
 * @param message that says so
 * @param withdrawn why it is not so after all, in a word; null while it is
 */
public record Happening(
    UUID id,
    String trip,
    String kind,
    @Nullable UUID person,
    @Nullable Integer number,
    @Nullable String note,
    Instant happenedAt,
    Instant knownAt,
    String trust,
    @Nullable UUID message,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawn) {

  /** By the provider's clock, or ours. */
  public static final String SEEN = "seen";

  /** Somebody says it was then. */
  public static final String CLAIMED = "claimed";

  /** Somebody says so, and it does not fit. */
  public static final String LOW = "low";

  /** Never their words: this text may reach a log. */
  @Override
  public String toString() {
    return trip + " " + kind;
  }
}
