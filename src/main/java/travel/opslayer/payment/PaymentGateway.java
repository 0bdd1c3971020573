package travel.opslayer.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A provider of payments.
 *
 * <p>Each of the four calls may be asked again with the same arguments, as often as needed: what is
 * done is done once. After {@link GatewayResult.Unknown} that, or an event, tells what became of
 * it; nothing here repeats a call by itself.
 *
 * <p>A webhook is verified, kept as it came under its provider and {@link GatewayEvent#id}, and
 * only then answered. Later {@link #fetch} says what to decide by.
 */
public interface PaymentGateway {

  /** Its name in addresses and records, such as stripe. */
  String provider();

  /** The shortest time from now that a checkout can be open; the provider refuses less. */
  Duration shortest();

  /** The longest. */
  Duration longest();

  /**
   * Opens a page to pay on. Asked again with the same wish, it is the same page, open or not.
   *
   * <p>When nobody ever learns its address, such as after the provider's fault, nobody pays on it:
   * another key makes another page.
   */
  GatewayResult<Checkout> createCheckout(PaymentWish wish);

  GatewayResult<GatewayState> fetch(String providerRef);

  /**
   * Closes the page. Done: nobody can pay on it any more, and nobody has; rejected with the code
   * {@code paid}: somebody has.
   */
  GatewayResult<GatewayState> cancel(String providerRef);

  /** Gives money back. Asked again with the same id, it tells how that refund stands by now. */
  GatewayResult<Refund> refund(String refundId, String paymentRef, Money amount);

  /**
   * Is a call to our webhook the provider's, and what is it about?
   *
   * @param headers with names in lower case
   * @param body the bytes as they came
   */
  Verdict verify(Map<String, String> headers, byte[] body, Instant now);
}
