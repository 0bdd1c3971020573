package travel.opslayer.payment.till;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import travel.opslayer.payment.PaymentGateway;
import travel.opslayer.settings.Settings;

/** The providers of payments that this service has accounts with. */
@Singleton
public final class Gateways {

  private final Map<String, PaymentGateway> all;
  private final String first;

  Gateways(List<PaymentGateway> gateways, Settings settings) {
    this.all =
        gateways.stream().collect(Collectors.toMap(PaymentGateway::provider, Function.identity()));
    this.first = settings.payments().provider();
  }

  public Optional<PaymentGateway> named(String provider) {
    return Optional.ofNullable(all.get(provider));
  }

  /** The one that new pages are opened with; empty when nobody can pay by link. */
  public Optional<PaymentGateway> first() {
    return named(first);
  }
}
