package travel.opslayer.trip;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The tables {@code overtime} and {@code overtime_parties}. */
@Singleton
public final class OvertimeRepository {

  private static final String WHY = "overtime.why";

  private static final String SELECT =
      """
      SELECT id, code, trip, crew_id, person_id, state, minutes, granted, why, version
      FROM overtime WHERE tenant_id = ?
      """;

  private final Vault vault;

  OvertimeRepository(Vault vault) {
    this.vault = vault;
  }

  public Optional<Overtime> byCode(Sql sql, int tenant, String code) {
    return sql.one(SELECT + "AND code = ?", it -> overtime(it, tenant), tenant, code);
  }

  /** Of one piece of work, the oldest first. */
  public List<Overtime> of(Sql sql, int tenant, UUID crew) {
    return sql.list(
        SELECT + "AND crew_id = ? ORDER BY created_at, code",
        it -> overtime(it, tenant),
        tenant,
        crew);
  }

  /** Of everybody on a trip, the oldest first. */
  public List<Overtime> onTrip(Sql sql, int tenant, String trip) {
    return sql.list(
        SELECT + "AND trip = ? ORDER BY created_at, code",
        it -> overtime(it, tenant),
        tenant,
        trip);
  }

  /** The same id again is the same one. */
  public Overtime add(
      Sql sql, int tenant, UUID id, Duty duty, String state, String why, Instant now) {
    sql.update(
        """
        INSERT INTO overtime (tenant_id, id, code, trip, crew_id, person_id, state, why, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, id) DO NOTHING
        """,
        tenant,
        id,
        NumberRepository.next(sql, tenant, "OT"),
        duty.trip(),
        duty.id(),
        duty.person(),
        state,
        vault.seal(tenant, WHY, why),
        now);
    return sql.one(SELECT + "AND id = ?", it -> overtime(it, tenant), tenant, id).orElseThrow();
  }

  /** Where it stands now. Empty when it has changed in the meantime. */
  public Optional<Overtime> move(
      Sql sql,
      int tenant,
      Overtime it,
      String to,
      @Nullable Integer minutes,
      @Nullable Integer granted) {
    var written =
        sql.update(
            """
            UPDATE overtime SET state = ?, minutes = ?, granted = ?, version = version + 1
            WHERE tenant_id = ? AND id = ? AND version = ?
            """,
            to,
            minutes,
            granted,
            tenant,
            it.id(),
            it.version());
    return written == 0 ? Optional.empty() : byCode(sql, tenant, it.code());
  }

  /** A party is told of it now; false when it was told already. */
  public boolean tell(Sql sql, int tenant, Overtime it, String booking, Instant now) {
    return sql.update(
            """
            INSERT INTO overtime_parties (tenant_id, overtime_id, booking, told_at)
            VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            tenant,
            it.id(),
            booking,
            now)
        == 1;
  }

  private Overtime overtime(Row row, int tenant) {
    return new Overtime(
        row.uuid("id"),
        row.text("code"),
        row.text("trip"),
        row.uuid("crew_id"),
        row.uuid("person_id"),
        row.text("state"),
        row.integerOrNull("minutes"),
        row.integerOrNull("granted"),
        vault.openText(tenant, WHY, row.bytes("why")),
        row.integer("version"));
  }
}
