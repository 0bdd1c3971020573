package travel.opslayer.travelcore.selling;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A revision of a quote: what was offered never changes, only what became of it.
 *
 * @param id of the revision
 * @param quote id of the quote that it is a revision of
 * @param code of the quote, such as Q-118
 * @param revision the number by which the customer knows it, in the order of sending; 0 until then
 * @param departure code such as EBC-0315
 * @param unitMinor for one person, before the discount
 * @param discount in basis points, so 500 is 5 %
 * @param totalMinor for all, less the discount
 * @param state draft, pending_approval, approved, sent, accepted, declined, expired, superseded,
 *     withdrawn
 */
public record Quote(
    UUID id,
    UUID quote,
    String code,
    int revision,
    UUID lead,
    UUID person,
    String departure,
    int party,
    long unitMinor,
    int discount,
    long totalMinor,
    long depositMinor,
    String currency,
    Instant validUntil,
    String state) {

  public static final String DRAFT = "draft";
  public static final String PENDING_APPROVAL = "pending_approval";
  public static final String APPROVED = "approved";
  public static final String SENT = "sent";
  public static final String ACCEPTED = "accepted";
  public static final String DECLINED = "declined";
  public static final String EXPIRED = "expired";
  public static final String SUPERSEDED = "superseded";
  public static final String WITHDRAWN = "withdrawn";

  /** Revisions that were not sent are counted from here, so that nobody takes one for a number. */
  public static final int UNSENT = 1000;

  /** The states from which it can still become a booking. */
  public static final Set<String> OPEN = Set.of(DRAFT, PENDING_APPROVAL, APPROVED, SENT);

  /**
   * Its state by the clock: what was sent is expired at its time, whether or not anybody says so.
   */
  public String stateAt(Instant now) {
    return state.equals(SENT) && !isValid(now) ? EXPIRED : state;
  }

  public boolean isValid(Instant now) {
    return validUntil.isAfter(now);
  }
}
