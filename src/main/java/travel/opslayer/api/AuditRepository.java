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

/** Reads the audit log. */
@Singleton
final class AuditRepository {

  private final PageRepository lists;
  private final Listing<Entry> entries;

  AuditRepository(PageRepository lists) {
    this.lists = lists;
    entries =
        new Listing<>(
            "audit",
            """
            SELECT id, at, actor, subject, action, result, decision_id
            FROM whatsapp_audit_logs WHERE tenant_id = ?
            """,
            Key.ID,
            this::entry);
  }

  /**
   * Who asked for what, and what became of it.
   *
   * @param actor id of a person, or timer
   * @param object code of the object
   * @param action what was asked for; none when nobody could tell
   * @param result permitted, or refused and the reason
   * @param decision id of the decision
   */
  @Serdeable
  @Schema(name = "AuditEntry")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Entry(
      UUID id,
      OffsetDateTime at,
      String actor,
      @Nullable String object,
      String action,
      String result,
      @Nullable UUID decision) {}

  Page<Entry> page(@Nullable String object, @Nullable String limit, @Nullable String cursor) {
    return lists.page(entries.about(object), limit, cursor);
  }

  Entry one(String id) {
    return lists.one(entries, id);
  }

  private Entry entry(Row row) {
    return new Entry(
        row.uuid("id"),
        lists.time(row, "at"),
        row.text("actor"),
        row.textOrNull("subject"),
        row.text("action"),
        row.text("result"),
        row.uuidOrNull("decision_id"));
  }
}
