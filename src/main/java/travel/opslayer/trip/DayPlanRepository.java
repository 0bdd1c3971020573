package travel.opslayer.trip;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import travel.opslayer.database.Sql;

/** The table {@code trip_days}: where trips are meant to be. */
@Singleton
public final class DayPlanRepository {

  /** Empty for a day that nobody has planned. */
  public Optional<DayPlan> on(Sql sql, int tenant, String trip, LocalDate day) {
    return sql.one(
        "SELECT place, weak_signal FROM trip_days WHERE tenant_id = ? AND trip = ? AND day = ?",
        row -> new DayPlan(row.text("place"), row.bool("weak_signal")),
        tenant,
        trip,
        day);
  }
}
