package travel.opslayer.media;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import travel.opslayer.database.Row;
import travel.opslayer.database.Sql;
import travel.opslayer.media.OpenLinks.Good;

/** The table {@code media_links}. */
@Singleton
final class OpenLinkRepository {

  void add(Sql sql, int tenant, byte[] link, Good good, Instant until) {
    sql.update(
        """
        INSERT INTO media_links (tenant_id, link, media, person_id, role, expires_at)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        tenant,
        link,
        good.media(),
        good.person(),
        good.role(),
        until);
  }

  Optional<Good> good(Sql sql, int tenant, byte[] link, Instant now) {
    return sql.one(
        """
        SELECT media, person_id, role FROM media_links
        WHERE tenant_id = ? AND link = ? AND used_at IS NULL AND expires_at > ?
        """,
        OpenLinkRepository::read,
        tenant,
        link,
        now);
  }

  /** Of two visits at once one finds it unused. */
  Optional<Good> use(Sql sql, int tenant, byte[] link, Instant now) {
    return sql.one(
        """
        UPDATE media_links SET used_at = ?
        WHERE tenant_id = ? AND link = ? AND used_at IS NULL AND expires_at > ?
        RETURNING media, person_id, role
        """,
        OpenLinkRepository::read,
        now,
        tenant,
        link,
        now);
  }

  void end(Sql sql, int tenant, UUID person, Instant now) {
    sql.update(
        """
        UPDATE media_links SET expires_at = ?
        WHERE tenant_id = ? AND person_id = ? AND used_at IS NULL AND expires_at > ?
        """,
        now,
        tenant,
        person,
        now);
  }

  private static Good read(Row row) {
    return new Good(row.text("media"), row.uuid("person_id"), row.text("role"));
  }
}
