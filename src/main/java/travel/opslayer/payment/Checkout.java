package travel.opslayer.payment;

import java.net.URI;
import java.time.Instant;

/**
 * A page of the provider where one payment can be made once.
 *
 * @param providerRef the provider's name for it
 * @param expiresAt when the provider closes it: this counts, not what was wished
 */
public record Checkout(String providerRef, URI url, Instant expiresAt) {

  /** Never the address: whoever has it can open the page. */
  @Override
  public String toString() {
    return "checkout " + providerRef;
  }
}
