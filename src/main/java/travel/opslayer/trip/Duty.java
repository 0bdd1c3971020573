package travel.opslayer.trip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A colleague's work on a trip, from the offer to the check-out.
 *
 * @param code such as AS-12
 * @param trip code
 * @param role lead, assistant, driver
 * @param state proposed, offered, accepted, declined, lapsed, checked_in, checked_out, removed
 * @param respondBy until when an offer can be said yes to; null when it was not offered
 * @param payMinor in minor units of {@code currency}; null when nothing was said
 * @param checkedInAt when it happened, which may be before it was known
 * @param version goes up with every change
 */
public record Duty(
    UUID id,
    String code,
    String trip,
    UUID person,
    String role,
    String state,
    Instant startsAt,
    Instant endsAt,
    @Nullable Instant respondBy,
    @Nullable Long payMinor,
    @Nullable String currency,
    @Nullable Instant checkedInAt,
    @Nullable Instant checkedOutAt,
    int version) {

  public static final String LEAD = "lead";
  public static final String ASSISTANT = "assistant";
  public static final String DRIVER = "driver";

  public static final String PROPOSED = "proposed";
  public static final String OFFERED = "offered";
  public static final String ACCEPTED = "accepted";
  public static final String DECLINED = "declined";
  public static final String LAPSED = "lapsed";
  public static final String CHECKED_IN = "checked_in";
  public static final String CHECKED_OUT = "checked_out";
  public static final String REMOVED = "removed";

  /** Do they work on it, or will they? */
  public boolean isTheirs() {
    return state.equals(ACCEPTED) || state.equals(CHECKED_IN);
  }
}
