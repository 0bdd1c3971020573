package travel.opslayer.travelcore.bundled.seats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.travelcore.Command;
import travel.opslayer.travelcore.seats.Fit;
import travel.opslayer.travelcore.seats.Waitlist.Freed;
import travel.opslayer.travelcore.seats.WaitlistEntry;

/** The tables {@code core.waitlist} and {@code core.waitlist_skips}. */
final class EntryRepository {

  private static final String SELECT =
      """
      SELECT id, code, departure, person_id, party, state, auto, hold_id, offer_until,
        (SELECT count(*)::int FROM core.waitlist b
         WHERE b.tenant_id = w.tenant_id AND b.departure = w.departure AND b.state = 'waiting'
           AND (b.priority > w.priority OR (b.priority = w.priority AND b.place < w.place)))
          AS ahead
      FROM core.waitlist w WHERE tenant_id = ?
      """;

  private EntryRepository() {}

  static Optional<WaitlistEntry> find(Sql sql, int tenant, UUID id) {
    return sql.one(SELECT + "AND id = ?", EntryRepository::entry, tenant, id);
  }

  static List<WaitlistEntry> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND code = ANY(?)", EntryRepository::entry, tenant, Sql.array("text", codes));
  }

  static List<WaitlistEntry> openOf(Sql sql, int tenant, Collection<UUID> people) {
    return sql.list(
        SELECT + "AND person_id = ANY(?) AND state IN ('waiting', 'offered') ORDER BY place",
        EntryRepository::entry,
        tenant,
        Sql.array("uuid", people));
  }

  static List<WaitlistEntry> onDeparture(Sql sql, int tenant, String departure) {
    return sql.list(
        SELECT
            + "AND departure = ? AND state IN ('waiting', 'offered') ORDER BY priority DESC, place",
        EntryRepository::entry,
        tenant,
        departure);
  }

  /** Seats that are held no longer count as free: whoever is next frees them. */
  static List<Freed> freed(Sql sql, int tenant, Instant now, int most) {
    var versions = new LinkedHashMap<String, Integer>();
    sql.list(
            """
            SELECT d.code, d.version FROM core.departures d
            WHERE d.tenant_id = ? AND d.waiting > 0 AND d.state IN ('open', 'guaranteed')
              AND (d.capacity - d.held - d.booked > 0 OR EXISTS (
                SELECT 1 FROM core.holds h WHERE h.tenant_id = d.tenant_id
                  AND h.departure = d.code AND h.state = 'active' AND h.purpose <> 'waitlist'
                  AND h.until <= ?))
            ORDER BY d.code LIMIT ?
            """,
            row -> Map.entry(row.text("code"), row.integer("version")),
            tenant,
            now,
            most)
        .forEach(it -> versions.put(it.getKey(), it.getValue()));
    var freed = new ArrayList<Freed>();
    versions.forEach(
        (departure, version) ->
            waiting(sql, tenant, departure).stream()
                .findFirst()
                .ifPresent(it -> freed.add(new Freed(it, version))));
    return freed;
  }

  /** In the order of the line. */
  static List<WaitlistEntry> waiting(Sql sql, int tenant, String departure) {
    return sql.list(
        SELECT + "AND departure = ? AND state = 'waiting' ORDER BY priority DESC, place",
        EntryRepository::entry,
        tenant,
        departure);
  }

  static void add(
      Sql sql, Command command, String departure, UUID person, int party, boolean auto) {
    sql.update(
        """
        INSERT INTO core.waitlist (tenant_id, id, code, departure, person_id, party, state, auto,
          created_at)
        VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?, ?)
        """,
        command.tenant(),
        command.id(),
        NumberRepository.next(sql, command.tenant(), "WL"),
        departure,
        person,
        party,
        auto,
        command.now());
  }

  static void move(
      Sql sql,
      int tenant,
      WaitlistEntry it,
      String state,
      @Nullable UUID hold,
      @Nullable Instant until) {
    sql.update(
        """
        UPDATE core.waitlist SET state = ?, hold_id = ?, offer_until = ?,
          offers = offers + CASE WHEN ? = 'offered' THEN 1 ELSE 0 END, version = version + 1
        WHERE tenant_id = ? AND id = ?
        """,
        state,
        hold,
        until,
        state,
        tenant,
        it.id());
  }

  static void auto(Sql sql, int tenant, WaitlistEntry it, boolean auto) {
    sql.update(
        "UPDATE core.waitlist SET auto = ?, version = version + 1 WHERE tenant_id = ? AND id = ?",
        auto,
        tenant,
        it.id());
  }

  /** Somebody was next and is passed over. */
  static void skipped(Sql sql, Command command, WaitlistEntry it, int free, Fit fit) {
    sql.update(
        """
        INSERT INTO core.waitlist_skips (tenant_id, entry_id, at, free, party, policy)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        command.tenant(),
        it.id(),
        command.now(),
        free,
        it.party(),
        fit.name().toLowerCase(Locale.ROOT));
  }

  private static WaitlistEntry entry(Row row) {
    return new WaitlistEntry(
        row.uuid("id"),
        row.text("code"),
        row.text("departure"),
        row.uuid("person_id"),
        row.integer("party"),
        row.text("state"),
        row.bool("auto"),
        row.uuidOrNull("hold_id"),
        row.instantOrNull("offer_until"),
        row.integer("ahead"));
  }
}
