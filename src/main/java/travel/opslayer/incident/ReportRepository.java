package travel.opslayer.incident;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code incident_reports}. */
@Singleton
public final class ReportRepository {

  private static final String NOTE = "incident_reports.note";

  private static final String SELECT =
      """
      SELECT id, incident_id, trip, person_id, kind, note, message_id, happened_at
      FROM incident_reports WHERE tenant_id = ?
      """;

  private final Vault vault;

  ReportRepository(Vault vault) {
    this.vault = vault;
  }

  /** The same id again is the same one. */
  public void add(Sql sql, int tenant, Report it, Instant now) {
    var note = it.note();
    sql.update(
        """
        INSERT INTO incident_reports (tenant_id, id, incident_id, trip, person_id, kind, note,
          message_id, happened_at, known_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, id) DO NOTHING
        """,
        tenant,
        it.id(),
        it.incident(),
        it.trip(),
        it.person(),
        it.kind(),
        note == null ? null : vault.seal(tenant, NOTE, note),
        it.message(),
        it.happenedAt(),
        now);
  }

  /** What was shown without words belongs to this one, if it is not too old. */
  public void explain(Sql sql, int tenant, UUID person, UUID incident, Instant notBefore) {
    sql.update(
        """
        UPDATE incident_reports SET incident_id = ?
        WHERE tenant_id = ? AND person_id = ? AND incident_id IS NULL AND happened_at >= ?
        """,
        incident,
        tenant,
        person,
        notBefore);
  }

  /** What somebody has shown since then, and nobody has explained. */
  public List<Report> unexplained(Sql sql, int tenant, UUID person, Instant notBefore) {
    return sql.list(
        SELECT + "AND person_id = ? AND incident_id IS NULL AND happened_at >= ?",
        it -> report(it, tenant),
        tenant,
        person,
        notBefore);
  }

  /** In the order in which they happened. */
  public List<Report> of(Sql sql, int tenant, UUID incident) {
    return sql.list(
        SELECT + "AND incident_id = ? ORDER BY happened_at, known_at, id",
        it -> report(it, tenant),
        tenant,
        incident);
  }

  private Report report(Row row, int tenant) {
    var note = row.bytesOrNull("note");
    return new Report(
        row.uuid("id"),
        row.uuidOrNull("incident_id"),
        row.textOrNull("trip"),
        row.uuid("person_id"),
        row.text("kind"),
        note == null ? null : vault.openText(tenant, NOTE, note),
        row.uuidOrNull("message_id"),
        row.instant("happened_at"));
  }
}
