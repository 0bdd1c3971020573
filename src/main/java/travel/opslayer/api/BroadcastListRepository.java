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

/** Reads what is said to many at once, and how far it is. */
@Singleton
final class BroadcastListRepository {

  private final PageRepository lists;
  private final Listing<Item> broadcasts;

  BroadcastListRepository(PageRepository lists) {
    this.lists = lists;
    broadcasts =
        new Listing<>(
            "broadcasts",
            """
            SELECT b.id, b.code, b.state, b.person_id, b.audience, b.about, b.words, b.people,
              c.waiting, c.left_out, c.open, c.sent, c.delivered, c.failed, c.unknown, b.pace,
              b.started_at, b.ended_at, b.until AS at
            FROM broadcasts b CROSS JOIN LATERAL (
              SELECT count(*) FILTER (WHERE r.state = 'waiting') AS waiting,
                count(*) FILTER (WHERE r.state = 'left_out' OR o.error = 'opted_out') AS left_out,
                count(*) FILTER (WHERE o.state IN ('pending', 'sending')) AS open,
                count(*) FILTER (WHERE o.state = 'accepted' AND o.delivery_rank < 4) AS sent,
                count(*) FILTER (WHERE o.delivery_rank IN (2, 3)) AS delivered,
                count(*) FILTER (WHERE o.state = 'rejected' AND o.error <> 'opted_out'
                  OR o.delivery_rank = 4) AS failed,
                count(*) FILTER (WHERE o.state = 'unknown') AS unknown
              FROM broadcast_recipients r
                LEFT JOIN outbox o ON o.tenant_id = r.tenant_id AND o.id = r.message_id
              WHERE r.tenant_id = b.tenant_id AND r.broadcast_id = b.id
            ) c
            WHERE b.tenant_id = ?
            """,
            Key.ID_OR_CODE,
            this::item);
  }

  /**
   * What somebody said to many at once, or would have.
   *
   * @param code such as BC-3
   * @param state draft, sending, stopped, done, or dropped
   * @param person id of who wrote it
   * @param audience guests, crew, or colleagues
   * @param about code of the departure or trip, or role of colleagues; null: all of them
   * @param people how many it was shown for
   * @param waiting whose turn is still to come
   * @param leftOut who gets none, such as those who want none
   * @param open whose message is made, and not taken by the provider yet
   * @param sent whose message the provider has taken
   * @param delivered of those, who has it
   * @param failed whom the provider refused or could not reach
   * @param unknown of whose message the provider did not say whether it has it
   * @param pace so many people a second
   * @param until when the question whether to send it is or was over
   */
  @Serdeable
  @Schema(name = "Broadcast")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      UUID id,
      String code,
      String state,
      UUID person,
      String audience,
      @Nullable String about,
      @Nullable String words,
      int people,
      int waiting,
      int leftOut,
      int open,
      int sent,
      int delivered,
      int failed,
      int unknown,
      int pace,
      OffsetDateTime until,
      @Nullable OffsetDateTime startedAt,
      @Nullable OffsetDateTime endedAt) {

    /** Never the words. */
    @Override
    public String toString() {
      return code;
    }
  }

  Page<Item> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(broadcasts, limit, cursor);
  }

  Item one(String id) {
    return lists.one(broadcasts, id);
  }

  private Item item(Row row) {
    return new Item(
        row.uuid("id"),
        row.text("code"),
        row.text("state"),
        row.uuid("person_id"),
        row.text("audience"),
        row.textOrNull("about"),
        lists.open("broadcasts.words", row.bytes("words")),
        row.integer("people"),
        row.integer("waiting"),
        row.integer("left_out"),
        row.integer("open"),
        row.integer("sent"),
        row.integer("delivered"),
        row.integer("failed"),
        row.integer("unknown"),
        row.integer("pace"),
        lists.time(row, "at"),
        lists.timeOrNull(row, "started_at"),
        lists.timeOrNull(row, "ended_at"));
  }
}
