package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.Listing.Key;
import travel.opslayer.database.Row;

/** Reads payments. */
@Singleton
final class PaymentRepository {

  private final PageRepository lists;
  private final Listing<Payment> payments;

  PaymentRepository(PageRepository lists) {
    this.lists = lists;
    payments =
        new Listing<>(
            "payments",
            """
            SELECT id, code, state, booking, kind, amount_minor, currency, expires_at,
                   (SELECT c.provider FROM payment_checkouts c WHERE c.tenant_id = a.tenant_id
                      AND c.payment_id = a.id ORDER BY c.number DESC LIMIT 1) AS provider,
                   created_at AS at
            FROM payments a WHERE tenant_id = ?
            """,
            Key.ID_OR_CODE,
            this::read);
  }

  /**
   * What a customer shall pay, once.
   *
   * @param code such as PAY-7
   * @param state link_sent, processing, paid, failed, expired or cancelled
   * @param booking code of what it is for
   * @param kind deposit, balance, full or extra
   * @param amount what is asked for
   * @param provider whose page was opened last; null while nobody has followed the link
   * @param until when the link is over
   */
  @Serdeable
  @Schema(name = "Payment")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Payment(
      UUID id,
      String code,
      String state,
      String booking,
      String kind,
      Money amount,
      @Nullable String provider,
      OffsetDateTime until,
      OffsetDateTime createdAt) {

    @Override
    public String toString() {
      return code;
    }
  }

  Page<Payment> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(payments, limit, cursor);
  }

  Payment one(String id) {
    return lists.one(payments, id);
  }

  private Payment read(Row row) {
    return new Payment(
        row.uuid("id"),
        row.text("code"),
        row.text("state"),
        row.text("booking"),
        row.text("kind"),
        new Money(row.longValue("amount_minor"), row.text("currency")),
        row.textOrNull("provider"),
        lists.time(row, "expires_at"),
        lists.time(row, "at"));
  }
}
