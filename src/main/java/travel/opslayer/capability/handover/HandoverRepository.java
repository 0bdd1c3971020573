package travel.opslayer.capability.handover;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code handovers}. */
@Singleton
final class HandoverRepository {

  private static final String SELECT =
      """
      SELECT id, code, person_id, colleague_id, subject, state, until_at FROM handovers
      WHERE tenant_id = ?
      """;

  Optional<Handover> byCode(Sql sql, int tenant, String code) {
    return sql.one(SELECT + "AND code = ?", HandoverRepository::handover, tenant, code);
  }

  /** Those that are taken, of these customers or of these colleagues, the oldest first. */
  List<Handover> takenOf(Sql sql, int tenant, Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : sql.list(
            SELECT
                + "AND state = 'taken' AND (person_id = ANY(?) OR colleague_id = ANY(?))"
                + " ORDER BY taken_at, code",
            HandoverRepository::handover,
            tenant,
            Sql.array("uuid", people),
            Sql.array("uuid", people));
  }

  /** The last one of a customer, taken or over. */
  Optional<Handover> lastOf(Sql sql, int tenant, UUID person) {
    return sql.one(
        SELECT + "AND person_id = ? ORDER BY (state = 'taken') DESC, taken_at DESC LIMIT 1",
        HandoverRepository::handover,
        tenant,
        person);
  }

  /** Whose message led to a decision; empty for those of the clock. */
  Optional<UUID> personOf(Sql sql, int tenant, UUID decision) {
    return sql.one(
            "SELECT person_id FROM decisions WHERE tenant_id = ? AND id = ?",
            row -> Optional.ofNullable(row.uuidOrNull("person_id")),
            tenant,
            decision)
        .flatMap(it -> it);
  }

  /** A colleague takes it; empty when another was faster. The same again is the same. */
  Optional<Handover> take(Sql sql, int tenant, UUID id, Taking taking, Instant now) {
    sql.update(
        """
        INSERT INTO handovers (tenant_id, id, code, person_id, colleague_id, subject, state,
          taken_at, until_at)
        VALUES (?, ?, ?, ?, ?, ?, 'taken', ?, ?) ON CONFLICT DO NOTHING
        """,
        tenant,
        id,
        NumberRepository.next(sql, tenant, "HO"),
        taking.person(),
        taking.colleague(),
        taking.subject(),
        now,
        taking.until());
    return sql.one(SELECT + "AND id = ?", HandoverRepository::handover, tenant, id);
  }

  /** Who takes whose conversation, about what, and until when it is kept. */
  record Taking(UUID person, UUID colleague, @Nullable String subject, Instant until) {}

  /** Somebody has written: it is kept longer. */
  void keep(Sql sql, int tenant, Handover handover, Instant until) {
    sql.update(
        """
        UPDATE handovers SET until_at = greatest(until_at, ?)
        WHERE tenant_id = ? AND id = ? AND state = 'taken'
        """,
        until,
        tenant,
        handover.id());
  }

  /** It goes back; false when it was back already. */
  boolean end(Sql sql, int tenant, Handover handover, @Nullable UUID by, Instant now) {
    return sql.update(
            """
            UPDATE handovers SET state = 'over', ended_at = ?, ended_by = ?
            WHERE tenant_id = ? AND id = ? AND state = 'taken'
            """,
            now,
            by,
            tenant,
            handover.id())
        == 1;
  }

  private static Handover handover(Row row) {
    return new Handover(
        row.uuid("id"),
        row.text("code"),
        row.uuid("person_id"),
        row.uuid("colleague_id"),
        row.textOrNull("subject"),
        HandoverFact.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
        row.instant("until_at"));
  }
}
