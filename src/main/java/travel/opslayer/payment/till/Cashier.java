package travel.opslayer.payment.till;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.database.Database;
import travel.opslayer.payment.Checkout;
import travel.opslayer.payment.GatewayResult.Done;
import travel.opslayer.payment.PaymentGateway;
import travel.opslayer.payment.PaymentWish;
import travel.opslayer.settings.Settings;
import travel.opslayer.tenant.Tenant;
import travel.opslayer.tenant.Tenants;

/**
 * Opens a fresh page of the provider for whoever follows one of our links: pages live for hours,
 * links for as long as the seats are held. Never within a transaction: a provider may be slow.
 */
@Singleton
public final class Cashier {

  private static final Logger LOG = LoggerFactory.getLogger(Cashier.class);

  private final Payments payments;
  private final Gateways gateways;
  private final Database database;
  private final Tenants tenants;
  private final InstantSource clock;
  private final URI home;

  Cashier(
      Payments payments,
      Gateways gateways,
      Database database,
      Tenants tenants,
      InstantSource clock,
      Settings settings) {
    this.payments = payments;
    this.gateways = gateways;
    this.database = database;
    this.tenants = tenants;
    this.clock = clock;
    this.home = settings.payments().publicUrl();
  }

  /** What follows a link; the language is that of the customer. */
  public sealed interface Opened {

    /** The page to pay on. */
    record Page(URI url) implements Opened {

      @Override
      public String toString() {
        return "page";
      }
    }

    /** Nobody has such a link. */
    record Nothing() implements Opened {}

    /** It is paid. */
    record Paid(String language) implements Opened {}

    /** Its time is over, or it is not wanted any more. */
    record Over(String language) implements Opened {}

    /** The provider does not answer now. */
    record Later(String language) implements Opened {}
  }

  public Opened open(String token) {
    for (var tenant : tenants.all()) {
      var payment = database.read(tenant.id(), sql -> payments.byToken(sql, tenant.id(), token));
      if (payment.isPresent()) {
        return open(tenant, payment.get(), token);
      }
    }
    return new Opened.Nothing();
  }

  /** Of a payment the page of an attempt of its own, such as for a test that pays twice. */
  public Optional<Attempt> fresh(String token) {
    for (var tenant : tenants.all()) {
      var payment = database.read(tenant.id(), sql -> payments.byToken(sql, tenant.id(), token));
      if (payment.isPresent()) {
        return gateways.first().flatMap(it -> ask(tenant, payment.get(), it, token));
      }
    }
    return Optional.empty();
  }

  private Opened open(Tenant tenant, Payment payment, String token) {
    if (payment.state().equals(Payment.PAID)) {
      return new Opened.Paid(payment.language());
    }
    if (!payment.isOpen() || !payment.expiresAt().isAfter(clock.instant())) {
      return new Opened.Over(payment.language());
    }
    var gateway = gateways.first();
    if (gateway.isEmpty()) {
      LOG.error("A customer wants to pay and no provider of payments is set (OPSLAYER_PAYMENTS).");
      return new Opened.Later(payment.language());
    }
    return ask(tenant, payment, gateway.get(), token)
        .flatMap(
            it -> database.read(tenant.id(), sql -> payments.page(sql, tenant.id(), payment, it)))
        .<Opened>map(Opened.Page::new)
        .orElseGet(() -> new Opened.Later(payment.language()));
  }

  /** Written down, asked for, written down: what is lost in between is found by its key. */
  private Optional<Attempt> ask(
      Tenant tenant, Payment payment, PaymentGateway gateway, String token) {
    var until = until(payment, gateway);
    var attempt =
        database.write(
            tenant.id(),
            sql ->
                payments.open(
                    sql, tenant.id(), payment, gateway.provider(), until, clock.instant()));
    var wish =
        new PaymentWish(
            payment.code(),
            attempt.key(),
            payment.amount(),
            payment.description(),
            attempt.expiresAt(),
            payment.language(),
            home.resolve("/p/" + token));
    if (gateway.createCheckout(wish) instanceof Done<Checkout>(var checkout)) {
      database.write(
          tenant.id(),
          sql -> {
            payments.opened(sql, tenant.id(), payment, attempt, checkout);
            return attempt;
          });
      return Optional.of(attempt);
    }
    return Optional.empty();
  }

  /** As long as the link is good, within what the provider takes. */
  private Instant until(Payment payment, PaymentGateway gateway) {
    var now = clock.instant();
    var least = now.plus(gateway.shortest());
    var most = now.plus(gateway.longest());
    var wished = payment.expiresAt().isBefore(least) ? least : payment.expiresAt();
    return wished.isAfter(most) ? most : wished;
  }
}
