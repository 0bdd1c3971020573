package travel.opslayer.incident;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code incidents}. */
@Singleton
public final class IncidentRepository {

  /** So long after it was closed somebody may still say that it is not over. */
  private static final Duration WARM = Duration.ofHours(1);

  private static final String SELECT =
      """
      SELECT id, code, trip, category, severity, state, reporter_id, owner_id, safe, rung,
        alerted_at, opened_at, arrived_by, counted, resolved_at, resolved_by, closed_at, version
      FROM incidents WHERE tenant_id = ?
      """;

  /** What of {@link Incident} is known when it begins. */
  public record Draft(
      @Nullable String trip, String category, String severity, UUID reporter, Instant openedAt) {}

  /** Those that go on, or were closed lately, the oldest first. */
  public List<Incident> current(Sql sql, int tenant, Instant now) {
    return sql.list(
        SELECT + "AND (state <> 'closed' OR closed_at > ?) ORDER BY created_at, code",
        IncidentRepository::incident,
        tenant,
        now.minus(WARM));
  }

  /** All of a trip, whatever became of them. */
  public List<Incident> ofTrip(Sql sql, int tenant, String trip) {
    return sql.list(
        SELECT + "AND trip = ? ORDER BY created_at, code",
        IncidentRepository::incident,
        tenant,
        trip);
  }

  public Optional<Incident> byCode(Sql sql, int tenant, String code) {
    return sql.one(SELECT + "AND code = ?", IncidentRepository::incident, tenant, code);
  }

  /**
   * Until the end of this transaction nobody else opens an incident of this trip: two reports at
   * the same moment must not be two incidents.
   */
  public void lock(Sql sql, int tenant, @Nullable String trip) {
    if (trip != null) {
      sql.list(
          "SELECT code FROM trips WHERE tenant_id = ? AND code = ? FOR UPDATE",
          row -> row.text("code"),
          tenant,
          trip);
    }
  }

  /**
   * A new one.
   *
   * @param id the same again is the same one
   */
  public Incident open(Sql sql, int tenant, UUID id, Draft draft, Instant now) {
    sql.update(
        """
        INSERT INTO incidents (tenant_id, id, code, trip, category, severity, state, reporter_id,
          alerted_at, opened_at, created_at)
        VALUES (?, ?, ?, ?, ?, ?, 'reported', ?, ?, ?, ?) ON CONFLICT (tenant_id, id) DO NOTHING
        """,
        tenant,
        id,
        NumberRepository.next(sql, tenant, "INC"),
        draft.trip(),
        draft.category(),
        draft.severity(),
        draft.reporter(),
        now,
        draft.openedAt(),
        now);
    return sql.one(SELECT + "AND id = ?", IncidentRepository::incident, tenant, id).orElseThrow();
  }

  /** Who has it, and where it stands. Empty when it has changed in the meantime. */
  public Optional<Incident> take(Sql sql, int tenant, Incident it, UUID owner, String to) {
    return changed(
        sql,
        tenant,
        it,
        sql.update(
            """
            UPDATE incidents SET owner_id = ?, state = ?, version = version + 1
            WHERE tenant_id = ? AND id = ? AND version = ?
            """,
            owner,
            to,
            tenant,
            it.id(),
            it.version()));
  }

  /** Where it stands now. Empty when it has changed in the meantime. */
  public Optional<Incident> move(Sql sql, int tenant, Incident it, String to) {
    return changed(
        sql,
        tenant,
        it,
        sql.update(
            """
            UPDATE incidents SET state = ?, version = version + 1
            WHERE tenant_id = ? AND id = ? AND version = ?
            """,
            to,
            tenant,
            it.id(),
            it.version()));
  }

  /** It is over, says this person. Empty when it has changed in the meantime. */
  public Optional<Incident> resolve(
      Sql sql, int tenant, Incident it, UUID by, String to, Instant at) {
    return changed(
        sql,
        tenant,
        it,
        sql.update(
            """
            UPDATE incidents SET state = ?, resolved_by = ?, resolved_at = ?, version = version + 1
            WHERE tenant_id = ? AND id = ? AND version = ?
            """,
            to,
            by,
            at,
            tenant,
            it.id(),
            it.version()));
  }

  public Optional<Incident> close(Sql sql, int tenant, Incident it, String to, Instant at) {
    return changed(
        sql,
        tenant,
        it,
        sql.update(
            """
            UPDATE incidents SET state = ?, closed_at = ?, version = version + 1
            WHERE tenant_id = ? AND id = ? AND version = ?
            """,
            to,
            at,
            tenant,
            it.id(),
            it.version()));
  }

