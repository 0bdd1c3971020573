package travel.opslayer.payment.razorpay;

import java.net.URI;
import java.util.List;
import travel.opslayer.payment.wire.Keys;

/**
 * One account at Razorpay.
 *
 * @param keyId and the secret let us in
 * @param webhookSecrets sign the webhooks; two while one replaces the other, for a day, since what
 *     is sent again keeps the signature it had
 * @param apiUrl blank: Razorpay's own
 */
public record RazorpaySettings(
    String keyId, String keySecret, List<String> webhookSecrets, String apiUrl) {

  public static final String RAZORPAY = "https://api.razorpay.com";

  public RazorpaySettings {
    keyId = Keys.need("Razorpay's key id", keyId);
    keySecret = Keys.need("Razorpay's key secret", keySecret);
    webhookSecrets = Keys.needSome("Razorpay's webhook secret", webhookSecrets);
    apiUrl = Keys.address("Razorpay's address", apiUrl.isBlank() ? RAZORPAY : apiUrl).toString();
  }

  URI at(String path) {
    return URI.create(apiUrl + path);
  }

  /** Never the secrets. */
  @Override
  public String toString() {
    return "Razorpay account";
  }
}
