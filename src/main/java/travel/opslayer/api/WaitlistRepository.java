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

/** Reads waiting lists. */
@Singleton
final class WaitlistRepository {

  private final PageRepository lists;
  private final Listing<Place> places;

  WaitlistRepository(PageRepository lists) {
    this.lists = lists;
    places =
        new Listing<>(
            "waitlist",
            """
            SELECT id, code, state, departure, party, person_id, offer_until, created_at AS at
            FROM core.waitlist WHERE tenant_id = ?
            """,
            Key.ID_OR_CODE,
            this::place);
  }

  /**
   * A party that waits for seats.
   *
   * @param code such as WL-9
   * @param state waiting, offered, converted, declined, lapsed, withdrawn or expired
   * @param departure code of the departure
   * @param party how many seats
   * @param person id of who waits
   * @param until when an offer ends; null without one
   */
  @Serdeable
  @Schema(name = "WaitlistPlace")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Place(
      UUID id,
      String code,
      String state,
      String departure,
      int party,
      UUID person,
      @Nullable OffsetDateTime until,
      OffsetDateTime createdAt) {}

  Page<Place> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(places, limit, cursor);
  }

  Place one(String id) {
    return lists.one(places, id);
  }

  private Place place(Row row) {
    return new Place(
        row.uuid("id"),
        row.text("code"),
        row.text("state"),
        row.text("departure"),
        row.integer("party"),
        row.uuid("person_id"),
        lists.timeOrNull(row, "offer_until"),
        lists.time(row, "at"));
  }
}
