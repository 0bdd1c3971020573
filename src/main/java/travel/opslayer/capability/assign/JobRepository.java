package travel.opslayer.capability.assign;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.trip.Duty;

/** The table {@code assignments}: what is to be known of a duty that somebody was asked for. */
@Singleton
final class JobRepository {

  private static final String REASON = "assignments.reason";

  private final Vault vault;

  JobRepository(Vault vault) {
    this.vault = vault;
  }

  /**
   * @param askedBy who is told what becomes of it
   * @param replaces the duty that ends when this one is accepted; null when nobody does it
   * @param approval code of the exception that was asked for; null without one
   * @param lacks what that was about, in words of the tables
   * @param wantsOutAt when they said that they want to be replaced; null when they do not
   */
  record Job(
      UUID duty,
      UUID askedBy,
      @Nullable UUID replaces,
      @Nullable String approval,
      List<String> lacks,
      @Nullable Instant offeredAt,
      @Nullable Instant wantsOutAt) {}

  /** The same duty again is the same one. */
  void add(Sql sql, int tenant, Job it) {
    sql.update(
        """
        INSERT INTO assignments (tenant_id, duty_id, asked_by, replaces, approval, lacks, offered_at)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, duty_id) DO NOTHING
        """,
        tenant,
        it.duty(),
        it.askedBy(),
        it.replaces(),
        it.approval(),
        Sql.array("text", it.lacks()),
        it.offeredAt());
  }

  Optional<Job> of(Sql sql, int tenant, Duty duty) {
    return sql.one(
        """
        SELECT duty_id, asked_by, replaces, approval, lacks, offered_at, wants_out_at
        FROM assignments WHERE tenant_id = ? AND duty_id = ?
        """,
        JobRepository::job,
        tenant,
        duty.id());
  }

  void offered(Sql sql, int tenant, Duty duty, Instant now) {
    sql.update(
        "UPDATE assignments SET offered_at = ? WHERE tenant_id = ? AND duty_id = ?",
        now,
        tenant,
        duty.id());
  }

  /** In their words, why not. */
  void reason(Sql sql, int tenant, Duty duty, String words) {
    sql.update(
        "UPDATE assignments SET reason = ? WHERE tenant_id = ? AND duty_id = ?",
        vault.seal(tenant, REASON, words),
        tenant,
        duty.id());
  }

  Optional<String> reason(Sql sql, int tenant, Duty duty) {
    return sql
        .list(
            """
            SELECT reason FROM assignments
            WHERE tenant_id = ? AND duty_id = ? AND reason IS NOT NULL
            """,
            row -> vault.openText(tenant, REASON, row.bytes("reason")),
            tenant,
            duty.id())
        .stream()
        .findFirst();
  }

  /** They want to be replaced; or, without a moment, they stay. */
  void wantsOut(Sql sql, int tenant, Duty duty, UUID teller, @Nullable Instant at) {
    sql.update(
        """
        INSERT INTO assignments (tenant_id, duty_id, asked_by, wants_out_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (tenant_id, duty_id) DO UPDATE SET wants_out_at = excluded.wants_out_at
        """,
        tenant,
        duty.id(),
        teller,
        at);
  }

  /**
   * Codes of what somebody has accepted or is asked, and is still to start; where there is none, of
   * the last that they did not answer in time.
   */
  List<String> ahead(Sql sql, int tenant, UUID person, String state, Instant now) {
    return sql.list(
        """
        SELECT code FROM crew WHERE tenant_id = ? AND person_id = ? AND state = ? AND starts_at > ?
        ORDER BY created_at DESC, code DESC
        """,
        row -> row.text("code"),
        tenant,
        person,
        state,
        now);
  }

  /** Exceptions that were allowed for somebody since then. */
  int exceptions(Sql sql, int tenant, UUID person, Instant since) {
    return sql.list(
            """
            SELECT count(*)::int AS n FROM assignments a JOIN crew c
              ON c.tenant_id = a.tenant_id AND c.id = a.duty_id
            WHERE a.tenant_id = ? AND c.person_id = ? AND a.approval IS NOT NULL
              AND a.offered_at >= ?
            """,
            row -> row.integer("n"),
            tenant,
            person,
            since)
        .getFirst();
  }

  /** Trips that they have worked on in a role. */
  int done(Sql sql, int tenant, UUID person, String role, Instant now) {
    return sql.list(
            """
            SELECT count(*)::int AS n FROM crew WHERE tenant_id = ? AND person_id = ? AND role = ?
              AND state IN ('accepted', 'checked_in', 'checked_out') AND ends_at <= ?
            """,
            row -> row.integer("n"),
            tenant,
            person,
            role,
            now)
        .getFirst();
  }

  /** Incidents on trips that they worked on. */
  int incidents(Sql sql, int tenant, UUID person) {
    return sql.list(
            """
            SELECT count(DISTINCT i.id)::int AS n FROM incidents i JOIN crew c
              ON c.tenant_id = i.tenant_id AND c.trip = i.trip AND c.person_id = ?
              AND c.state IN ('accepted', 'checked_in', 'checked_out')
              AND i.opened_at BETWEEN c.starts_at AND c.ends_at
            WHERE i.tenant_id = ?
            """,
            row -> row.integer("n"),
            person,
            tenant)
        .getFirst();
  }

  private static Job job(Row row) {
    return new Job(
        row.uuid("duty_id"),
        row.uuid("asked_by"),
        row.uuidOrNull("replaces"),
        row.textOrNull("approval"),
        row.texts("lacks"),
        row.instantOrNull("offered_at"),
        row.instantOrNull("wants_out_at"));
  }
}
