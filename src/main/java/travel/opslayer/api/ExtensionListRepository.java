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

/** Reads which longer days the crew has asked for. */
@Singleton
final class ExtensionListRepository {

  private final PageRepository lists;
  private final Listing<Item> extensions;

  ExtensionListRepository(PageRepository lists) {
    this.lists = lists;
    extensions =
        new Listing<>(
            "extensions",
            """
            SELECT id, code, state, trip, person_id, minutes, granted, why, created_at AS at
            FROM overtime WHERE tenant_id = ?
            """,
            Key.ID_OR_CODE,
            this::item);
  }

  /**
   * A longer day that somebody of the crew asks for.
   *
   * @param code such as OT-4
   * @param state considered, asked, approved, rejected, expired, or dropped
   * @param trip code
   * @param person id of who asks
   * @param minutes beyond what was agreed before; null until they say how many
   * @param granted minutes of them; null until somebody has agreed
   * @param why in their words
   */
  @Serdeable
  @Schema(name = "Extension")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      UUID id,
      String code,
      String state,
      String trip,
      UUID person,
      @Nullable Integer minutes,
      @Nullable Integer granted,
      @Nullable String why,
      OffsetDateTime createdAt) {

    /** Never the words. */
    @Override
    public String toString() {
      return code;
    }
  }

  Page<Item> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(extensions, limit, cursor);
  }

  Item one(String id) {
    return lists.one(extensions, id);
  }

  private Item item(Row row) {
    return new Item(
        row.uuid("id"),
        row.text("code"),
        row.text("state"),
        row.text("trip"),
        row.uuid("person_id"),
        row.integerOrNull("minutes"),
        row.integerOrNull("granted"),
        lists.open("overtime.why", row.bytes("why")),
        lists.time(row, "at"));
  }
}
