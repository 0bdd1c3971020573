package travel.opslayer.payment;

import travel.opslayer.payment.GatewayResult.Done;
import travel.opslayer.payment.GatewayResult.Rejected;

/**
 * Money that goes back.
 *
 * @param refundId ours
 * @param providerRef the provider's
 */
public record Refund(String refundId, String providerRef, Status status, Money amount) {

  /** Where it stands. */
  public enum Status {
    PENDING,
    DONE,
    FAILED
  }

  /**
   * The answer to whoever asks for this refund again; rejected when they ask for another amount.
   */
  public GatewayResult<Refund> again(Money wanted) {
    return wanted.equals(amount)
        ? new Done<>(this)
        : new Rejected<>(
            "idempotency_mismatch",
            "The refund %s was made of another amount (%s). Maybe give the new one a name of its own."
                .formatted(refundId, amount));
  }
}
