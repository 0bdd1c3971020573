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
 * @param refunded how much of it went back, by whoever's wish, in minor units
 * @param noted what a turn has acted upon
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
    long refunded,
    Noted noted) {

  /** What a turn has acted upon; sums in minor units. */
  public record Noted(String status, long paid, long refunded) {}

  /** As timers and choices name it: PAY-7.1. */
  public String code() {
    return payment + "." + number;
  }

  /** Has it changed since a turn took note of it? */
  public boolean isNews() {
    return !new Noted(status, paidMinor(), refunded).equals(noted);
  }

  /** All that was taken, in minor units. */
  public long paidMinor() {
    return paid == null ? 0 : paid.minor();
  }

  /** What was taken since a turn took note of it: a page may be paid in parts. */
  public long freshMinor() {
    return paidMinor() - noted.paid();
  }

  /** What is new about it, in a word; a part that went back is one too. */
  public String news() {
    return freshMinor() == 0 && refunded > noted.refunded()
        ? GatewayState.Status.REFUNDED.word()
        : status;
  }

  public boolean isPaid() {
    return status.equals(GatewayState.Status.PAID.word());
  }
}
