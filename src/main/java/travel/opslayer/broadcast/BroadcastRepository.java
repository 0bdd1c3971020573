package travel.opslayer.broadcast;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;

/** The table {@code broadcasts}. */
@Singleton
public final class BroadcastRepository {

  private static final String WORDS = "broadcasts.words";

  private static final String SELECT =
      """
      SELECT id, code, person_id, audience, about, words, hash, people, state, until, version,
        pace, wait_seconds, started_at
      FROM broadcasts WHERE tenant_id = ?
      """;

  private final Vault vault;

  BroadcastRepository(Vault vault) {
    this.vault = vault;
  }

  public Optional<Broadcast> byCode(Sql sql, int tenant, String code) {
    return sql.one(SELECT + "AND code = ?", it -> broadcast(it, tenant), tenant, code);
  }

  public List<Broadcast> byCodes(Sql sql, int tenant, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND code = ANY(?)",
            it -> broadcast(it, tenant),
            tenant,
            Sql.array("text", codes));
  }

  public List<Broadcast> byIds(Sql sql, int tenant, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND id = ANY(?)",
            it -> broadcast(it, tenant),
            tenant,
            Sql.array("uuid", ids));
  }

  /** Those that are being sent, the first first. */
  public List<Broadcast> running(Sql sql, int tenant) {
    return sql.list(
        SELECT + "AND state = 'sending' ORDER BY started_at, code",
        it -> broadcast(it, tenant),
        tenant);
  }

  /** What somebody has been shown and not said yes to. */
  public List<Broadcast> drafts(Sql sql, int tenant, UUID person) {
    return sql.list(
        SELECT + "AND state = 'draft' AND person_id = ? ORDER BY until",
        it -> broadcast(it, tenant),
        tenant,
        person);
  }

  /** A new one, shown for the first time; the same id again is the same one. */
  public Broadcast add(Sql sql, int tenant, Broadcast it) {
    sql.update(
        """
        INSERT INTO broadcasts (tenant_id, id, code, person_id, audience, about, words, hash, people,
          state, until, version, pace, wait_seconds)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 0)
        """,
        tenant,
        it.id(),
        NumberRepository.next(sql, tenant, "BC"),
        it.person(),
        it.audience(),
        it.about(),
        vault.seal(tenant, WORDS, it.words()),
        HexFormat.of().parseHex(it.hash()),
        it.people(),
        Broadcast.DRAFT,
        it.until());
    return byIds(sql, tenant, List.of(it.id())).getFirst();
  }

  /** Shown once more, as it is now. Empty when it is no draft any more. */
  public Optional<Broadcast> show(Sql sql, int tenant, Broadcast it) {
    return changed(
        sql,
        tenant,
        it.code(),
        sql.update(
            """
            UPDATE broadcasts SET words = ?, hash = ?, people = ?, until = ?, version = version + 1
            WHERE tenant_id = ? AND id = ? AND state = 'draft'
            """,
            vault.seal(tenant, WORDS, it.words()),
            HexFormat.of().parseHex(it.hash()),
            it.people(),
            it.until(),
            tenant,
            it.id()));
  }

  /** Sent from now on, at this pace. Empty when somebody was faster. */
  public Optional<Broadcast> start(
      Sql sql, int tenant, Broadcast it, String to, Instant now, int pace, int waitSeconds) {
    return changed(
        sql,
        tenant,
        it.code(),
        sql.update(
            """
            UPDATE broadcasts SET state = ?, started_at = ?, next_at = ?, ended_at = NULL,
              pace = ?, wait_seconds = ?
            WHERE tenant_id = ? AND id = ? AND state = ?
            """,
            to,
            now,
            now,
            pace,
            waitSeconds,
            tenant,
            it.id(),
            it.state()));
  }

  /**
   * Nobody else has their turn after this. Waits for turns that are being taken just now. Empty
   * when somebody was faster.
   */
  public Optional<Broadcast> end(Sql sql, int tenant, Broadcast it, String to, Instant now) {
    return changed(
        sql,
        tenant,
        it.code(),
        sql.update(
            """
            UPDATE broadcasts SET state = ?, ended_at = ?, next_at = NULL
            WHERE tenant_id = ? AND id = ? AND state = ?
            """,
            to,
            now,
            tenant,
            it.id(),
            it.state()));
  }

  private Optional<Broadcast> changed(Sql sql, int tenant, String code, int written) {
    return written == 0 ? Optional.empty() : byCode(sql, tenant, code);
  }

  /** Is it being sent? Whoever stops it waits until this transaction is over. */
  public boolean goesOn(Sql sql, int tenant, UUID id) {
    return sql.one(
            """
            SELECT state FROM broadcasts WHERE tenant_id = ? AND id = ? AND state = 'sending'
            FOR SHARE
            """,
            row -> row.text("state"),
            tenant,
            id)
        .isPresent();
  }

  /** Those whose next people have their turn; nobody else takes them in the meantime. */
  public List<Broadcast> due(Sql sql, int tenant, Instant now) {
    return sql.list(
        SELECT + "AND state = 'sending' AND next_at <= ? ORDER BY next_at FOR UPDATE SKIP LOCKED",
        it -> broadcast(it, tenant),
        tenant,
        now);
  }

  public void pause(Sql sql, int tenant, UUID id, Instant until) {
    sql.update(
        "UPDATE broadcasts SET next_at = ? WHERE tenant_id = ? AND id = ?", until, tenant, id);
  }

  private Broadcast broadcast(Row row, int tenant) {
    return new Broadcast(
        row.uuid("id"),
        row.text("code"),
        row.uuid("person_id"),
        row.text("audience"),
        row.textOrNull("about"),
        vault.openText(tenant, WORDS, row.bytes("words")),
        HexFormat.of().formatHex(row.bytes("hash")),
        row.integer("people"),
        row.text("state"),
        row.instant("until"),
        row.integer("version"),
        row.integer("pace"),
        row.integer("wait_seconds"),
        row.instantOrNull("started_at"));
  }
}
