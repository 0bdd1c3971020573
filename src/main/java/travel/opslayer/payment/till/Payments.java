package travel.opslayer.payment.till;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Sql;
import travel.opslayer.payment.Checkout;
import travel.opslayer.payment.Money;

/** What customers shall pay, and the links to it. Whether something was paid, providers say. */
@Singleton
public final class Payments {

  private static final String URL = "payment_checkouts.url";

  private final PaymentRepository rows;
  private final AttemptRepository attempts;
  private final Vault vault;

  Payments(PaymentRepository rows, AttemptRepository attempts, Vault vault) {
    this.attempts = attempts;
    this.rows = rows;
    this.vault = vault;
  }

  /**
   * What shall be paid.
   *
   * @param kind deposit, balance, full, extra
   * @param lane of the contact who hears what becomes of it, in hex
   * @param description as the customer reads it on the provider's page
   */
  public record Request(
      String booking,
      UUID person,
      String lane,
      String kind,
      Money amount,
      String description,
      String language,
      Instant expiresAt) {

    @Override
    public String toString() {
      return kind + " of " + booking;
    }
  }

  /**
   * A payment and the path of its link, such as /p/….
   *
   * @param path never to be logged: whoever has it can open the page
   */
  public record Asked(Payment payment, String path) {

    @Override
    public String toString() {
      return payment.toString();
    }
  }

  /** The same id again is the same payment with the same link. */
  public Asked ask(Sql sql, int tenant, UUID id, Request request, Instant now) {
    var token = token(tenant, id);
    var payment = rows.ask(sql, tenant, id, request, index(tenant, token), now);
    return new Asked(payment, "/p/" + token);
  }

  /** The same link once more. */
  public Asked again(int tenant, Payment payment) {
    return new Asked(payment, "/p/" + token(tenant, payment.id()));
  }

  /** Made of the id with a key that only we have: nobody guesses it, and no table holds it. */
  private String token(int tenant, UUID id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(vault.index(tenant, "payment link", id.toString()));
  }

  private byte[] index(int tenant, String token) {
    return vault.index(tenant, "payment token", token);
  }

  /** The payment that a link is for. */
  public Optional<Payment> byToken(Sql sql, int tenant, String token) {
    return rows.byLink(sql, tenant, index(tenant, token));
  }

  public List<Payment> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return rows.byCodes(sql, tenant, codes);
  }

  public Optional<Payment> byCode(Sql sql, int tenant, String code) {
    return rows.byCodes(sql, tenant, List.of(code)).stream().findFirst();
  }

  public List<Payment> ofBooking(Sql sql, int tenant, String booking) {
    return rows.ofBookings(sql, tenant, List.of(booking));
  }

  /** In the order of opening. */
  public List<Attempt> attempts(Sql sql, int tenant, Payment payment) {
    return attempts.attempts(sql, tenant, payment);
  }

  /** A page is being opened: written down before the provider is asked. */
  Attempt open(Sql sql, int tenant, Payment payment, String provider, Instant until, Instant now) {
    return attempts.open(sql, tenant, payment, provider, until, now);
  }

  void opened(Sql sql, int tenant, Payment payment, Attempt attempt, Checkout checkout) {
    attempts.opened(
        sql,
        tenant,
        payment,
        attempt,
        checkout,
        vault.seal(tenant, URL, checkout.url().toString()));
  }

  /** The page of an attempt, while it can be paid on. */
  Optional<URI> page(Sql sql, int tenant, Payment payment, Attempt attempt) {
    return attempts
        .url(sql, tenant, payment, attempt)
        .map(it -> URI.create(vault.openText(tenant, URL, it)));
  }

  /** A turn has acted upon what the provider says. */
  public void noted(Sql sql, int tenant, Payment payment, Attempt attempt) {
    attempts.noted(sql, tenant, payment, attempt);
  }

  /** Its link is good until then. */
  public Payment longer(Sql sql, int tenant, Payment payment, Instant until) {
    return rows.longer(sql, tenant, payment, until);
  }

  /** In this state now, when nobody else has changed it in the meantime. */
  public Payment move(Sql sql, int tenant, Payment payment, String state) {
    return rows.move(sql, tenant, payment, state);
  }
}
