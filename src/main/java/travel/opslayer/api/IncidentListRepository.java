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

/** Reads incidents. */
@Singleton
final class IncidentListRepository {

  private final PageRepository lists;
  private final Listing<Item> incidents;

  IncidentListRepository(PageRepository lists) {
    this.lists = lists;
    incidents =
        new Listing<>(
            "incidents",
            """
            SELECT id, code, state, trip, category, severity, reporter_id, owner_id,
              created_at AS at
            FROM incidents WHERE tenant_id = ?
            """,
            Key.ID_OR_CODE,
            this::item);
  }

  /**
   * Something that went wrong.
   *
   * @param code such as INC-77
   * @param state reported, acknowledged, mitigating, resolved, closed or reopened
   * @param trip code; null for a cry for help of somebody who is on no trip that we know
   * @param category such as vehicle, accident, health, sos
   * @param severity low, medium, high or critical
   * @param reporter id of who said so first
   * @param owner id of who has it; null while nobody has
   */
  @Serdeable
  @Schema(name = "Incident")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      UUID id,
      String code,
      String state,
      @Nullable String trip,
      String category,
      String severity,
      UUID reporter,
      @Nullable UUID owner,
      OffsetDateTime createdAt) {}

  Page<Item> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(incidents, limit, cursor);
  }

  Item one(String id) {
    return lists.one(incidents, id);
  }

  private Item item(Row row) {
    return new Item(
        row.uuid("id"),
        row.text("code"),
        row.text("state"),
        row.textOrNull("trip"),
        row.text("category"),
        row.text("severity"),
        row.uuid("reporter_id"),
        row.uuidOrNull("owner_id"),
        lists.time(row, "at"));
  }
}
