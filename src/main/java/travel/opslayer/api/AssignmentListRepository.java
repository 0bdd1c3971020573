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

/** Reads who works on which trip. */
@Singleton
final class AssignmentListRepository {

  private final PageRepository lists;
  private final Listing<Item> assignments;

  AssignmentListRepository(PageRepository lists) {
    this.lists = lists;
    assignments =
        new Listing<>(
            "assignments",
            """
            SELECT c.id, c.code, c.state, c.trip, t.departure, c.person_id, c.role, c.starts_at,
              c.checked_in_at, c.checked_out_at, c.created_at AS at
            FROM crew c JOIN trips t ON t.tenant_id = c.tenant_id AND t.code = c.trip
            WHERE c.tenant_id = ?
            """,
            Key.ID_OR_CODE,
            this::item);
  }

  /**
   * A colleague's work on a trip.
   *
   * @param code such as AS-12
   * @param state proposed, offered, accepted, declined, lapsed, checked_in, checked_out or removed
   * @param trip code
   * @param departure code
   * @param start of the work
   * @param person id of the colleague
   * @param role lead, assistant or driver
   * @param checkedInAt when it happened, which may be before it was known; null before
   * @param checkedOutAt null before
   */
  @Serdeable
  @Schema(name = "Assignment")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      UUID id,
      String code,
      String state,
      String trip,
      String departure,
      OffsetDateTime start,
      UUID person,
      String role,
      @Nullable OffsetDateTime checkedInAt,
      @Nullable OffsetDateTime checkedOutAt,
      OffsetDateTime createdAt) {}

  Page<Item> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(assignments, limit, cursor);
  }

  Item one(String id) {
    return lists.one(assignments, id);
  }

  private Item item(Row row) {
    return new Item(
        row.uuid("id"),
        row.text("code"),
        row.text("state"),
        row.text("trip"),
        row.text("departure"),
        lists.time(row, "starts_at"),
        row.uuid("person_id"),
        row.text("role"),
        lists.timeOrNull(row, "checked_in_at"),
        lists.timeOrNull(row, "checked_out_at"),
        lists.time(row, "at"));
  }
}
