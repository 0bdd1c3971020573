package travel.opslayer.payment.stripe;

import java.net.URI;
import java.util.List;
import travel.opslayer.payment.wire.Keys;

/**
 * One account at Stripe.
 *
 * @param secretKey lets us in
 * @param webhookSecrets sign the webhooks; two while one replaces the other
 * @param apiUrl blank: Stripe's own
 */
public record StripeSettings(String secretKey, List<String> webhookSecrets, String apiUrl) {

  public static final String STRIPE = "https://api.stripe.com";

  public StripeSettings {
    secretKey = Keys.need("Stripe's secret key", secretKey);
    webhookSecrets = Keys.needSome("Stripe's webhook secret", webhookSecrets);
    apiUrl = Keys.address("Stripe's address", apiUrl.isBlank() ? STRIPE : apiUrl).toString();
  }

  URI at(String path) {
    return URI.create(apiUrl + path);
  }

  /** Never the secrets. */
  @Override
  public String toString() {
    return "Stripe account";
  }
}
