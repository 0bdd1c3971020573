package travel.opslayer.payment.till;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import travel.opslayer.payment.GatewayState;
import travel.opslayer.payment.Money;

/**
 * A page that was opened for a payment, and what its provider says became of it.
 *
 * @param payment code of the payment
 * @param number from 1, in the order of opening
 * @param key by which the provider knows that it is the same wish
 * @param expiresAt when the page should close, as it was wished
 * @param status new, then as {@link GatewayState.Status} in small letters
 * @param paid what was taken; nothing before
 * @param paymentRef the provider's name for what was paid
 * @param noted the status that a turn has acted upon
 */
public record Attempt(
    String payment,
    int number,
    String provider,
    String key,
    Instant expiresAt,
    @Nullable String providerRef,
    String status,
    @Nullable Money paid,
    @Nullable String paymentRef,
    String noted) {

  /** As timers and choices name it: PAY-7.1. */
  public String code() {
    return payment + "." + number;
  }

  /** Has it changed since a turn took note of it? */
  public boolean isNews() {
    return !status.equals(noted);
  }

  public boolean isPaid() {
    return status.equals(GatewayState.Status.PAID.word());
  }
}
