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

/** Reads which seats are kept, for how long and for what. */
@Singleton
final class HoldListRepository {

  private final PageRepository lists;
  private final Listing<Item> holds;

  HoldListRepository(PageRepository lists) {
    this.lists = lists;
    holds =
        new Listing<>(
            "holds",
            """
            SELECT h.id, h.departure, h.party, h.state, h.purpose, b.code AS booking, h.until,
              h.created_at AS at
            FROM core.holds h
              LEFT JOIN core.bookings b ON b.tenant_id = h.tenant_id AND b.hold_id = h.id
            WHERE h.tenant_id = ?
            """,
            Key.ID,
            this::item);
  }

  /**
   * Seats of a departure that nobody else can take for a while.
   *
   * @param departure code, such as EBC-0315
   * @param party how many seats
   * @param state active, consumed when they are sold, released, or expired
   * @param purpose booking, waitlist, or operations
   * @param booking code of the booking whose seats they are
   * @param until counts while it is active
   */
  @Serdeable
  @Schema(name = "Hold")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      UUID id,
      String departure,
      int party,
      String state,
      String purpose,
      @Nullable String booking,
      OffsetDateTime until,
      OffsetDateTime createdAt) {}

  Page<Item> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(holds, limit, cursor);
  }

  Item one(String id) {
    return lists.one(holds, id);
  }

  private Item item(Row row) {
    return new Item(
        row.uuid("id"),
        row.text("departure"),
        row.integer("party"),
        row.text("state"),
        row.text("purpose"),
        row.textOrNull("booking"),
        lists.time(row, "until"),
        lists.time(row, "at"));
  }
}
