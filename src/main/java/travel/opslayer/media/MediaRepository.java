package travel.opslayer.media;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.media.MediaItem.Consent;
import travel.opslayer.media.MediaShelf.Filing;

/** The table {@code media_items}, as far as it says what things are and who may see them. */
@Singleton
final class MediaRepository {

  private static final String FIELDS =
      """
      id, code, person_id, message_id, class, purpose, roles, subject, keep_until, consent,
        deleted_at, kind, state, reason, looks, told_at, same_as, album, question, asked_at,
        publish, scope
      """;

  private static final String SELECT = "SELECT " + FIELDS + "FROM media_items WHERE tenant_id = ? ";

  Optional<MediaItem> byId(Sql sql, int tenant, UUID id) {
    return sql.one(SELECT + "AND id = ?", MediaRepository::item, tenant, id);
  }

  Optional<MediaItem> byCode(Sql sql, int tenant, String code) {
    return sql.one(SELECT + "AND code = ?", MediaRepository::item, tenant, code);
  }

  List<MediaItem> ofMessages(Sql sql, int tenant, Collection<UUID> messages) {
    return messages.isEmpty()
        ? List.of()
        : sql.list(
            SELECT + "AND message_id = ANY(?) ORDER BY length(code), code",
            MediaRepository::item,
            tenant,
            Sql.array("uuid", messages));
  }

  List<MediaItem> ofSubject(Sql sql, int tenant, String subject) {
    return sql.list(
        SELECT + "AND subject = ? AND deleted_at IS NULL ORDER BY filed_at, code",
        MediaRepository::item,
        tenant,
        subject);
  }

  List<MediaItem> ofAlbum(Sql sql, int tenant, UUID album) {
    return sql.list(
        SELECT + "AND album = ? AND deleted_at IS NULL ORDER BY length(code), code",
        MediaRepository::item,
        tenant,
        album);
  }

  List<MediaItem> asked(Sql sql, int tenant, Collection<UUID> people, Instant since) {
    return people.isEmpty()
        ? List.of()
        : sql.list(
            SELECT
                + """
                AND person_id = ANY(?) AND question IS NOT NULL AND asked_at > ?
                  AND deleted_at IS NULL
                ORDER BY asked_at DESC, length(code), code
                """,
            MediaRepository::item,
            tenant,
            Sql.array("uuid", people),
            since);
  }

  /** What they agreed to, or were asked to agree to, the newest first. */
  List<MediaItem> toPublish(Sql sql, int tenant, UUID person) {
    return sql.list(
        SELECT
            + """
            AND person_id = ? AND publish IN ('asked', 'given', 'blocked')
            ORDER BY filed_at DESC, code DESC
            """,
        MediaRepository::item,
        tenant,
        person);
  }

  /** Photos of others that may show somebody who was on this trip; of a trip nobody knows, all. */
  List<MediaItem> mayShow(
      Sql sql, int tenant, UUID person, @Nullable String trip, Instant unknownSince) {
    return sql.list(
        SELECT
            + """
            AND publish = 'given' AND scope = 'all' AND person_id <> ? AND deleted_at IS NULL
            AND (subject = ? OR (subject IS NULL OR ?::text IS NULL) AND filed_at > ?)
            ORDER BY length(code), code
            """,
        MediaRepository::item,
        tenant,
        person,
        trip,
        trip,
        unknownSince);
  }

  MediaItem add(Sql sql, int tenant, UUID id, Filing filing, Instant now) {
    return sql.list(
            """
            INSERT INTO media_items (tenant_id, id, code, person_id, message_id, class, purpose,
              roles, subject, keep_until, consent, filed_at, album, reason, told_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'lost', ?) RETURNING
            """
                + FIELDS,
            MediaRepository::item,
            tenant,
            id,
            NumberRepository.next(sql, tenant, "MD"),
            filing.person(),
            filing.message(),
            filing.kind(),
            filing.purpose(),
            Sql.array("text", filing.roles()),
            filing.subject(),
            filing.keepUntil(),
            word(filing.consent()),
            now,
            filing.album(),
            now)
        .getFirst();
  }

