package travel.opslayer.approval;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that others have to agree to.
 *
 * @param code such as AP-31
 * @param subject code of what it is about, such as Q-118
 * @param action what is asked, a word such as discount
 * @param content SHA-256 of what is asked, in hex: when that changes, it is another request
 * @param role whoever has it may decide
 * @param quorum how many have to agree, 1 to 5
 * @param votes how many have agreed
 * @param state pending, approved, rejected, expired, cancelled
 * @param endedAt when it left pending; null before
 * @param amountMinor what it is worth, in minor units; null where it is not about money
 * @param currency ISO 4217 of that
 * @param figure the number by which people name it, such as 10 of 10 %; null where it has none
 */
public record Approval(
    UUID id,
    String code,
    String subject,
    String action,
    String content,
    UUID requestedBy,
    String role,
    int quorum,
    int votes,
    String state,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable Long amountMinor,
    @Nullable String currency,
    @Nullable String figure) {

  public static final String PENDING = "pending";
  public static final String APPROVED = "approved";
  public static final String REJECTED = "rejected";
  public static final String EXPIRED = "expired";
  public static final String CANCELLED = "cancelled";

  /** Its state by the clock, whether or not anybody has said so. */
  public String stateAt(Instant now) {
    return state.equals(PENDING) && !expiresAt.isAfter(now) ? EXPIRED : state;
  }
}
