package travel.opslayer.payment.bundled;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import travel.opslayer.database.Database;
import travel.opslayer.payment.Checkout;
import travel.opslayer.payment.GatewayResult;
import travel.opslayer.payment.GatewayResult.Done;
import travel.opslayer.payment.GatewayResult.Rejected;
import travel.opslayer.payment.GatewayState;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.PaymentGateway;
import travel.opslayer.payment.PaymentWish;
import travel.opslayer.payment.Refund;
import travel.opslayer.payment.Verdict;

/** A provider that lives in our own database, so that everything can be tried without money. */
@Singleton
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
public final class BundledGateway implements PaymentGateway {

  public static final String NAME = "bundled";

  private final SandboxCheckoutsRepository rows;
  private final Database database;
  private final InstantSource clock;

  BundledGateway(SandboxCheckoutsRepository rows, Database database, InstantSource clock) {
    this.rows = rows;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String provider() {
    return NAME;
  }

  @Override
  public Duration shortest() {
    return Duration.ofMinutes(15);
  }

  @Override
  public Duration longest() {
    return Duration.ofHours(24);
  }

  @Override
  public GatewayResult<Checkout> createCheckout(PaymentWish wish) {
    return new Done<>(
        database.global(
            sql -> {
              rows.open(sql, wish);
              return new Checkout(
                  wish.key(),
                  wish.returnUrl().resolve("/sandbox/pay/" + wish.key()),
                  wish.expiresAt());
            }));
  }

  @Override
  public GatewayResult<GatewayState> fetch(String providerRef) {
    return database
        .global(sql -> rows.find(sql, providerRef, clock.instant()))
        .<GatewayResult<GatewayState>>map(Done::new)
        .orElseGet(() -> new Rejected<>("unknown", "Nobody has opened such a page."));
  }

  @Override
  public GatewayResult<GatewayState> cancel(String providerRef) {
    return database.global(
        sql ->
            rows.move(sql, providerRef, "cancelled")
                ? fetch(providerRef)
                : new Rejected<>("paid", "Somebody has paid, or it is closed."));
  }

  @Override
  public GatewayResult<Refund> refund(String refundId, String paymentRef, Money amount) {
    return database.global(sql -> rows.refund(sql, refundId, paymentRef, amount));
  }

  /** Nobody calls its webhook: the sandbox's own door takes its place. */
  @Override
  public Verdict verify(Map<String, String> headers, byte[] body, Instant now) {
    return new Verdict.Forged();
  }
}
