package travel.opslayer.demo;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Sql;
import travel.opslayer.time.Ids;

/** Writes the trips of the demo tenant, their crews and their guests. */
@Singleton
final class FieldRepository {

  private final Vault vault;

  FieldRepository(Vault vault) {
    this.vault = vault;
  }

  void day(Sql sql, int tenant, Table.Line it) {
    sql.update(
        "INSERT INTO trip_days (tenant_id, trip, day, place, weak_signal) VALUES (?, ?, ?, ?, ?)",
        tenant,
        it.get("trip"),
        LocalDate.parse(it.get("day")),
        it.get("place"),
        it.get("weak").equals("yes"));
  }

  void trip(Sql sql, int tenant, Table.Line it, ZoneId zone) {
    sql.update(
        """
        INSERT INTO trips (tenant_id, code, departure, starts_at, ends_at, zone, meeting, vehicle,
          guests, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        it.get("code"),
        it.get("departure"),
        LocalDateTime.parse(it.get("starts")).atZone(zone).toInstant(),
        LocalDateTime.parse(it.get("ends")).atZone(zone).toInstant(),
        zone.getId(),
        it.get("meeting"),
        it.get("vehicle"),
        Integer.valueOf(it.get("guests")),
        it.get("state"));
  }

  void crew(Sql sql, int tenant, Table.Line it, Instant now) {
    sql.update(
        """
        INSERT INTO crew (tenant_id, id, code, trip, person_id, role, state, starts_at, ends_at,
          created_at)
        SELECT tenant_id, ?, ?, code, ?, ?, ?, starts_at, ends_at, ?
        FROM trips WHERE tenant_id = ? AND code = ?
        """,
        Ids.from(DemoRepository.id(it.get("person")), it.get("trip")),
        NumberRepository.next(sql, tenant, "AS"),
        DemoRepository.id(it.get("person")),
        it.get("role"),
        it.get("state"),
        now,
        tenant,
        it.get("trip"));
  }

  void skill(Sql sql, int tenant, Table.Line it) {
    sql.update(
        "INSERT INTO crew_skills (tenant_id, person_id, skill) VALUES (?, ?, ?)",
        tenant,
        DemoRepository.id(it.get("person")),
        it.get("skill"));
  }

  void guests(Sql sql, int tenant, Table.Line it) {
    sql.update(
        """
        INSERT INTO trip_guests (tenant_id, trip, booking, person_id, name, place, party)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        it.get("trip"),
        it.get("booking"),
        DemoRepository.id(it.get("person")),
        vault.seal(tenant, "trip_guests.name", it.get("name")),
        vault.seal(tenant, "trip_guests.place", it.get("place")),
        Integer.valueOf(it.get("party")));
  }
}
