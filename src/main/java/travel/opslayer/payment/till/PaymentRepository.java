package travel.opslayer.payment.till;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.database.TryAgain;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.till.Payments.Request;

/** The table {@code payments}. */
@Singleton
final class PaymentRepository {

  private static final String SELECT =
      """
      SELECT id, code, booking, person_id, lane, kind, amount_minor, currency, description,
        language, state, expires_at, checkouts, version
      FROM payments WHERE tenant_id = ?
      """;

  Payment ask(Sql sql, int tenant, UUID id, Request request, byte[] link, Instant now) {
    var before = sql.one(SELECT + "AND id = ?", PaymentRepository::payment, tenant, id);
    if (before.isPresent()) {
      return before.get();
    }
    sql.update(
        """
        INSERT INTO payments (tenant_id, id, code, booking, person_id, lane, kind, amount_minor,
          currency, description, language, state, link, expires_at, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'link_sent', ?, ?, ?)
        """,
        tenant,
        id,
        NumberRepository.next(sql, tenant, "PAY"),
        request.booking(),
        request.person(),
        HexFormat.of().parseHex(request.lane()),
        request.kind(),
        request.amount().minor(),
        request.amount().currency(),
        request.description(),
        request.language(),
        link,
        request.expiresAt(),
        now);
    return sql.list(SELECT + "AND id = ?", PaymentRepository::payment, tenant, id).getFirst();
  }

  Optional<Payment> byLink(Sql sql, int tenant, byte[] link) {
    return sql.one(SELECT + "AND link = ?", PaymentRepository::payment, tenant, link);
  }

  List<Payment> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND code = ANY(?)",
            PaymentRepository::payment,
            tenant,
            Sql.array("text", codes));
  }

  List<Payment> ofBookings(Sql sql, int tenant, Collection<String> bookings) {
    return sql.list(
        SELECT + "AND booking = ANY(?) ORDER BY created_at, code",
        PaymentRepository::payment,
        tenant,
        Sql.array("text", bookings));
  }

  Payment move(Sql sql, int tenant, Payment payment, String state) {
    return change(sql, tenant, payment, "state = ?", state);
  }

  Payment longer(Sql sql, int tenant, Payment payment, Instant until) {
    return change(sql, tenant, payment, "expires_at = ?", until);
  }

  private Payment change(Sql sql, int tenant, Payment payment, String set, Object value) {
    var changed =
        sql.update(
            "UPDATE payments SET version = version + 1, "
                + set
                + " WHERE tenant_id = ? AND id = ? AND version = ?",
            value,
            tenant,
            payment.id(),
            payment.version());
    if (changed == 0) {
      throw new TryAgain("A payment was changed by somebody else.");
    }
    return byCodes(sql, tenant, List.of(payment.code())).getFirst();
  }

  private static Payment payment(Row row) {
    return new Payment(
        row.uuid("id"),
        row.text("code"),
        row.text("booking"),
        row.uuid("person_id"),
        HexFormat.of().formatHex(row.bytes("lane")),
        row.text("kind"),
        new Money(row.longValue("amount_minor"), row.text("currency")),
        row.text("description"),
        row.text("language"),
        row.text("state"),
        row.instant("expires_at"),
        row.integer("checkouts"),
        row.integer("version"));
  }
}
