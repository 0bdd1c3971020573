package travel.opslayer.trip;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import travel.opslayer.database.Sql;

/** The table {@code trip_plans}: what guests have planned for after a trip. */
@Singleton
public final class GuestPlanRepository {

  /**
   * What a party has planned.
   *
   * @param what such as dinner
   */
  public record Plan(String booking, String what, Instant startsAt) {}

  /** In the order in which they begin. */
  public List<Plan> of(Sql sql, int tenant, String trip) {
    return sql.list(
        """
        SELECT booking, what, starts_at FROM trip_plans WHERE tenant_id = ? AND trip = ?
        ORDER BY starts_at, booking
        """,
        row -> new Plan(row.text("booking"), row.text("what"), row.instant("starts_at")),
        tenant,
        trip);
  }

  public void put(Sql sql, int tenant, String trip, Plan plan) {
    sql.update(
        """
        INSERT INTO trip_plans (tenant_id, trip, booking, what, starts_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (tenant_id, trip, booking, starts_at) DO UPDATE SET what = excluded.what
        """,
        tenant,
        trip,
        plan.booking(),
        plan.what(),
        plan.startsAt());
  }
}
