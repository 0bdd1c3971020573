package travel.opslayer.media;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;
import travel.opslayer.media.PhotoConsents.Word;

/** The tables {@code media_consents} and {@code media_objections}. */
@Singleton
final class PhotoConsentRepository {

  /** Which decision asked is that of the message with which the photo came. */
  void add(Sql sql, int tenant, MediaItem item, Word word, Instant now) {
    sql.update(
        """
        INSERT INTO media_consents (tenant_id, id, media, person_id, answer, scope, asked_in,
          message_id, at)
        VALUES (?, ?, ?, ?, ?, ?,
          (SELECT album FROM media_items WHERE tenant_id = ? AND id = ?), ?, ?)
        ON CONFLICT DO NOTHING
        """,
        tenant,
        word.id(),
        item.code(),
        word.person(),
        word.answer(),
        word.scope(),
        tenant,
        item.id(),
        word.message(),
        now);
  }

  void object(Sql sql, int tenant, UUID person, @Nullable String trip, UUID message, Instant now) {
    sql.update(
        """
        INSERT INTO media_objections AS o (tenant_id, person_id, trip, message_id, at)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (tenant_id, person_id) DO UPDATE
          SET trip = excluded.trip, message_id = excluded.message_id, at = excluded.at
        """,
        tenant,
        person,
        trip,
        message,
        now);
  }

  boolean isObjected(Sql sql, int tenant, UUID person, @Nullable String trip, Instant since) {
    return sql.one(
            """
            SELECT count(*) AS count FROM media_objections
            WHERE tenant_id = ? AND person_id <> ?
              AND (trip = ? OR (trip IS NULL OR ?::text IS NULL) AND at > ?)
            """,
            row -> row.longValue("count") > 0,
            tenant,
            person,
            trip,
            trip,
            since)
        .orElse(false);
  }
}
