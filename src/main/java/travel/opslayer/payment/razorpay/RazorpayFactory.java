package travel.opslayer.payment.razorpay;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;
import travel.opslayer.payment.PaymentGateway;
import travel.opslayer.settings.Settings;

/** Razorpay, where the operator has named it. */
@Factory
final class RazorpayFactory {

  @Singleton
  @Requires(property = "opslayer.payments", value = "razorpay")
  PaymentGateway razorpay(Settings settings) {
    var payments = settings.payments();
    return new RazorpayGateway(
        new RazorpaySettings(
            payments.razorpayKeyId(),
            payments.razorpayKey(),
            payments.razorpaySecrets(),
            payments.razorpayUrl()),
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build());
  }
}
