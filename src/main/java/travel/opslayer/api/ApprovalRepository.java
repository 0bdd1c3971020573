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

/** Reads requests for approval. */
@Singleton
final class ApprovalRepository {

  private final PageRepository lists;
  private final Listing<Approval> approvals;

  ApprovalRepository(PageRepository lists) {
    this.lists = lists;
    approvals =
        new Listing<>(
            "approvals",
            """
            SELECT id, code, state, subject, action, role, quorum, expires_at, ended_at,
                   (SELECT count(*)::int FROM approval_votes v WHERE v.tenant_id = a.tenant_id
                      AND v.approval_id = a.id AND v.yes) AS votes,
                   created_at AS at
            FROM approvals a WHERE tenant_id = ?
            """,
            Key.ID_OR_CODE,
            this::read);
  }

  /**
   * A request that others have to agree to.
   *
   * @param code such as AP-31
   * @param state pending, approved, rejected, expired or cancelled
   * @param subject code of what it is about
   * @param action what is asked, such as discount
   * @param role who decides
   * @param quorum how many have to agree
   * @param votes how many have agreed
   * @param until when it is too late to decide
   * @param endedAt when it was decided or taken back; null before
   */
  @Serdeable
  @Schema(name = "Approval")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Approval(
      UUID id,
      String code,
      String state,
      String subject,
      String action,
      String role,
      int quorum,
      int votes,
      OffsetDateTime until,
      @Nullable OffsetDateTime endedAt,
      OffsetDateTime createdAt) {

    @Override
    public String toString() {
      return code;
    }
  }

  Page<Approval> page(@Nullable String limit, @Nullable String cursor) {
    return lists.page(approvals, limit, cursor);
  }

  Approval one(String id) {
    return lists.one(approvals, id);
  }

  private Approval read(Row row) {
    return new Approval(
        row.uuid("id"),
        row.text("code"),
        row.text("state"),
        row.text("subject"),
        row.text("action"),
        row.text("role"),
        row.integer("quorum"),
        row.integer("votes"),
        lists.time(row, "expires_at"),
        lists.timeOrNull(row, "ended_at"),
        lists.time(row, "at"));
  }
}
