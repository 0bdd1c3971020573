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

/** Reads bookings. */
@Singleton
final class BookingRepository {

  private final PageRepository lists;
  private final Listing<Booking> bookings;

  BookingRepository(PageRepository lists) {
    this.lists = lists;
    bookings =
        new Listing<>(
            "bookings",
            """
            SELECT b.id, b.code, b.state, b.person_id, p.name, d.product, b.departure, b.party,
                   l.owner_id, l.code AS lead, b.total_minor, b.currency, b.created_at AS at,
                   CASE WHEN b.state = 'on_hold' THEN h.until END AS hold_until,
                   (SELECT coalesce(sum(CASE e.kind WHEN 'payment' THEN e.amount_minor
                        ELSE -e.amount_minor END), 0)::bigint
                      FROM core.ledger e WHERE e.tenant_id = b.tenant_id AND e.booking_id = b.id
                        AND e.kind IN ('payment', 'refund')) AS paid_minor
            FROM core.bookings b
            JOIN core.departures d ON d.tenant_id = b.tenant_id AND d.code = b.departure
            JOIN core.holds h ON h.tenant_id = b.tenant_id AND h.id = b.hold_id
            LEFT JOIN core.leads l ON l.tenant_id = b.tenant_id AND l.id = b.lead_id
            LEFT JOIN people p ON p.tenant_id = b.tenant_id AND p.id = b.person_id
            WHERE b.tenant_id = ?
            """,
            Key.ID_OR_CODE,
            this::read);
  }

  /**
   * Seats that a customer has, or had.
   *
   * @param code such as BK-2041
   * @param state on_hold, pending, confirmed, redeemed, cancelled, expired or rejected
   * @param person id of the customer
   * @param name of the customer
   * @param product code
   * @param departure code
   * @param party how many seats
   * @param owner id of the colleague who looks after it
   * @param lead code of the lead; null without one
   * @param total its price
   * @param paid what came and did not go back
   * @param holdUntil when its seats are free again; null unless it is on hold
   */
  @Serdeable
  @Schema(name = "Booking")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Booking(
      UUID id,
      String code,
      String state,
      UUID person,
      @Nullable String name,
      String product,
      String departure,
      int party,
      @Nullable UUID owner,
      @Nullable String lead,
      Money total,
      Money paid,
      @Nullable OffsetDateTime holdUntil,
      OffsetDateTime createdAt) {

    @Override
    public String toString() {
      return code;
    }
  }

  Page<Booking> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(bookings, limit, cursor);
  }

  Booking one(String id) {
    return lists.one(bookings, id);
  }

  private Booking read(Row row) {
    return new Booking(
        row.uuid("id"),
        row.text("code"),
        row.text("state"),
        row.uuid("person_id"),
        lists.open("people.name", row.bytesOrNull("name")),
        row.text("product"),
        row.text("departure"),
        row.integer("party"),
        row.uuidOrNull("owner_id"),
        row.textOrNull("lead"),
        new Money(row.longValue("total_minor"), row.text("currency")),
        new Money(row.longValue("paid_minor"), row.text("currency")),
        lists.timeOrNull(row, "hold_until"),
        lists.time(row, "at"));
  }
}