  /** It is not over after all: whoever said so, and who counted, did so too early. */
  public Optional<Incident> reopen(Sql sql, int tenant, Incident it, String to, Instant now) {
    return changed(
        sql,
        tenant,
        it,
        sql.update(
            """
            UPDATE incidents SET state = ?, resolved_by = NULL, resolved_at = NULL,
              arrived_by = NULL, counted = NULL, closed_at = NULL, owner_id = NULL, rung = 1,
              alerted_at = ?, version = version + 1
            WHERE tenant_id = ? AND id = ? AND version = ?
            """,
            to,
            now,
            tenant,
            it.id(),
            it.version()));
  }

  /** The next are told. Empty when it has changed in the meantime. */
  public Optional<Incident> climb(Sql sql, int tenant, Incident it, Instant now) {
    return changed(
        sql,
        tenant,
        it,
        sql.update(
            """
            UPDATE incidents SET rung = rung + 1, alerted_at = ?, version = version + 1
            WHERE tenant_id = ? AND id = ? AND version = ?
            """,
            now,
            tenant,
            it.id(),
            it.version()));
  }

  /** It is as bad as it can be; whoever had it is told anew. */
  public Incident worsen(Sql sql, int tenant, Incident it, Instant now) {
    sql.update(
        """
        UPDATE incidents SET severity = 'critical', state = 'reported', owner_id = NULL, rung = 1,
          safe = false, resolved_by = NULL, resolved_at = NULL, closed_at = NULL, alerted_at = ?,
          version = version + 1
        WHERE tenant_id = ? AND id = ?
        """,
        now,
        tenant,
        it.id());
    return byCode(sql, tenant, it.code()).orElseThrow();
  }

  /** It began at another time than was said first; what was said is in the facts of the trip. */
  public void began(Sql sql, int tenant, Incident it, Instant at) {
    sql.update(
        "UPDATE incidents SET opened_at = ?, version = version + 1 WHERE tenant_id = ? AND id = ?",
        at,
        tenant,
        it.id());
  }

  /** Everybody is well. */
  public void safe(Sql sql, int tenant, Incident it) {
    sql.update("UPDATE incidents SET safe = true WHERE tenant_id = ? AND id = ?", tenant, it.id());
  }

  /** Help is there; who says so first counts. */
  public void arrived(Sql sql, int tenant, Incident it, UUID by) {
    sql.update(
        """
        UPDATE incidents SET arrived_by = coalesce(arrived_by, ?) WHERE tenant_id = ? AND id = ?
        """,
        by,
        tenant,
        it.id());
  }

  /** So many guests are there. */
  public void count(Sql sql, int tenant, Incident it, int guests) {
    sql.update(
        "UPDATE incidents SET counted = ? WHERE tenant_id = ? AND id = ?", guests, tenant, it.id());
  }

  /** What the last message to somebody was about: the code of an incident or something else. */
  public Optional<String> lastTold(Sql sql, int tenant, UUID conversation, Instant since) {
    return sql.one(
            """
            SELECT split_part(subject, '~', 1) AS subject FROM whatsapp_messages
            WHERE tenant_id = ? AND conversation_id = ? AND direction = 'out' AND at > ?
            ORDER BY at DESC, id DESC LIMIT 1
            """,
            row -> Optional.ofNullable(row.textOrNull("subject")),
            tenant,
            conversation,
            since)
        .flatMap(it -> it);
  }

  private static Optional<Incident> changed(Sql sql, int tenant, Incident it, int rows) {
    return rows == 0
        ? Optional.empty()
        : sql.one(SELECT + "AND id = ?", IncidentRepository::incident, tenant, it.id());
  }

  private static Incident incident(Row row) {
    return new Incident(
        row.uuid("id"),
        row.text("code"),
        row.textOrNull("trip"),
        row.text("category"),
        row.text("severity"),
        row.text("state"),
        row.uuid("reporter_id"),
        row.uuidOrNull("owner_id"),
        row.bool("safe"),
        row.integer("rung"),
        row.instant("alerted_at"),
        row.instant("opened_at"),
        row.uuidOrNull("arrived_by"),
        row.integerOrNull("counted"),
        row.instantOrNull("resolved_at"),
        row.uuidOrNull("resolved_by"),
        row.instantOrNull("closed_at"),
        row.integer("version"));
  }
}
