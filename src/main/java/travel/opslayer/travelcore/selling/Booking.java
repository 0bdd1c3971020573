package travel.opslayer.travelcore.selling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seats that somebody has, and what they cost.
 *
 * @param code such as BK-2041
 * @param revision of the quote that was accepted; null without a quote
 * @param state on_hold, pending, confirmed, redeemed, cancelled, expired, rejected
 * @param hold its seats
 * @param heldUntil when its seats are free again, while it is on hold
 * @param extended how often its hold was made longer by wish
 * @param extendedBy by how much in all
 * @param graced was it made longer because a payment was on its way?
 * @param termsOn the day whose terms were accepted; no change of the booking changes it
 * @param version goes up with every change
 * @param soldBy direct, or the agency that sold it and has its own terms, such as viator
 */
public record Booking(
    UUID id,
    String code,
    @Nullable UUID lead,
    @Nullable UUID quote,
    @Nullable UUID revision,
    UUID person,
    String departure,
    int party,
    String state,
    UUID hold,
    Instant heldUntil,
    int extended,
    Duration extendedBy,
    boolean graced,
    long totalMinor,
    long depositMinor,
    String currency,
    LocalDate termsOn,
    Instant createdAt,
    int version,
    String soldBy) {

  public static final String ON_HOLD = "on_hold";
  public static final String PENDING = "pending";
  public static final String CONFIRMED = "confirmed";
  public static final String REDEEMED = "redeemed";
  public static final String CANCELLED = "cancelled";
  public static final String EXPIRED = "expired";
  public static final String REJECTED = "rejected";

  /** Sold by the company itself. */
  public static final String DIRECT = "direct";

  /** The states in which its price is not in the ledger yet. */
  public static final Set<String> UNCHARGED = Set.of(ON_HOLD, PENDING, EXPIRED, REJECTED);

  /** The states in which it has no seats. */
  public static final Set<String> ENDED = Set.of(CANCELLED, EXPIRED, REJECTED);

  /** Its state by the clock: without its seats it is expired, whether or not anybody says so. */
  public String stateAt(Instant now) {
    return state.equals(ON_HOLD) && !heldUntil.isAfter(now) ? EXPIRED : state;
  }
}
