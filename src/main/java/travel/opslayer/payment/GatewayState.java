package travel.opslayer.payment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a checkout stands with the provider, as it says itself when it is asked.
 *
 * @param paymentId the payment that the provider has it for; null when it does not know one of ours
 * @param asked what the page asks for
 * @param paid what was taken for it; nothing before
 * @param refunded how much of it went back
 * @param paymentRef the provider's name for what was paid, to refund it by; null before
 */
public record GatewayState(
    String providerRef,
    @Nullable String paymentId,
    Status status,
    Money asked,
    Money paid,
    Money refunded,
    @Nullable String paymentRef) {

  /** Where it stands. */
  public enum Status {
    OPEN,
    /** The customer has done their part; the money is on its way or not. */
    PROCESSING,
    PAID,
    PARTIALLY_PAID,
    FAILED,
    EXPIRED,
    CANCELLED,
    /** All that was paid went back. */
    REFUNDED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** May money still come in? */
    public boolean canBePaid() {
      return this == OPEN || this == PROCESSING || this == PARTIALLY_PAID;
    }
  }

  /**
   * Was exactly this paid for exactly this payment? Whoever books money asks; a state of PAID alone
   * says only that the provider has what its page asked for.
   */
  public boolean matches(String payment, Money wanted) {
    return payment.equals(paymentId) && wanted.equals(paid);
  }
}
