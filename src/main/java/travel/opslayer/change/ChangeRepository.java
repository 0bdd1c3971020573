package travel.opslayer.change;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.change.Changes.Proposal;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code booking_changes}. */
@Singleton
final class ChangeRepository {

  private static final String SELECT =
      """
      SELECT id, code, booking, booking_version, person_id, departure, party, refund_minor,
        fee_minor, total_minor, granted, state, until, version
      FROM booking_changes WHERE tenant_id = ?
      """;

  List<Change> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND code = ANY(?)",
            ChangeRepository::change,
            tenant,
            Sql.array("text", codes));
  }

  List<Change> openOf(Sql sql, int tenant, Collection<String> bookings) {
    return bookings.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND booking = ANY(?) AND state = 'open'",
            ChangeRepository::change,
            tenant,
            Sql.array("text", bookings));
  }

  /** What was granted is for these seats and this departure, and until its own end. */
  Change propose(Sql sql, int tenant, UUID id, Proposal it, Instant now) {
    var changed =
        sql.update(
            """
            UPDATE booking_changes c SET booking_version = n.booking_version,
              departure = n.departure, party = n.party, refund_minor = n.refund_minor,
              fee_minor = n.fee_minor, total_minor = n.total_minor,
              until = CASE WHEN c.granted IS NOT NULL AND c.until > n.now AND n.same THEN c.until
                ELSE n.until END,
              granted = CASE WHEN c.until > n.now AND n.same THEN c.granted END,
              version = c.version + CASE WHEN n.same AND c.booking_version = n.booking_version
                AND c.refund_minor = n.refund_minor AND c.fee_minor = n.fee_minor
                AND c.total_minor = n.total_minor THEN 0 ELSE 1 END
            FROM (SELECT v.*, b.id, b.party = v.party
                AND b.departure IS NOT DISTINCT FROM v.departure AS same
              FROM booking_changes b, (VALUES (?::int, ?::text, ?::int, ?::bigint, ?::bigint,
                ?::bigint, ?::timestamptz, ?::timestamptz)) AS v (booking_version, departure, party,
                refund_minor, fee_minor, total_minor, until, now)
              WHERE b.tenant_id = ? AND b.booking = ? AND b.state = 'open' FOR UPDATE OF b) n
            WHERE c.tenant_id = ? AND c.id = n.id
            """,
            it.bookingVersion(),
            it.departure(),
            it.party(),
            it.refundMinor(),
            it.feeMinor(),
            it.totalMinor(),
            it.until(),
            now,
            tenant,
            it.booking(),
            tenant);
    if (changed == 0) {
      add(sql, tenant, id, it, now);
    }
    return openOf(sql, tenant, List.of(it.booking())).getFirst();
  }

  /** When another node proposes one in this moment, that is the one. */
  private static void add(Sql sql, int tenant, UUID id, Proposal it, Instant now) {
    sql.update(
        """
        INSERT INTO booking_changes (tenant_id, id, code, booking, booking_version, person_id,
          departure, party, refund_minor, fee_minor, total_minor, state, until, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?) ON CONFLICT DO NOTHING
        """,
        tenant,
        id,
        NumberRepository.next(sql, tenant, "CH"),
        it.booking(),
        it.bookingVersion(),
        it.person(),
        it.departure(),
        it.party(),
        it.refundMinor(),
        it.feeMinor(),
        it.totalMinor(),
        it.until(),
        now);
  }

  Optional<Change> move(Sql sql, int tenant, Change change, String from, String to) {
    return one(
        sql,
        tenant,
        change,
        sql.update(
            """
            UPDATE booking_changes SET state = ?
            WHERE tenant_id = ? AND id = ? AND state = ? AND version = ?
            """,
            to,
            tenant,
            change.id(),
            from,
            change.version()));
  }

  Optional<Change> grant(
      Sql sql, int tenant, Change change, String granted, int bookingVersion, Instant until) {
    return one(
        sql,
        tenant,
        change,
        sql.update(
            """
            UPDATE booking_changes SET granted = ?, booking_version = ?, until = ?, state = 'open',
              version = version + 1
            WHERE tenant_id = ? AND id = ? AND version = ? AND state <> 'withdrawn'
            """,
            granted,
            bookingVersion,
            until,
            tenant,
            change.id(),
            change.version()));
  }

  private Optional<Change> one(Sql sql, int tenant, Change change, int written) {
    return written == 0
        ? Optional.empty()
        : byCodes(sql, tenant, List.of(change.code())).stream().findFirst();
  }

  private static Change change(Row row) {
    return new Change(
        row.uuid("id"),
        row.text("code"),
        row.text("booking"),
        row.integer("booking_version"),
        row.uuid("person_id"),
        row.textOrNull("departure"),
        row.integer("party"),
        row.longValue("refund_minor"),
        row.longValue("fee_minor"),
        row.longValue("total_minor"),
        row.textOrNull("granted"),
        row.text("state"),
        row.instant("until"),
        row.integer("version"));
  }
}
