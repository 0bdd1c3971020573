package travel.opslayer.media;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.NumberRepository;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.media.MediaItem.Consent;
import travel.opslayer.media.MediaShelf.Filing;

/** The table {@code media_items}. */
@Singleton
final class MediaRepository {

  private static final String FIELDS =
      """
      id, code, person_id, message_id, class, purpose, roles, subject, keep_until, consent,
        deleted_at
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

  MediaItem add(Sql sql, int tenant, UUID id, Filing filing, Instant now) {
    return sql.list(
            """
            INSERT INTO media_items (tenant_id, id, code, person_id, message_id, class, purpose,
              roles, subject, keep_until, consent, filed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING
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
            now)
        .getFirst();
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

  MediaItem delete(Sql sql, int tenant, UUID id, Instant now) {
    return change(sql, tenant, id, "deleted_at = coalesce(deleted_at, ?)", now);
  }

  private static MediaItem change(Sql sql, int tenant, UUID id, String set, Object... values) {
    var all = new java.util.ArrayList<>(List.of(values));
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
        row.uuid("person_id"),
        row.uuid("message_id"),
        row.text("class"),
        row.text("purpose"),
        row.texts("roles"),
        row.textOrNull("subject"),
        row.instant("keep_until"),
        Consent.valueOf(row.text("consent").toUpperCase(Locale.ROOT)),
        row.instantOrNull("deleted_at"));
  }
}