  MediaItem file(Sql sql, int tenant, UUID id, Filing filing) {
    return change(
        sql,
        tenant,
        id,
        """
        person_id = ?, class = ?, purpose = ?, roles = ?, subject = ?, keep_until = ?,
        consent = ?, album = ?
        """,
        filing.person(),
        filing.kind(),
        filing.purpose(),
        Sql.array("text", filing.roles()),
        filing.subject(),
        filing.keepUntil(),
        word(filing.consent()),
        filing.album());
  }

  void belong(Sql sql, int tenant, UUID person, String subject) {
    sql.update(
        """
        UPDATE media_items SET subject = ? WHERE tenant_id = ? AND person_id = ?
          AND subject IS NULL AND deleted_at IS NULL
        """,
        subject,
        tenant,
        person);
  }

  MediaItem consent(Sql sql, int tenant, UUID id, Consent consent, Instant now) {
    return change(sql, tenant, id, "consent = ?, consent_at = ?", word(consent), now);
  }

  MediaItem keep(Sql sql, int tenant, UUID id, Instant until) {
    return change(sql, tenant, id, "keep_until = ?", until);
  }

  MediaItem ask(
      Sql sql, int tenant, UUID id, @Nullable String question, @Nullable Instant askedAt) {
    return change(sql, tenant, id, "question = ?, asked_at = ?", question, askedAt);
  }

  MediaItem owner(Sql sql, int tenant, UUID id, byte[] sealedName) {
    return change(sql, tenant, id, "family_name = ?", sealedName);
  }

  MediaItem publish(Sql sql, int tenant, UUID id, String state, @Nullable String scope) {
    return change(sql, tenant, id, "publish = ?, scope = coalesce(?, scope)", state, scope);
  }

  void told(Sql sql, int tenant, Collection<UUID> ids, Instant now) {
    sql.update(
        "UPDATE media_items SET told_at = ? WHERE tenant_id = ? AND id = ANY(?)",
        now,
        tenant,
        Sql.array("uuid", ids));
  }

  /** The bytes are erased by the worker; what they were is known for ever by their hash. */
  MediaItem delete(Sql sql, int tenant, UUID id, Instant now) {
    return change(
        sql,
        tenant,
        id,
        "deleted_at = coalesce(deleted_at, ?), state = 'purged', next_at = NULL, question = NULL",
        now);
  }

  private static MediaItem change(
      Sql sql, int tenant, UUID id, String set, @Nullable Object... values) {
    var all = new ArrayList<@Nullable Object>(java.util.Arrays.asList(values));
    all.add(tenant);
    all.add(id);
    return sql.list(
            "UPDATE media_items SET " + set + " WHERE tenant_id = ? AND id = ? RETURNING " + FIELDS,
            MediaRepository::item,
            all.toArray())
        .getFirst();
  }

  private static String word(Consent consent) {
    return consent.name().toLowerCase(Locale.ROOT);
  }

  private static MediaItem item(Row row) {
    return new MediaItem(
        row.uuid("id"),
        row.text("code"),
        row.uuidOrNull("person_id"),
        row.uuid("message_id"),
        new MediaItem.About(
            row.text("class"),
            row.text("purpose"),
            row.texts("roles"),
            row.textOrNull("subject"),
            row.instant("keep_until"),
            row.uuidOrNull("album")),
        new MediaItem.Bytes(
            row.text("kind"),
            row.text("state"),
            row.textOrNull("reason"),
            row.textOrNull("looks"),
            row.instantOrNull("told_at") != null,
            row.textOrNull("same_as")),
        Consent.valueOf(row.text("consent").toUpperCase(Locale.ROOT)),
        new MediaItem.Talk(
            row.textOrNull("question"),
            row.instantOrNull("asked_at"),
            row.text("publish"),
            row.textOrNull("scope")),
        row.instantOrNull("deleted_at"));
  }
}
