package travel.opslayer.payment.bundled;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.payment.GatewayResult;
import travel.opslayer.payment.GatewayResult.Done;
import travel.opslayer.payment.GatewayResult.Rejected;
import travel.opslayer.payment.GatewayState;
import travel.opslayer.payment.GatewayState.Status;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.PaymentWish;
import travel.opslayer.payment.Refund;

/** The pages that the gateway of the sandbox has opened. */
@Singleton
public final class SandboxCheckoutsRepository {

  /** A page, as whoever pays on it sees it. */
  public record Shown(String description, Money amount, String status, String returnUrl) {

    @Override
    public String toString() {
      return status;
    }
  }

  void open(Sql sql, PaymentWish wish) {
    sql.update(
        """
        INSERT INTO sandbox_checkouts (ref, payment, minor, currency, paid_in, described,
          return_url, expires_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        wish.key(),
        wish.paymentId(),
        wish.price().minor(),
        wish.price().currency(),
        wish.price().currency(),
        wish.description(),
        wish.returnUrl().toString(),
        wish.expiresAt());
  }

  Optional<GatewayState> find(Sql sql, String ref, Instant now) {
    return sql.one(
        """
        SELECT ref, payment, minor, currency, paid_minor, paid_in, refunded,
          CASE WHEN status = 'open' AND expires_at <= ? THEN 'expired' ELSE status END AS status
        FROM sandbox_checkouts WHERE ref = ?
        """,
        SandboxCheckoutsRepository::state,
        now,
        ref);
  }

  public Optional<Shown> shown(Sql sql, String ref) {
    return sql.one(
        """
        SELECT described, minor, currency, status, return_url FROM sandbox_checkouts
        WHERE ref = ?
        """,
        row ->
            new Shown(
                row.text("described"),
                new Money(row.longValue("minor"), row.text("currency")),
                row.text("status"),
                row.text("return_url")),
        ref);
  }

  /** The page that a test has given this name. */
  public Optional<String> named(Sql sql, String name) {
    return sql.one(
        "SELECT ref FROM sandbox_checkouts WHERE name = ?", row -> row.text("ref"), name);
  }

  public void name(Sql sql, String ref, String name) {
    sql.update("UPDATE sandbox_checkouts SET name = ? WHERE ref = ?", name, ref);
  }

  /** From open or processing; what is paid, closed or over stays so. */
  public boolean move(Sql sql, String ref, String status) {
    return sql.update(
            """
            UPDATE sandbox_checkouts SET status = ?
            WHERE ref = ? AND status IN ('open', 'processing', 'failed')
              AND NOT (status = 'failed' AND ?::text = 'processing')
            """,
            status,
            ref,
            status)
        > 0;
  }

  /** Money came, even for a page that was thought to be over: providers do that. */
  public void pay(Sql sql, String ref, @Nullable Money other) {
    sql.update(
        """
        UPDATE sandbox_checkouts SET status = 'paid', paid_minor = coalesce(?, minor),
          paid_in = coalesce(?, currency)
        WHERE ref = ? AND status NOT IN ('paid', 'refunded')
        """,
        other == null ? null : other.minor(),
        other == null ? null : other.currency(),
        ref);
  }

  GatewayResult<Refund> refund(Sql sql, String id, String ref, Money amount) {
    var before =
        sql.one(
            "SELECT minor FROM sandbox_refunds WHERE id = ?", row -> row.longValue("minor"), id);
    var refund = new Refund(id, "re_" + id, Refund.Status.DONE, amount);
    if (before.isPresent()) {
      return new Refund(
              id, "re_" + id, Refund.Status.DONE, new Money(before.get(), amount.currency()))
          .again(amount);
    }
    var given =
        sql.update(
            """
            UPDATE sandbox_checkouts SET refunded = refunded + ?,
              status = CASE WHEN refunded + ? = paid_minor THEN 'refunded' ELSE status END
            WHERE ref = ? AND paid_in = ? AND refunded + ? <= paid_minor
            """,
            amount.minor(),
            amount.minor(),
            ref,
            amount.currency(),
            amount.minor());
    if (given == 0) {
      return new Rejected<>("too_much", "There is not so much to give back.");
    }
    sql.update(
        "INSERT INTO sandbox_refunds (id, ref, minor) VALUES (?, ?, ?)", id, ref, amount.minor());
    return new Done<>(refund);
  }

  private static GatewayState state(Row row) {
    var paidIn = row.text("paid_in");
    var paid = row.longValue("paid_minor");
    return new GatewayState(
        row.text("ref"),
        row.text("payment"),
        Status.valueOf(row.text("status").toUpperCase(Locale.ROOT)),
        new Money(row.longValue("minor"), row.text("currency")),
        new Money(paid, paidIn),
        new Money(row.longValue("refunded"), paidIn),
        paid == 0 ? null : row.text("ref"));
  }
}
