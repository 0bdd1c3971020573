package travel.opslayer.approval;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.approval.Approvals.Request;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The tables {@code approvals} and {@code approval_votes}. */
@Singleton
final class ApprovalRepository {

  private static final String SELECT =
      """
      SELECT id, code, subject, action, content, requested_by, role, quorum, state, expires_at,
        ended_at, amount_minor, currency, figure, (SELECT count(*) FROM approval_votes v WHERE v.tenant_id = a.tenant_id
          AND v.approval_id = a.id AND v.yes) AS votes
      FROM approvals a WHERE tenant_id = ?
      """;

  Approval ask(
      Sql sql, int tenant, UUID id, Request request, String content, byte[] detail, Instant now) {
    sql.update( // what nobody has answered in time is not asked any more
        """
        UPDATE approvals SET state = 'expired', ended_at = ? WHERE tenant_id = ? AND subject = ?
          AND action = ? AND content = ? AND state = 'pending' AND expires_at <= ?
        """,
        now,
        tenant,
        request.subject(),
        request.action(),
        content,
        now);
    var before = asked(sql, tenant, id, request, content);
    return before.orElseGet(() -> add(sql, tenant, id, request, content, detail, now));
  }

  private static Optional<Approval> asked(
      Sql sql, int tenant, UUID id, Request request, String content) {
    return sql.one(
        SELECT
            + "AND (id = ? OR state = 'pending' AND subject = ? AND action = ?"
            + " AND content = ?) ORDER BY id = ? DESC LIMIT 1",
        ApprovalRepository::approval,
        tenant,
        id,
        request.subject(),
        request.action(),
        content,
        id);
  }

  /** When another node asks for the same in this moment, its request is the one. */
  private static Approval add(
      Sql sql, int tenant, UUID id, Request request, String content, byte[] detail, Instant now) {
    sql.update(
        """
        INSERT INTO approvals (tenant_id, id, code, subject, action, content, detail, requested_by,
          role, quorum, state, expires_at, created_at, amount_minor, currency, figure)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        tenant,
        id,
        NumberRepository.next(sql, tenant, "AP"),
        request.subject(),
        request.action(),
        content,
        detail,
        request.requestedBy(),
        request.role(),
        request.quorum(),
        request.expiresAt(),
        now,
        request.worth() == null ? null : request.worth().minor(),
        request.worth() == null ? null : request.worth().currency(),
        request.worth() == null ? null : request.worth().figure());
    return asked(sql, tenant, id, request, content).orElseThrow();
  }

  List<Approval> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND code = ANY(?)",
            ApprovalRepository::approval,
            tenant,
            Sql.array("text", codes));
  }

  List<Approval> open(Sql sql, int tenant, Instant now) {
    return sql.list(
        SELECT + "AND state = 'pending' AND expires_at > ? ORDER BY created_at, code",
        ApprovalRepository::approval,
        tenant,
        now);
  }

  List<Approvals.Voter> voters(Sql sql, int tenant, UUID approval) {
    return sql.list(
        """
        SELECT person_id, yes, at FROM approval_votes WHERE tenant_id = ? AND approval_id = ?
        ORDER BY at, person_id
        """,
        row -> new Approvals.Voter(row.uuid("person_id"), row.bool("yes"), row.instant("at")),
        tenant,
        approval);
  }

  List<UUID> votedBy(Sql sql, int tenant, UUID person) {
    return sql.list(
        """
        SELECT approval_id FROM approval_votes v JOIN approvals a
          ON a.tenant_id = v.tenant_id AND a.id = v.approval_id AND a.state = 'pending'
        WHERE v.tenant_id = ? AND v.person_id = ?
        """,
        row -> row.uuid("approval_id"),
        tenant,
        person);
  }

  Approval withdrawn(Sql sql, int tenant, UUID id, UUID person) {
    sql.update(
        "UPDATE approvals SET ended_by = ? WHERE tenant_id = ? AND id = ?", person, tenant, id);
    return find(sql, tenant, id);
  }

  Optional<UUID> withdrawnBy(Sql sql, int tenant, UUID id) {
    return sql.one(
        "SELECT ended_by FROM approvals WHERE tenant_id = ? AND id = ? AND ended_by IS NOT NULL",
        row -> row.uuid("ended_by"),
        tenant,
        id);
  }

  List<Approval> openAbout(Sql sql, int tenant, String subject) {
    return sql.list(
        SELECT + "AND subject = ? AND state = 'pending' ORDER BY created_at, code",
        ApprovalRepository::approval,
        tenant,
        subject);
  }

  /** Whoever votes or ends it waits until this transaction is over. */
  Approval lock(Sql sql, int tenant, UUID id) {
    sql.list(
        "SELECT id FROM approvals WHERE tenant_id = ? AND id = ? FOR UPDATE",
        row -> row.uuid("id"),
        tenant,
        id);
    return find(sql, tenant, id); // a new statement sees what the other has done
  }

  byte[] detail(Sql sql, int tenant, UUID id) {
    return sql.list(
            "SELECT detail FROM approvals WHERE tenant_id = ? AND id = ?",
            row -> row.bytes("detail"),
            tenant,
            id)
        .getFirst();
  }

  boolean hasVoted(Sql sql, int tenant, UUID approval, UUID person) {
    return sql.one(
            "SELECT 1 AS n FROM approval_votes"
                + " WHERE tenant_id = ? AND approval_id = ? AND person_id = ?",
            row -> row.integer("n"),
            tenant,
            approval,
            person)
        .isPresent();
  }

  void vote(
      Sql sql,
      int tenant,
      UUID approval,
      UUID person,
      boolean yes,
      byte @Nullable [] note,
      UUID turn,
      Instant now) {
    sql.update(
        """
        INSERT INTO approval_votes (tenant_id, approval_id, person_id, yes, note, turn_id, at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        approval,
        person,
        yes,
        note,
        turn,
        now);
  }

  Approval end(Sql sql, int tenant, UUID id, String state, Instant now) {
    sql.update(
        "UPDATE approvals SET state = ?, ended_at = ?"
            + " WHERE tenant_id = ? AND id = ? AND state = 'pending'",
        state,
        now,
        tenant,
        id);
    return find(sql, tenant, id);
  }

  Optional<Approval> reopen(Sql sql, int tenant, UUID id, Instant until) {
    var written =
        sql.update(
            """
            UPDATE approvals a SET state = 'pending', ended_at = NULL, expires_at = ?
            WHERE tenant_id = ? AND id = ? AND state IN ('cancelled', 'expired')
              AND NOT EXISTS (SELECT 1 FROM approvals o WHERE o.tenant_id = a.tenant_id
                AND o.subject = a.subject AND o.action = a.action AND o.content = a.content
                AND o.state = 'pending')
            """,
            until,
            tenant,
            id);
    return written == 0 ? Optional.empty() : Optional.of(find(sql, tenant, id));
  }

  private static Approval find(Sql sql, int tenant, UUID id) {
    return sql.list(SELECT + "AND id = ?", ApprovalRepository::approval, tenant, id).getFirst();
  }

  private static Approval approval(Row row) {
    return new Approval(
        row.uuid("id"),
        row.text("code"),
        row.text("subject"),
        row.text("action"),
        row.text("content"),
        row.uuid("requested_by"),
        row.text("role"),
        row.integer("quorum"),
        (int) row.longValue("votes"),
        row.text("state"),
        row.instant("expires_at"),
        row.instantOrNull("ended_at"),
        row.longOrNull("amount_minor"),
        row.textOrNull("currency"),
        row.textOrNull("figure"));
  }
}
