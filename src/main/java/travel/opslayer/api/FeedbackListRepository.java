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

/** Reads what guests say of trips. */
@Singleton
final class FeedbackListRepository {

  private final PageRepository lists;
  private final Listing<Item> feedback;

  FeedbackListRepository(PageRepository lists) {
    this.lists = lists;
    feedback =
        new Listing<>(
            "feedback",
            """
            SELECT id, code, state, trip, booking, person_id, score, words, due_at, asked_at,
              answered_at, created_at AS at
            FROM feedback WHERE tenant_id = ?
            """,
            Key.ID_OR_CODE,
            this::item);
  }

  /**
   * What a party says of a trip that is over; an earlier score stands in the timeline of its code.
   *
   * @param code such as FB-3
   * @param state waiting, requested, received, escalated when it is bad, or skipped
   * @param trip code
   * @param booking code
   * @param person id of who is asked
   * @param score 1 to 5; null until they give one
   * @param words theirs
   * @param dueAt when they are asked, or would have been
   */
  @Serdeable
  @Schema(name = "Feedback")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      UUID id,
      String code,
      String state,
      String trip,
      String booking,
      UUID person,
      @Nullable Integer score,
      @Nullable String words,
      OffsetDateTime dueAt,
      @Nullable OffsetDateTime askedAt,
      @Nullable OffsetDateTime answeredAt,
      OffsetDateTime createdAt) {

    /** Never the words. */
    @Override
    public String toString() {
      return code;
    }
  }

  Page<Item> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(feedback, limit, cursor);
  }

  Item one(String id) {
    return lists.one(feedback, id);
  }

  private Item item(Row row) {
    return new Item(
        row.uuid("id"),
        row.text("code"),
        row.text("state"),
        row.text("trip"),
        row.text("booking"),
        row.uuid("person_id"),
        row.integerOrNull("score"),
        lists.open("feedback.words", row.bytesOrNull("words")),
        lists.time(row, "due_at"),
        lists.timeOrNull(row, "asked_at"),
        lists.timeOrNull(row, "answered_at"),
        lists.time(row, "at"));
  }
}
