package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.Listing.Key;
import travel.opslayer.database.Row;

/** Reads trips. */
@Singleton
final class TripListRepository {

  private final PageRepository lists;
  private final Listing<Item> trips;

  TripListRepository(PageRepository lists) {
    this.lists = lists;
    trips =
        new Listing<>(
            "trips",
            """
            SELECT code AS id, state, departure, starts_at AS at, ends_at, started_at, ended_at,
              guests, delay_minutes
            FROM trips WHERE tenant_id = ?
            """,
            Key.CODE,
            this::item);
  }

  /**
   * A departure as the field knows it.
   *
   * @param id its code, such as TRP123
   * @param code the same
   * @param state planned, staffed, ready, in_progress, completed, cancelled or aborted
   * @param departure code
   * @param start when the first guest is picked up
   * @param startedAt when it left; null before
   * @param endedAt when it was over; null before
   * @param guests how many are expected
   * @param delayMinutes how late it is
   */
  @Serdeable
  @Schema(name = "Trip")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      String id,
      String code,
      String state,
      String departure,
      OffsetDateTime start,
      OffsetDateTime end,
      @Nullable OffsetDateTime startedAt,
      @Nullable OffsetDateTime endedAt,
      int guests,
      int delayMinutes) {}

  Page<Item> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(trips, limit, cursor);
  }

  Item one(String id) {
    return lists.one(trips, id);
  }

  private Item item(Row row) {
    return new Item(
        row.text("id"),
        row.text("id"),
        row.text("state"),
        row.text("departure"),
        lists.time(row, "at"),
        lists.time(row, "ends_at"),
        lists.timeOrNull(row, "started_at"),
        lists.timeOrNull(row, "ended_at"),
        row.integer("guests"),
        row.integer("delay_minutes"));
  }
}
