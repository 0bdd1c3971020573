package travel.opslayer.trip;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code trip_facts}: what is known of a trip, and since when. */
@Singleton
public final class HappeningRepository {

  private static final String NOTE = "trip_facts.note";

  private static final String SELECT =
      """
      SELECT id, trip, kind, person_id, number, note, happened_at, known_at, trust, message_id,
        withdrawn_at, withdrawn
      FROM trip_facts WHERE tenant_id = ?
      """;

  private final Vault vault;

  HappeningRepository(Vault vault) {
    this.vault = vault;
  }

  /** The same id again is the same one. */
  public void add(Sql sql, int tenant, Happening it) {
    var note = it.note();
    sql.update(
        """
        INSERT INTO trip_facts (tenant_id, id, trip, kind, person_id, number, note, happened_at,
          known_at, trust, message_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant_id, id) DO NOTHING
        """,
        tenant,
        it.id(),
        it.trip(),
        it.kind(),
        it.person(),
        it.number(),
        note == null ? null : vault.seal(tenant, NOTE, note),
        it.happenedAt(),
        it.knownAt(),
        it.trust(),
        it.message());
  }

  /** In the order in which they happened, those that were withdrawn too. */
  public List<Happening> of(Sql sql, int tenant, String trip) {
    return sql.list(
        SELECT + "AND trip = ? ORDER BY happened_at, place",
        it -> happening(it, tenant),
        tenant,
        trip);
  }

  /**
   * What we knew at a moment, whenever it had happened: neither what we heard later, nor that
   * something was not so after all.
   */
  public List<Happening> knownAt(Sql sql, int tenant, String trip, Instant moment) {
    return sql.list(
        SELECT
            + """
            AND trip = ? AND known_at <= ? AND (withdrawn_at IS NULL OR withdrawn_at > ?)
            ORDER BY happened_at, place
            """,
        it -> happening(it, tenant),
        tenant,
        trip,
        moment,
        moment);
  }

  /**
   * What had happened until a moment.
   *
   * @param known as we knew it then
   */
  public List<Happening> trueAt(Sql sql, int tenant, String trip, Instant moment, Instant known) {
    return knownAt(sql, tenant, trip, known).stream()
        .filter(it -> !it.happenedAt().isAfter(moment))
        .toList();
  }

  /** It is not so after all; what was known until now stays known. */
  public boolean withdraw(Sql sql, int tenant, UUID id, String why, Instant now) {
    return sql.update(
            """
            UPDATE trip_facts SET withdrawn_at = ?, withdrawn = ?
            WHERE tenant_id = ? AND id = ? AND withdrawn_at IS NULL
            """,
            now,
            why,
            tenant,
            id)
        == 1;
  }

  private Happening happening(Row row, int tenant) {
    var note = row.bytesOrNull("note");
    return new Happening(
        row.uuid("id"),
        row.text("trip"),
        row.text("kind"),
        row.uuidOrNull("person_id"),
        row.integerOrNull("number"),
        note == null ? null : vault.openText(tenant, NOTE, note),
        row.instant("happened_at"),
        row.instant("known_at"),
        row.text("trust"),
        row.uuidOrNull("message_id"),
        row.instantOrNull("withdrawn_at"),
        row.textOrNull("withdrawn"));
  }
}
