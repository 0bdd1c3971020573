package travel.opslayer.travelcore.bundled.seats;

import java.time.Instant;
import java.util.Optional;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;

/**
 * The counters of a departure. Whoever changes holds of a departure locks its row first, so nobody
 * waits in a circle, and changes both in one transaction, so they never part.
 */
final class CounterRepository {

  private CounterRepository() {}

  /**
   * How a departure stands, locked until the transaction ends.
   *
   * @param sells open or guaranteed
   * @param closed the time for booking is over
   */
  record Standing(boolean sells, boolean closed, int free, int waiting) {}

  static Optional<Standing> lock(Sql sql, Command command, String departure) {
    return sql.one(
        """
        SELECT state IN ('open', 'guaranteed') AS sells,
               (starts_on + starts_time) AT TIME ZONE zone - sales_close <= ? AS closed,
               capacity + overbook - held - booked AS free, waiting
        FROM core.departures WHERE tenant_id = ? AND code = ? FOR UPDATE
        """,
        row ->
            new Standing(
                row.bool("sells"), row.bool("closed"), row.integer("free"), row.integer("waiting")),
        command.now(),
        command.tenant(),
        departure);
  }

  /** Takes free seats that nobody waits for; false when there are too few, or it is not on sale. */
  static boolean take(Sql sql, Command command, String departure, int party) {
    return sql.update(
            """
            UPDATE core.departures SET held = held + ?, version = version + 1
            WHERE tenant_id = ? AND code = ? AND waiting = 0
              AND state IN ('open', 'guaranteed')
              AND (starts_on + starts_time) AT TIME ZONE zone - sales_close > ?
              AND held + booked + ? <= capacity + overbook
            """,
            party,
            command.tenant(),
            departure,
            command.now(),
            party)
        == 1;
  }

  /** Changes counters of a departure that is locked. */
  static void add(Sql sql, int tenant, String departure, int held, int booked, int waiting) {
    sql.update(
        """
        UPDATE core.departures SET held = held + ?, booked = booked + ?, waiting = waiting + ?,
          version = version + 1
        WHERE tenant_id = ? AND code = ?
        """,
        held,
        booked,
        waiting,
        tenant,
        departure);
  }

  /** Frees what is held no longer, on a departure that is locked; the number of holds. */
  static int reclaim(Sql sql, int tenant, String departure, Instant now) {
    var freed =
        sql.list(
            """
            UPDATE core.holds SET state = 'expired', version = version + 1
            WHERE tenant_id = ? AND departure = ? AND state = 'active' AND until <= ?
              AND purpose <> 'waitlist'
            RETURNING party
            """,
            row -> row.integer("party"),
            tenant,
            departure,
            now);
    if (!freed.isEmpty()) {
      add(sql, tenant, departure, -freed.stream().mapToInt(it -> it).sum(), 0, 0);
    }
    return freed.size();
  }
}
