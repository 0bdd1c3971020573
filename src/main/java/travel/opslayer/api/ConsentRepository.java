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

/** Reads consents. */
@Singleton
final class ConsentRepository {

  private final PageRepository lists;
  private final Listing<Consent> consents;

  ConsentRepository(PageRepository lists) {
    this.lists = lists;
    consents =
        new Listing<>(
            "consents",
            """
            SELECT id, state, person_id, category, message_id, at
            FROM whatsapp_opt_ins WHERE tenant_id = ?
            """,
            Key.ID,
            this::consent);
  }

  /**
   * One change of mind; the newest of a person and category holds.
   *
   * @param state in or out
   * @param person id of whose it is
   * @param category marketing or all
   * @param message id of the message that proves it
   */
  @Serdeable
  @Schema(name = "Consent")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Consent(
      UUID id,
      String state,
      UUID person,
      String category,
      @Nullable UUID message,
      OffsetDateTime at) {}

  Page<Consent> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(consents, limit, cursor);
  }

  Consent one(String id) {
    return lists.one(consents, id);
  }

  private Consent consent(Row row) {
    return new Consent(
        row.uuid("id"),
        row.text("state"),
        row.uuid("person_id"),
        row.text("category"),
        row.uuidOrNull("message_id"),
        lists.time(row, "at"));
  }
}
