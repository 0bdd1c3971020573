package travel.opslayer.payment.till;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.payment.Money;

/**
 * Money that shall go back to a customer.
 *
 * @param code such as RF-12
 * @param payment code of the payment whose money it is
 * @param number of the attempt
 * @param booking code
 * @param lane of the contact who hears what becomes of it, in hex
 * @param reason a word such as duplicate, late, cancelled
 * @param state asked, approved, pending, done, failed, withdrawn, rejected
 */
public record Repayment(
    UUID id,
    String code,
    String payment,
    int number,
    String booking,
    UUID person,
    String lane,
    Money amount,
    String reason,
    String state,
    @Nullable Instant endedAt) {

  public static final String ASKED = "asked";
  public static final String APPROVED = "approved";
  public static final String PENDING = "pending";
  public static final String DONE = "done";
  public static final String FAILED = "failed";
  public static final String WITHDRAWN = "withdrawn";
  public static final String REJECTED = "rejected";

  /** Why, when seats were given up. */
  public static final String CANCELLED = "cancelled";

  /** Why, when a colleague gives something back that no terms ask for. */
  public static final String GOODWILL = "goodwill";

  /** What approvals of it are called. */
  public static final String REFUND = "refund";

  /** All that matters of it, in words: whoever agrees, agrees to this. */
  public String terms() {
    return "%s %s %d %s %s".formatted(code, payment, amount.minor(), amount.currency(), reason);
  }

  /** The event that it is asked for: who has to agree is decided by itself, by its sum. */
  public static final String ASKED_EVENT = "refund_asked";

  /** Gone back, or on its way: what failed, was withdrawn or rejected is still here. */
  public boolean counts() {
    return !state.equals(FAILED) && !state.equals(WITHDRAWN) && !state.equals(REJECTED);
  }

  @Override
  public String toString() {
    return code;
  }
}
