package travel.opslayer.trip;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code contact_watches}, and when the crew of a trip was heard last. */
@Singleton
public final class ContactWatchRepository {

  private static final String SELECT =
      """
      SELECT id, code, trip, state, heard_at, opened_at, runner_at, runner_by, version
      FROM contact_watches w WHERE tenant_id = ?
      """;

  /** Of the trip t: any of them counts, on whatever line. */
  private static final String HEARD =
      """
      (SELECT max(c.last_in_at) FROM crew k JOIN whatsapp_conversations c
         ON c.tenant_id = k.tenant_id AND c.person_id = k.person_id
       WHERE k.tenant_id = t.tenant_id AND k.trip = t.code
         AND k.state IN ('accepted', 'checked_in'))
      """;

  /** A trip that is under way, and when its crew was heard last. */
  public record Silent(String trip, Instant heardAt) {}

  /** Trips under way whose crew was last heard before this moment, and that nobody watches yet. */
  public List<Silent> silent(Sql sql, int tenant, Instant before, Instant now) {
    return sql.list(
        """
        SELECT code, heard_at FROM (SELECT t.code, %s AS heard_at FROM trips t
          WHERE t.tenant_id = ? AND t.state = 'in_progress' AND t.starts_at <= ? AND t.ends_at > ?
            AND NOT EXISTS (SELECT FROM contact_watches w WHERE w.tenant_id = t.tenant_id
              AND w.trip = t.code AND w.state <> 'closed')) s
        WHERE heard_at < ? ORDER BY code
        """
            .formatted(HEARD),
        row -> new Silent(row.text("code"), row.instant("heard_at")),
        tenant,
        now,
        now,
        before);
  }

  /** Watches whose crew was heard since, and that nobody has told so. */
  public List<ContactWatch> heard(Sql sql, int tenant) {
    return sql.list(
        SELECT
            + """
            AND state IN ('open', 'runner_sent') AND heard_at < (SELECT %s FROM trips t
              WHERE t.tenant_id = w.tenant_id AND t.code = w.trip)
            ORDER BY code
            """
                .formatted(HEARD),
        ContactWatchRepository::watch,
        tenant);
  }

  /** When the crew of a trip was heard last; empty when it never was. */
  public Optional<Instant> heardAt(Sql sql, int tenant, String trip) {
    return sql
        .list(
            """
            SELECT heard_at FROM (SELECT %s AS heard_at FROM trips t
              WHERE t.tenant_id = ? AND t.code = ?) s WHERE heard_at IS NOT NULL
            """
                .formatted(HEARD),
            row -> row.instant("heard_at"),
            tenant,
            trip)
        .stream()
        .findFirst();
  }

  public Optional<ContactWatch> byCode(Sql sql, int tenant, String code) {
    return sql.one(SELECT + "AND code = ?", ContactWatchRepository::watch, tenant, code);
  }

  /** The last one of a trip. */
  public Optional<ContactWatch> last(Sql sql, int tenant, String trip) {
    return sql.one(
        SELECT + "AND trip = ? ORDER BY opened_at DESC, code DESC LIMIT 1",
        ContactWatchRepository::watch,
        tenant,
        trip);
  }

  /** The same id again is the same one. Empty while another of this trip is not closed. */
  public Optional<ContactWatch> open(
      Sql sql, int tenant, UUID id, String trip, String state, Instant heardAt, Instant now) {
    sql.update(
        """
        INSERT INTO contact_watches (tenant_id, id, code, trip, state, heard_at, opened_at)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        tenant,
        id,
        NumberRepository.next(sql, tenant, "W"),
        trip,
        state,
        heardAt,
        now);
    return sql.one(SELECT + "AND id = ?", ContactWatchRepository::watch, tenant, id);
  }

  /**
   * Where it stands now. Empty when it has changed in the meantime.
   *
   * @param runner who has sent somebody to look now; null when nobody has
   */
  public Optional<ContactWatch> move(
      Sql sql, int tenant, ContactWatch it, String to, @Nullable UUID runner, Instant now) {
    var written =
        sql.update(
            """
            UPDATE contact_watches SET state = ?, version = version + 1,
              runner_by = coalesce(?, runner_by),
              runner_at = CASE WHEN ? THEN ? ELSE runner_at END,
              closed_at = CASE WHEN ? THEN ? ELSE NULL END
            WHERE tenant_id = ? AND id = ? AND version = ?
            """,
            to,
            runner,
            runner != null,
            now,
            to.equals(ContactWatch.CLOSED),
            now,
            tenant,
            it.id(),
            it.version());
    return written == 0 ? Optional.empty() : byCode(sql, tenant, it.code());
  }

  private static ContactWatch watch(Row row) {
    return new ContactWatch(
        row.uuid("id"),
        row.text("code"),
        row.text("trip"),
        row.text("state"),
        row.instant("heard_at"),
        row.instant("opened_at"),
        row.instantOrNull("runner_at"),
        row.uuidOrNull("runner_by"),
        row.integer("version"));
  }
}
