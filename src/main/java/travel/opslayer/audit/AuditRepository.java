package travel.opslayer.audit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import travel.opslayer.audit.AuditLog.Entry;
import travel.opslayer.database.Sql;

/** The table {@code whatsapp_audit_logs}: rows are added and never changed. */
@Singleton
final class AuditRepository {

  void save(Sql sql, int tenant, List<Entry> entries, Instant now) {
    sql.later(
        """
        INSERT INTO whatsapp_audit_logs
          (tenant_id, at, id, actor, action, subject, result, decision_id)
        SELECT ?, ?, * FROM unnest(?, ?, ?, ?, ?, ?)
        """,
        tenant,
        now,
        Sql.array("uuid", entries.stream().map(Entry::id).toList()),
        Sql.array("text", entries.stream().map(Entry::actor).toList()),
        Sql.array("text", entries.stream().map(Entry::action).toList()),
        Sql.array("text", entries.stream().map(Entry::subject).toList()),
        Sql.array("text", entries.stream().map(Entry::result).toList()),
        Sql.array("uuid", entries.stream().map(Entry::decision).toList()));
  }
}
