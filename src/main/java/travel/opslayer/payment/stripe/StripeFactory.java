package travel.opslayer.payment.stripe;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;
import travel.opslayer.payment.PaymentGateway;
import travel.opslayer.settings.Settings;

/** Stripe, where the operator has named it. */
@Factory
final class StripeFactory {

  @Singleton
  @Requires(property = "opslayer.payments", value = "stripe")
  PaymentGateway stripe(Settings settings) {
    var payments = settings.payments();
    return new StripeGateway(
        new StripeSettings(payments.stripeKey(), payments.stripeSecrets(), payments.stripeUrl()),
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build());
  }
}
