package travel.opslayer.trip;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code extra_nights}. */
@Singleton
public final class ExtraNightRepository {

  private static final String PLACE = "extra_nights.place";

  private static final String SELECT =
      """
      SELECT id, code, trip, person_id, state, nights, party, place, version
      FROM extra_nights WHERE tenant_id = ?
      """;

  private final Vault vault;

  ExtraNightRepository(Vault vault) {
    this.vault = vault;
  }

  /** What of {@link ExtraNight} is known when it begins. */
  public record Draft(String trip, UUID person, int nights, @Nullable Integer party, String place) {

    /** Never where: this text may reach a log. */
    @Override
    public String toString() {
      return "a night on " + trip;
    }
  }

  public Optional<ExtraNight> byCode(Sql sql, int tenant, String code) {
    return sql.one(SELECT + "AND code = ?", it -> night(it, tenant), tenant, code);
  }

  /** The last one that somebody has asked for on a trip. */
  public Optional<ExtraNight> last(Sql sql, int tenant, UUID person, String trip) {
    return sql.one(
        SELECT + "AND person_id = ? AND trip = ? ORDER BY created_at DESC, code DESC LIMIT 1",
        it -> night(it, tenant),
        tenant,
        person,
        trip);
  }

  /** The same id again is the same one. */
  public ExtraNight add(Sql sql, int tenant, UUID id, Draft draft, String state, Instant now) {
    sql.update(
        """
        INSERT INTO extra_nights (tenant_id, id, code, trip, person_id, state, nights, party, place,
          created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, id) DO NOTHING
        """,
        tenant,
        id,
        NumberRepository.next(sql, tenant, "XN"),
        draft.trip(),
        draft.person(),
        state,
        draft.nights(),
        draft.party(),
        vault.seal(tenant, PLACE, draft.place()),
        now);
    return sql.one(SELECT + "AND id = ?", it -> night(it, tenant), tenant, id).orElseThrow();
  }

  /** Where it stands now. Empty when it has changed in the meantime. */
  public Optional<ExtraNight> move(Sql sql, int tenant, ExtraNight it, String to) {
    var written =
        sql.update(
            """
            UPDATE extra_nights SET state = ?, version = version + 1
            WHERE tenant_id = ? AND id = ? AND version = ?
            """,
            to,
            tenant,
            it.id(),
            it.version());
    return written == 0 ? Optional.empty() : byCode(sql, tenant, it.code());
  }

  private ExtraNight night(Row row, int tenant) {
    return new ExtraNight(
        row.uuid("id"),
        row.text("code"),
        row.text("trip"),
        row.uuid("person_id"),
        row.text("state"),
        row.integer("nights"),
        row.integerOrNull("party"),
        vault.openText(tenant, PLACE, row.bytes("place")),
        row.integer("version"));
  }
}
