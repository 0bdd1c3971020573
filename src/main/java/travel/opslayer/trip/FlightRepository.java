package travel.opslayer.trip;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import travel.opslayer.database.Sql;

/** The table {@code trip_flights}: which flights guests have to catch after a trip. */
@Singleton
public final class FlightRepository {

  /** When they leave, by booking. */
  public Map<String, Instant> of(Sql sql, int tenant, String trip) {
    return sql
        .list(
            "SELECT booking, leaves_at FROM trip_flights WHERE tenant_id = ? AND trip = ?",
            row -> Map.entry(row.text("booking"), row.instant("leaves_at")),
            tenant,
            trip)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The flight of a party; another one takes its place. */
  public void put(Sql sql, int tenant, String trip, String booking, Instant leavesAt) {
    sql.update(
        """
        INSERT INTO trip_flights (tenant_id, trip, booking, leaves_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (tenant_id, trip, booking) DO UPDATE SET leaves_at = excluded.leaves_at
        """,
        tenant,
        trip,
        booking,
        leavesAt);
  }
}
