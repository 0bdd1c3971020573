package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.Listing.Key;
import travel.opslayer.database.Row;

/** Reads the outbox. */
@Singleton
final class OutboxRepository {

  private final PageRepository lists;
  private final Listing<Parcel> parcels;

  OutboxRepository(PageRepository lists) {
    this.lists = lists;
    // The messages come first: they are the ones that are kept in the order of time.
    parcels =
        new Listing<>(
            "outbox",
            """
            SELECT m.id, m.at, o.state, o.attempts, o.error, o.channel, o.person_id, o.category,
                   o.due_at, o.settled_at
            FROM whatsapp_messages m
            JOIN outbox o ON o.tenant_id = m.tenant_id AND o.id = m.id
            WHERE m.direction = 'out' AND m.tenant_id = ?
            """,
            Key.ID,
            this::parcel);
  }

  /**
   * Where one outgoing message stands.
   *
   * @param state pending, sending, accepted, rejected or unknown
   * @param message id of the message
   * @param attempts how often it was handed to the provider
   * @param error the provider's code
   * @param person id of who it is for
   * @param category answer, service or marketing
   * @param at when it was decided
   * @param dueAt when it leaves, or has left
   * @param settledAt when its outcome was known
   */
  @Serdeable
  @Schema(name = "Parcel")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Parcel(
      UUID id,
      String state,
      UUID message,
      int attempts,
      @Nullable String error,
      String channel,
      UUID person,
      String category,
      OffsetDateTime at,
      OffsetDateTime dueAt,
      @Nullable OffsetDateTime settledAt) {

    @JsonIgnore
    boolean isOpen() {
      return state.equals("pending") || state.equals("sending");
    }
  }

  int tenant() {
    return lists.tenant();
  }

  Page<Parcel> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(parcels, limit, cursor);
  }

  Parcel one(String id) {
    return lists.one(parcels, id);
  }

  private Parcel parcel(Row row) {
    return new Parcel(
        row.uuid("id"),
        row.text("state"),
        row.uuid("id"),
        row.integer("attempts"),
        row.textOrNull("error"),
        row.text("channel"),
        row.uuid("person_id"),
        row.text("category"),
        lists.time(row, "at"),
        lists.time(row, "due_at"),
        lists.timeOrNull(row, "settled_at"));
  }
}
