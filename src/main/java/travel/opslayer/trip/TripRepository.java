package travel.opslayer.trip;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code trips}. */
@Singleton
public final class TripRepository {

  private static final String SELECT =
      """
      SELECT code, departure, starts_at, ends_at, zone, meeting, vehicle,
        guests - (SELECT coalesce(sum(g.party - g.here), 0) FROM trip_guests g
          WHERE g.tenant_id = trips.tenant_id AND g.trip = trips.code AND g.state = 'no_show')
          AS guests,
        state, started_at, ended_at, delay_minutes, version
      FROM trips WHERE tenant_id = ?
      """;

  public List<Trip> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND code = ANY(?)", TripRepository::trip, tenant, Sql.array("text", codes));
  }

  public Optional<Trip> byCode(Sql sql, int tenant, String code) {
    return byCodes(sql, tenant, List.of(code)).stream().findFirst();
  }

  /** Those that start in this time, in order. */
  public List<Trip> starting(Sql sql, int tenant, Instant from, Instant to) {
    return sql.list(
        SELECT + "AND starts_at >= ? AND starts_at < ? ORDER BY starts_at, code",
        TripRepository::trip,
        tenant,
        from,
        to);
  }

  /**
   * Where it stands now. Empty when it has changed in the meantime.
   *
   * @param at when it left or came back, where that is what has happened
   */
  public Optional<Trip> move(Sql sql, int tenant, Trip trip, String to, Instant at) {
    var written =
        sql.update(
            """
            UPDATE trips SET state = ?, version = version + 1,
              started_at = CASE WHEN ? THEN ? ELSE started_at END,
              ended_at = CASE WHEN ? THEN ? ELSE ended_at END
            WHERE tenant_id = ? AND code = ? AND version = ?
            """,
            to,
            to.equals(Trip.IN_PROGRESS),
            at,
            to.equals(Trip.COMPLETED) || to.equals(Trip.ABORTED),
            at,
            tenant,
            trip.code(),
            trip.version());
    return written == 0 ? Optional.empty() : byCode(sql, tenant, trip.code());
  }

  /** How late it is now. */
  public void delay(Sql sql, int tenant, String trip, int minutes) {
    sql.update(
        """
        UPDATE trips SET delay_minutes = ?, version = version + 1
        WHERE tenant_id = ? AND code = ? AND delay_minutes <> ?
        """,
        minutes,
        tenant,
        trip,
        minutes);
  }

  private static Trip trip(Row row) {
    return new Trip(
        row.text("code"),
        row.text("departure"),
        row.instant("starts_at"),
        row.instant("ends_at"),
        ZoneId.of(row.text("zone")),
        row.text("meeting"),
        row.text("vehicle"),
        row.integer("guests"),
        row.text("state"),
        row.instantOrNull("started_at"),
        row.instantOrNull("ended_at"),
        row.integer("delay_minutes"),
        row.integer("version"));
  }
}
