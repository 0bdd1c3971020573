package travel.opslayer.trip;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code trip_guests}: who travels, by booking. */
@Singleton
public final class GuestRepository {

  private static final String NAME = "trip_guests.name";
  private static final String PLACE = "trip_guests.place";

  private static final String SELECT =
      """
      SELECT trip, booking, person_id, name, place, party, here, state, asked_at, version
      FROM trip_guests WHERE tenant_id = ?
      """;

  private final Vault vault;

  GuestRepository(Vault vault) {
    this.vault = vault;
  }

  /** In the order of their bookings. */
  public List<GuestParty> of(Sql sql, int tenant, String trip) {
    return sql.list(
        SELECT + "AND trip = ? ORDER BY booking", it -> party(it, tenant), tenant, trip);
  }

  /** All but those whom nobody waits for any more. */
  public List<GuestParty> travelling(Sql sql, int tenant, String trip) {
    return of(sql, tenant, trip).stream()
        .filter(it -> !it.state().equals(GuestParty.NO_SHOW))
        .toList();
  }

  /** The parties of somebody on trips that are not over. */
  public List<GuestParty> ofPerson(Sql sql, int tenant, UUID person) {
    return sql.list(
        SELECT
            + """
            AND person_id = ? AND trip IN (SELECT code FROM trips WHERE tenant_id = ?
              AND state NOT IN ('completed', 'cancelled', 'aborted'))
            ORDER BY trip
            """,
        it -> party(it, tenant),
        tenant,
        person,
        tenant);
  }

  /** The parties of these people that are missed, and were asked after this moment. */
  public List<GuestParty> called(Sql sql, int tenant, Collection<UUID> people, Instant after) {
    return people.isEmpty()
        ? List.of()
        : sql.list(
            SELECT
                + """
                AND person_id = ANY(?) AND asked_at > ? AND state = 'expected' ORDER BY asked_at
                """,
            it -> party(it, tenant),
            tenant,
            Sql.array("uuid", people),
            after);
  }

  /** On the list, unless it is. */
  public void add(
      Sql sql,
      int tenant,
      String trip,
      String booking,
      UUID person,
      String name,
      String place,
      int party) {
    sql.update(
        """
        INSERT INTO trip_guests (tenant_id, trip, booking, person_id, name, place, party)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        tenant,
        trip,
        booking,
        person,
        vault.seal(tenant, NAME, name),
        vault.seal(tenant, PLACE, place),
        party);
  }

  /** How many of them have come, and what that makes them. Empty when it changed meanwhile. */
  public Optional<GuestParty> seen(Sql sql, int tenant, GuestParty it, int here, String state) {
    var written =
        sql.update(
            """
            UPDATE trip_guests SET here = ?, state = ?, version = version + 1
            WHERE tenant_id = ? AND trip = ? AND booking = ? AND version = ?
            """,
            here,
            state,
            tenant,
            it.trip(),
            it.booking(),
            it.version());
    return written == 0
        ? Optional.empty()
        : of(sql, tenant, it.trip()).stream()
            .filter(now -> now.booking().equals(it.booking()))
            .findFirst();
  }

  /** Somebody misses them. False when they were asked already. */
  public boolean ask(Sql sql, int tenant, GuestParty it, Instant now) {
    return sql.update(
            """
            UPDATE trip_guests SET asked_at = ?, version = version + 1
            WHERE tenant_id = ? AND trip = ? AND booking = ? AND asked_at IS NULL
            """,
            now,
            tenant,
            it.trip(),
            it.booking())
        == 1;
  }

  private GuestParty party(Row row, int tenant) {
    return new GuestParty(
        row.text("trip"),
        row.text("booking"),
        row.uuid("person_id"),
        vault.openText(tenant, NAME, row.bytes("name")),
        vault.openText(tenant, PLACE, row.bytes("place")),
        row.integer("party"),
        row.integer("here"),
        row.text("state"),
        row.instantOrNull("asked_at"),
        row.integer("version"));
  }
}
