package travel.opslayer.change;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a booking that was talked about, and is done at most once.
 *
 * @param code such as CH-7
 * @param booking code
 * @param bookingVersion of the booking for which the sums were worked out
 * @param person its customer
 * @param departure code of where they would move; null while there is none
 * @param party for how many of its seats
 * @param refundMinor what they were told that comes back when they give the seats up
 * @param feeMinor what they were told that stays with the company then
 * @param totalMinor what they were told that the booking costs when it is moved
 * @param granted what somebody has allowed beyond the terms: move, refund; null for nothing
 * @param state open, done, withdrawn
 * @param until when it is talked about no longer
 * @param version goes up with every change of what is talked about
 */
public record Change(
    UUID id,
    String code,
    String booking,
    int bookingVersion,
    UUID person,
    @Nullable String departure,
    int party,
    long refundMinor,
    long feeMinor,
    long totalMinor,
    @Nullable String granted,
    String state,
    Instant until,
    int version) {

  public static final String OPEN = "open";
  public static final String DONE = "done";
  public static final String WITHDRAWN = "withdrawn";
  public static final String OVER = "over";

  public static final String GRANTED_MOVE = "move";
  public static final String GRANTED_REFUND = "refund";

  /** Another one, or another version, is not what was shown. */
  public boolean isSame(Change other) {
    return id.equals(other.id) && version == other.version;
  }

  /** Its state by the clock. */
  public String stateAt(Instant now) {
    return state.equals(OPEN) && !until.isAfter(now) ? OVER : state;
  }
}
