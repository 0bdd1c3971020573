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
        total_minor, granted, state, until, version
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

  Change propose(Sql sql, int tenant, UUID id, Proposal it, Instant now) {
    var changed =
        sql.update(
            """
            UPDATE booking_changes SET booking_version = ?, departure = ?, party = ?,
              refund_minor = ?, total_minor = ?, until = ?,
              granted = CASE WHEN until > ? THEN granted END,
              version = version + CASE WHEN booking_version = ? AND party = ? AND refund_minor = ?
                AND total_minor = ? AND departure IS NOT DISTINCT FROM ? THEN 0 ELSE 1 END
            WHERE tenant_id = ? AND booking = ? AND state = 'open'
            """,
            it.bookingVersion(),
            it.departure(),
            it.party(),
            it.refundMinor(),
            it.totalMinor(),
            it.until(),
            now,
            it.bookingVersion(),
            it.party(),
            it.refundMinor(),
            it.totalMinor(),
            it.departure(),
            tenant,
            it.booking());
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
          departure, party, refund_minor, total_minor, state, until, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?) ON CONFLICT DO NOTHING
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
        row.longValue("total_minor"),
        row.textOrNull("granted"),
        row.text("state"),
        row.instant("until"),
        row.integer("version"));
  }
}
