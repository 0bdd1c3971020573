package travel.opslayer.media.file;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Database;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.time.Ids;

/** The table {@code media_items}, as far as it says what became of the bytes. */
@Singleton
final class MediaFileRepository {

  /** Whoever looks after a trip may see what came before anybody has said what it is. */
  private static final List<String> USUAL = List.of("operations", "manager");

  private final Database database;

  MediaFileRepository(Database database) {
    this.database = database;
  }

  /** What was done about one. */
  record Checked(@Nullable String type, @Nullable String looks, @Nullable String reason) {}

  Set<UUID> known(Sql sql, int tenant, Collection<UUID> messages) {
    return new HashSet<>(
        sql.list(
            "SELECT message_id FROM media_items WHERE tenant_id = ? AND message_id = ANY(?)",
            row -> row.uuid("message_id"),
            tenant,
            Sql.array("uuid", messages)));
  }

  void add(
      Sql sql,
      int tenant,
      MediaReceipts.Came it,
      byte @Nullable [] ref,
      Instant fetchUntil,
      Instant keepUntil) {
    sql.update(
        """
        INSERT INTO media_items (tenant_id, id, code, message_id, class, purpose, roles, consent,
          filed_at, kind, channel, lane, ref, happened_at, next_at, fetch_until, keep_until, state)
        VALUES (?, ?, ?, ?, 'unfiled', 'none', ?, 'not_asked', ?, ?, ?, ?, ?, ?, ?, ?, ?,
          'received')
        """,
        tenant,
        Ids.from(it.message(), "media"),
        NumberRepository.next(sql, tenant, "MD"),
        it.message(),
        Sql.array("text", USUAL),
        it.receivedAt(),
        it.kind(),
        it.channel(),
        it.lane(),
        ref,
        it.happenedAt(),
        it.receivedAt(),
        fetchUntil,
        keepUntil);
  }

  /** Locks the rows: who checks them meanwhile waits, and then sees whose they are. */
  void sentBy(Sql sql, int tenant, UUID person, Collection<UUID> messages) {
    sql.update(
        """
        UPDATE media_items SET person_id = ?
        WHERE tenant_id = ? AND message_id = ANY(?) AND person_id IS NULL
        """,
        person,
        tenant,
        Sql.array("uuid", messages));
  }

  long waiting(int tenant, Instant now) {
    return database.read(
        tenant,
        sql ->
            sql.one(
                    """
                    SELECT count(*) AS count FROM media_items
                    WHERE tenant_id = ? AND next_at <= ? AND state IN ('received', 'downloaded')
                    """,
                    row -> row.longValue("count"),
                    tenant,
                    now)
                .orElse(0L));
  }

  /** The next try is written down before this one begins, so a crash only delays. */
  List<MediaFile> take(Sql sql, int tenant, String state, Instant now, int most) {
    return sql.list(
        """
        UPDATE media_items SET attempts = attempts + 1, next_at = ?::timestamptz
          + (ARRAY[5, 30, 120, 600, 3600, 21600])[least(attempts + 1, 6)] * interval '1 second'
        WHERE tenant_id = ? AND id IN (
          SELECT id FROM media_items WHERE tenant_id = ? AND state = ? AND next_at <= ?
          ORDER BY next_at, length(code), code LIMIT ? FOR UPDATE SKIP LOCKED)
        RETURNING id, code, kind, channel, lane, ref, fetch_until
        """,
        MediaFileRepository::file,
        now,
        tenant,
        tenant,
        state,
        now,
        most);
  }

  /** The code of the same bytes of the same person that are kept already. */
  Optional<String> twin(Sql sql, int tenant, MediaFile file, String sha256) {
    return sql
        .list(
            """
            SELECT code FROM media_items WHERE tenant_id = ? AND sha256 = ? AND lane = ?
              AND id <> ? AND same_as IS NULL AND state IN ('downloaded', 'available')
            ORDER BY filed_at, length(code), code LIMIT 1
            """,
            row -> row.text("code"),
            tenant,
            sha256,
            file.lane(),
            file.id())
        .stream()
        .findFirst();
  }

  void downloaded(
      Sql sql,
      int tenant,
      MediaFile file,
      String sha256,
      long bytes,
      @Nullable String twin,
      Instant now) {
    sql.update(
        """
        UPDATE media_items SET state = 'downloaded', attempts = 0, next_at = ?, sha256 = ?,
          bytes = ?, same_as = ?
        WHERE tenant_id = ? AND id = ? AND state = 'received'
        """,
        now,
        sha256,
        bytes,
        twin,
        tenant,
        file.id());
  }

  /**
   * @return whose it is, when their turn is over and they may have to be told; empty before
   */
  Optional<UUID> settle(Sql sql, int tenant, MediaFile file, Checked checked) {
    return sql
        .list(
            """
            UPDATE media_items SET state = ?, type = ?, looks = ?, reason = ?, next_at = NULL
            WHERE tenant_id = ? AND id = ? AND state IN ('received', 'downloaded')
            RETURNING person_id
            """,
            row -> Optional.ofNullable(row.uuidOrNull("person_id")),
            checked.reason() == null ? "available" : "rejected",
            checked.type(),
            checked.looks(),
            checked.reason(),
            tenant,
            file.id())
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Nobody has said what they are, and their time is over. */
  void end(Sql sql, int tenant, Instant now) {
    sql.update(
        """
        UPDATE media_items SET state = 'purged', deleted_at = ?, next_at = NULL
        WHERE tenant_id = ? AND keep_until <= ? AND deleted_at IS NULL AND class = 'unfiled'
        """,
        now,
        tenant,
        now);
  }

  /** Of what is gone, or was never wanted, the bytes are still there. */
  List<UUID> toErase(Sql sql, int tenant, int most) {
    return sql.list(
        """
        SELECT id FROM media_items
        WHERE tenant_id = ? AND state IN ('purged', 'rejected') AND sha256 IS NOT NULL
          AND erased_at IS NULL LIMIT ?
        """,
        row -> row.uuid("id"),
        tenant,
        most);
  }

  /** Where the bytes of a code are, and what they are. */
  record Place(UUID id, String mime) {}

  Optional<Place> available(Sql sql, int tenant, String code) {
    return sql.one(
        """
        SELECT f.id, f.type FROM media_items m
        JOIN media_items f ON f.tenant_id = m.tenant_id AND f.code = coalesce(m.same_as, m.code)
        WHERE m.tenant_id = ? AND m.code = ? AND m.state = 'available' AND f.state = 'available'
        """,
        row -> new Place(row.uuid("id"), row.text("type")),
        tenant,
        code);
  }

  /** Made by ourselves: there is nothing to fetch and nothing to check. */
  void made(Sql sql, int tenant, UUID id, String type, String sha256, long bytes) {
    sql.update(
        """
        UPDATE media_items SET state = 'available', type = ?, sha256 = ?, bytes = ?, reason = NULL
        WHERE tenant_id = ? AND id = ?
        """,
        type,
        sha256,
        bytes,
        tenant,
        id);
  }

  void erased(Sql sql, int tenant, UUID id, Instant now) {
    sql.update(
        "UPDATE media_items SET erased_at = ? WHERE tenant_id = ? AND id = ?", now, tenant, id);
  }

  private static MediaFile file(Row row) {
    return new MediaFile(
        row.uuid("id"),
        row.text("code"),
        row.text("kind"),
        row.text("channel"),
        row.text("lane"),
        row.bytesOrNull("ref"),
        row.instant("fetch_until"));
  }
}
