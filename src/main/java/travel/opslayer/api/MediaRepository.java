package travel.opslayer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.api.Listing.Key;
import travel.opslayer.database.Row;

/** Reads what was shown. */
@Singleton
final class MediaRepository {

  private final PageRepository lists;
  private final Listing<Media> media;

  MediaRepository(PageRepository lists) {
    this.lists = lists;
    media =
        new Listing<>(
            "media",
            """
            SELECT m.id, m.code, m.state, m.reason, m.message_id, m.person_id, m.kind, m.type,
                   m.sha256, m.bytes, m.class, m.purpose, m.roles, m.subject, m.consent,
                   m.publish, m.happened_at, m.keep_until, m.attempts, m.next_at,
                   m.filed_at AS at
            FROM media_items m WHERE m.tenant_id = ? AND m.same_as IS NULL
            """,
            Key.ID_OR_CODE,
            this::read);
  }

  /**
   * Something that was shown.
   *
   * @param code such as MD-7
   * @param state received, downloaded, available, rejected or purged
   * @param reason why it is rejected: too_big, wrong_type or lost; else null
   * @param message id of the message it came with
   * @param person id of whoever showed it; null until the turn that it came with
   * @param kind image, video, audio or document, as it was sent
   * @param type by its bytes, such as image/jpeg; null until it is checked
   * @param sha256 of the bytes, which stays when they are erased; null until they came
   * @param bytes how many
   * @param mediaClass what it is, such as id_document or photo; unfiled until somebody said so
   * @param purpose what it may be used for
   * @param openFor the roles that may open it
   * @param trip code of the trip; null when it belongs to none
   * @param object code of what it belongs to, such as LD-305 or TRP123; null when to nothing
   * @param consent of whoever it shows that we have it: not_asked, asked, given or refused
   * @param publish none, asked, given, refused, withdrawn or blocked
   * @param happenedAt by the provider's clock
   * @param retention when it is erased, or was to be
   * @param attempts to get it
   * @param nextTry null when it is not tried again
   */
  @Serdeable
  @Schema(name = "Media")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Media(
      UUID id,
      String code,
      String state,
      @Nullable String reason,
      UUID message,
      @Nullable UUID person,
      String kind,
      @Nullable String type,
      @Nullable String sha256,
      @Nullable Long bytes,
      @JsonProperty("class") String mediaClass,
      String purpose,
      List<String> openFor,
      @Nullable String trip,
      @Nullable String object,
      String consent,
      String publish,
      @Nullable OffsetDateTime happenedAt,
      OffsetDateTime retention,
      int attempts,
      @Nullable OffsetDateTime nextTry,
      OffsetDateTime receivedAt) {

    Media {
      openFor = List.copyOf(openFor);
    }

    @Override
    public String toString() {
      return code;
    }
  }

  Page<Media> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(media, limit, cursor);
  }

  Media one(String id) {
    return lists.one(media, id);
  }

  private Media read(Row row) {
    var subject = row.textOrNull("subject");
    return new Media(
        row.uuid("id"),
        row.text("code"),
        row.text("state"),
        row.textOrNull("reason"),
        row.uuid("message_id"),
        row.uuidOrNull("person_id"),
        row.text("kind"),
        row.textOrNull("type"),
        row.textOrNull("sha256"),
        row.longOrNull("bytes"),
        row.text("class"),
        row.text("purpose"),
        row.texts("roles"),
        subject != null && subject.startsWith("TRP") ? subject : null,
        subject,
        row.text("consent"),
        row.text("publish"),
        lists.timeOrNull(row, "happened_at"),
        lists.time(row, "keep_until"),
        row.integer("attempts"),
        lists.timeOrNull(row, "next_at"),
        lists.time(row, "at"));
  }
}
