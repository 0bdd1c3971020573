package travel.opslayer.safety;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/**
 * The table {@code phone_locks}. Whoever reads people sees there who is locked: they have no role
 * then, and are told nothing.
 */
@Singleton
public final class PhoneLockRepository {

  private static final String SELECT =
      "SELECT id, code, person_id, asked_by FROM phone_locks WHERE tenant_id = ? ";

  /**
   * A phone that is locked.
   *
   * @param askedBy who wants it unlocked, and needs a second; null while nobody does
   */
  public record Lock(UUID id, String code, UUID person, @Nullable UUID askedBy) {}

  /** That of somebody, while it is locked. */
  public Optional<Lock> of(Sql sql, int tenant, UUID person) {
    return sql.one(
        SELECT + "AND person_id = ? AND unlocked_at IS NULL",
        PhoneLockRepository::read,
        tenant,
        person);
  }

  /** By its code, while it is locked. */
  public Optional<Lock> byCode(Sql sql, int tenant, String code) {
    return sql.one(
        SELECT + "AND code = ? AND unlocked_at IS NULL", PhoneLockRepository::read, tenant, code);
  }

  /** Locks it; a PIN that was given on it counts no more. */
  public Optional<Lock> lock(Sql sql, int tenant, UUID id, UUID person, UUID by, Instant now) {
    sql.update(
        """
        INSERT INTO phone_locks (tenant_id, id, code, person_id, locked_by, locked_at)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        tenant,
        id,
        NumberRepository.next(sql, tenant, "LK"),
        person,
        by,
        now);
    sql.update(
        "UPDATE staff_pins SET good_until = NULL WHERE tenant_id = ? AND person_id = ?",
        tenant,
        person);
    return of(sql, tenant, person);
  }

  /** Somebody wants it unlocked: another has to agree. */
  public void ask(Sql sql, int tenant, Lock lock, UUID by) {
    sql.update(
        "UPDATE phone_locks SET asked_by = ? WHERE tenant_id = ? AND id = ?",
        by,
        tenant,
        lock.id());
  }

  /** Unlocks it; false when it was unlocked already. */
  public boolean unlock(Sql sql, int tenant, Lock lock, UUID by, Instant now) {
    return sql.update(
            """
            UPDATE phone_locks SET unlocked_by = ?, unlocked_at = ?
            WHERE tenant_id = ? AND id = ? AND unlocked_at IS NULL
            """,
            by,
            now,
            tenant,
            lock.id())
        == 1;
  }

  private static Lock read(Row row) {
    return new Lock(
        row.uuid("id"), row.text("code"), row.uuid("person_id"), row.uuidOrNull("asked_by"));
  }
}
