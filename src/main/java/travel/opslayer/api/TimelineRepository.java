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
import travel.opslayer.timeline.Timeline;

/** Reads the timeline. */
@Singleton
final class TimelineRepository {

  private final PageRepository lists;
  private final Listing<Line> lines;

  TimelineRepository(PageRepository lists) {
    this.lists = lists;
    lines =
        new Listing<>(
            "timeline",
            """
            SELECT id, at, actor, subject, kind, text, decision_id
            FROM timeline_entries WHERE tenant_id = ?
            """,
            Key.ID,
            this::line);
  }

  /**
   * Something that has happened to an object.
   *
   * @param actor id of a person, or timer
   * @param object code of the object
   * @param kind what sort of thing
   * @param text in words
   * @param decision id of the decision that led to it
   */
  @Serdeable
  @Schema(name = "TimelineEntry")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Line(
      UUID id,
      OffsetDateTime at,
      String actor,
      String object,
      String kind,
      String text,
      UUID decision) {

    @Override
    public String toString() {
      return kind + " of " + object;
    }
  }

  Page<Line> page(@Nullable String object, @Nullable String limit, @Nullable String cursor) {
    return lists.page(lines.about(object), limit, cursor);
  }

  Line one(String id) {
    return lists.one(lines, id);
  }

  private Line line(Row row) {
    return new Line(
        row.uuid("id"),
        lists.time(row, "at"),
        row.text("actor"),
        row.text("subject"),
        row.text("kind"),
        String.valueOf(lists.open(Timeline.COLUMN, row.bytes("text"))),
        row.uuid("decision_id"));
  }
}
