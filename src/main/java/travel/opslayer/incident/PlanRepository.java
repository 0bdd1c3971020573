package travel.opslayer.incident;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code incident_plans}. */
@Singleton
public final class PlanRepository {

  private static final String DRIVER = "incident_plans.driver";

  private final Vault vault;

  PlanRepository(Vault vault) {
    this.vault = vault;
  }

  /** The newest one. */
  public Optional<Plan> last(Sql sql, int tenant, UUID incident) {
    return sql.one(
        """
        SELECT incident_id, number, plate, driver, arrives_at, by_id, state FROM incident_plans
        WHERE tenant_id = ? AND incident_id = ? ORDER BY number DESC LIMIT 1
        """,
        it -> plan(it, tenant),
        tenant,
        incident);
  }

  /** A new one, with the next number; it takes the place of those that were not sent. */
  public Plan propose(Sql sql, int tenant, Plan it) {
    var driver = it.driver();
    sql.update(
        """
        UPDATE incident_plans SET state = 'replaced'
        WHERE tenant_id = ? AND incident_id = ? AND state = 'proposed'
        """,
        tenant,
        it.incident());
    sql.update(
        """
        INSERT INTO incident_plans (tenant_id, incident_id, number, plate, driver, arrives_at, by_id)
        SELECT ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? FROM incident_plans
        WHERE tenant_id = ? AND incident_id = ?
        """,
        tenant,
        it.incident(),
        it.plate(),
        driver == null ? null : vault.seal(tenant, DRIVER, driver),
        it.arrivesAt(),
        it.by(),
        tenant,
        it.incident());
    return last(sql, tenant, it.incident()).orElseThrow();
  }

  /** It is told from now on; false when it was, or another one has taken its place. */
  public boolean send(Sql sql, int tenant, Plan it) {
    return sql.update(
            """
            UPDATE incident_plans SET state = 'sent'
            WHERE tenant_id = ? AND incident_id = ? AND number = ? AND state = 'proposed'
            """,
            tenant,
            it.incident(),
            it.number())
        == 1;
  }

  private Plan plan(Row row, int tenant) {
    var driver = row.bytesOrNull("driver");
    return new Plan(
        row.uuid("incident_id"),
        row.integer("number"),
        row.textOrNull("plate"),
        driver == null ? null : vault.openText(tenant, DRIVER, driver),
        row.instant("arrives_at"),
        row.uuid("by_id"),
        row.text("state"));
  }
}
