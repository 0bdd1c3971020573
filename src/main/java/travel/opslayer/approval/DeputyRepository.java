package travel.opslayer.approval;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code approval_deputies}. */
@Singleton
final class DeputyRepository {

  int end(Sql sql, int tenant, UUID person, Instant now) {
    return sql.update(
        """
        UPDATE approval_deputies SET until = ?
        WHERE tenant_id = ? AND for_person = ? AND until > ?
        """,
        now,
        tenant,
        person,
        now);
  }

  void add(Sql sql, int tenant, UUID id, Deputy deputy, Instant now) {
    sql.update(
        """
        INSERT INTO approval_deputies
          (tenant_id, id, role, for_person, deputy, approval_id, until, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (tenant_id, id) DO UPDATE SET until = excluded.until
        """,
        tenant,
        id,
        deputy.role(),
        deputy.forPerson(),
        deputy.deputy(),
        deputy.approval(),
        deputy.until(),
        now);
  }

  List<Deputy> active(Sql sql, int tenant, Instant now) {
    return sql.list(
        """
        SELECT role, for_person, deputy, approval_id, until FROM approval_deputies
        WHERE tenant_id = ? AND until > ? ORDER BY created_at, id
        """,
        DeputyRepository::deputy,
        tenant,
        now);
  }

  private static Deputy deputy(Row row) {
    return new Deputy(
        row.text("role"),
        row.uuidOrNull("for_person"),
        row.uuid("deputy"),
        row.uuidOrNull("approval_id"),
        row.instant("until"));
  }
}
