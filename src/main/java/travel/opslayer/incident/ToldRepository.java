package travel.opslayer.incident;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The tables {@code incident_parties} and {@code incident_tasks}: what is owed to whom. */
@Singleton
public final class ToldRepository {

  /** In the order of their bookings. */
  public List<ToldParty> of(Sql sql, int tenant, UUID incident) {
    return sql.list(
        """
        SELECT incident_id, booking, person_id, told_at, over_at, promised_by, kept_at, car
        FROM incident_parties WHERE tenant_id = ? AND incident_id = ? ORDER BY booking
        """,
        ToldRepository::party,
        tenant,
        incident);
  }

  public Optional<ToldParty> of(Sql sql, int tenant, UUID incident, String booking) {
    return of(sql, tenant, incident).stream().filter(it -> it.booking().equals(booking)).findAny();
  }

  /** They are told now. */
  public void told(Sql sql, int tenant, UUID incident, String booking, UUID person, Instant now) {
    sql.update(
        """
        INSERT INTO incident_parties (tenant_id, incident_id, booking, person_id, told_at)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (tenant_id, incident_id, booking) DO UPDATE SET told_at = excluded.told_at
        """,
        tenant,
        incident,
        booking,
        person,
        now);
  }

  /** They are told that it is over; false when they were. */
  public boolean over(Sql sql, int tenant, ToldParty it, Instant now) {
    return sql.update(
            """
            UPDATE incident_parties SET over_at = ?
            WHERE tenant_id = ? AND incident_id = ? AND booking = ? AND over_at IS NULL
            """,
            now,
            tenant,
            it.incident(),
            it.booking())
        == 1;
  }

  /** Somebody will have written to them by then. An earlier promise that is open stands. */
  public ToldParty promise(
      Sql sql, int tenant, UUID incident, String booking, UUID person, Instant by) {
    sql.update(
        """
        INSERT INTO incident_parties AS p
          (tenant_id, incident_id, booking, person_id, promised_by)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (tenant_id, incident_id, booking) DO UPDATE SET kept_at = NULL, promised_by =
          CASE WHEN p.kept_at IS NULL THEN coalesce(p.promised_by, excluded.promised_by)
          ELSE excluded.promised_by END
        """,
        tenant,
        incident,
        booking,
        person,
        by);
    return of(sql, tenant, incident, booking).orElseThrow();
  }

  /** They were written to; whether something was promised that is kept by it. */
  public boolean kept(Sql sql, int tenant, UUID incident, String booking, Instant now) {
    return sql.update(
            """
            UPDATE incident_parties SET kept_at = ?
            WHERE tenant_id = ? AND incident_id = ? AND booking = ? AND kept_at IS NULL
              AND promised_by IS NOT NULL
            """,
            now,
            tenant,
            incident,
            booking)
        == 1;
  }

  /** Who would bring them, were help late. */
  public void car(Sql sql, int tenant, UUID incident, String booking, UUID person, String car) {
    sql.update(
        """
        INSERT INTO incident_parties (tenant_id, incident_id, booking, person_id, car)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (tenant_id, incident_id, booking) DO UPDATE SET car = excluded.car
        """,
        tenant,
        incident,
        booking,
        person,
        car);
  }

  /** Something is left to do; the same again is one. */
  public void task(Sql sql, int tenant, UUID incident, String task) {
    sql.update(
        """
        INSERT INTO incident_tasks (tenant_id, incident_id, number, task)
        SELECT ?, ?, count(*) + 1, ? FROM incident_tasks WHERE tenant_id = ? AND incident_id = ?
        HAVING count(*) FILTER (WHERE task = ?) = 0
        """,
        tenant,
        incident,
        task,
        tenant,
        incident,
        task);
  }

  /** What is still to do, in the order in which it came up. */
  public List<String> tasks(Sql sql, int tenant, UUID incident) {
    return sql.list(
        """
        SELECT task FROM incident_tasks
        WHERE tenant_id = ? AND incident_id = ? AND done_at IS NULL ORDER BY number
        """,
        row -> row.text("task"),
        tenant,
        incident);
  }

  /** What is still to do on a trip and begins with these words. */
  public List<String> tasksOfTrip(Sql sql, int tenant, String trip, String begin) {
    return sql.list(
        """
        SELECT task FROM incident_tasks t JOIN incidents i
          ON i.tenant_id = t.tenant_id AND i.id = t.incident_id
        WHERE t.tenant_id = ? AND i.trip = ? AND starts_with(task, ?) AND done_at IS NULL
        ORDER BY i.created_at, number
        """,
        row -> row.text("task"),
        tenant,
        trip,
        begin);
  }

  /** It is done, on whichever incident of the trip it was left. */
  public void done(Sql sql, int tenant, String trip, String task, Instant now) {
    sql.update(
        """
        UPDATE incident_tasks t SET done_at = ? FROM incidents i
        WHERE t.tenant_id = ? AND i.tenant_id = t.tenant_id AND i.id = t.incident_id
          AND i.trip = ? AND task = ? AND done_at IS NULL
        """,
        now,
        tenant,
        trip,
        task);
  }

  private static ToldParty party(Row row) {
    return new ToldParty(
        row.uuid("incident_id"),
        row.text("booking"),
        row.uuid("person_id"),
        row.instantOrNull("told_at"),
        row.instantOrNull("over_at"),
        row.instantOrNull("promised_by"),
        row.instantOrNull("kept_at"),
        row.textOrNull("car"));
  }
}
