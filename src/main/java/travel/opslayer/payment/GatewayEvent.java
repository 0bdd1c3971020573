package travel.opslayer.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hint that something may have changed at the provider. It holds neither amount nor state on
 * purpose: events come twice, late and in any order, so what is true is asked of the provider.
 *
 * @param id the same for every delivery of the same event
 * @param paymentId our payment, as far as the event tells
 * @param providerRef the checkout, as far as the event tells
 * @param paymentRef what was paid, as far as the event tells; often all that a refund has
 */
public record GatewayEvent(
    String id,
    Kind kind,
    @Nullable String paymentId,
    @Nullable String providerRef,
    @Nullable String paymentRef,
    Instant createdAt)
    implements Verdict {

  /** What it is about. */
  public enum Kind {
    PAID,
    PROCESSING,
    PARTIALLY_PAID,
    FAILED,
    EXPIRED,
    CANCELLED,
    REFUND,
    DISPUTE,
    /** Nothing that we need, or something that the provider has invented since. */
    OTHER
  }
}
