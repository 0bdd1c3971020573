package travel.opslayer.media;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;
import travel.opslayer.media.MediaItem.Consent;

/** Keeps what was shown to us. */
@Singleton
public final class MediaShelf {

  private final MediaRepository rows;

  MediaShelf(MediaRepository rows) {
    this.rows = rows;
  }

  /** What to keep of it; {@link MediaItem} says what each is. */
  public record Filing(
      UUID person,
      UUID message,
      String kind,
      String purpose,
      List<String> roles,
      @Nullable String subject,
      Instant keepUntil,
      Consent consent) {

    public Filing {
      roles = List.copyOf(roles);
    }
  }

  /**
   * Files it, or gives what was filed under this id before.
   *
   * @param id of the command, so that a turn taken again files it once
   */
  public MediaItem file(Sql sql, int tenant, UUID id, Filing filing, Instant now) {
    return rows.byId(sql, tenant, id).orElseGet(() -> rows.add(sql, tenant, id, filing, now));
  }

  public Optional<MediaItem> byCode(Sql sql, int tenant, String code) {
    return rows.byCode(sql, tenant, code);
  }

  /** What came with these messages, in the order of arrival. */
  public List<MediaItem> ofMessages(Sql sql, int tenant, Collection<UUID> messages) {
    return rows.ofMessages(sql, tenant, messages);
  }

  /** All that belongs to an object and is still there, the oldest first. */
  public List<MediaItem> ofSubject(Sql sql, int tenant, String subject) {
    return rows.ofSubject(sql, tenant, subject);
  }

  /** Gives what somebody showed before there was anything it could belong to. */
  public void belong(Sql sql, int tenant, UUID person, String subject) {
    rows.belong(sql, tenant, person, subject);
  }

  /** Whoever it shows has agreed, or not. */
  public MediaItem consent(Sql sql, int tenant, MediaItem item, Consent consent, Instant now) {
    return rows.consent(sql, tenant, item.id(), consent, now);
  }

  /** Keeps it until another time, such as 30 days after it was decided upon. */
  public MediaItem keep(Sql sql, int tenant, MediaItem item, Instant until) {
    return rows.keep(sql, tenant, item.id(), until);
  }

  /** Nobody can open it any more. That it was there stays written. */
  public MediaItem delete(Sql sql, int tenant, MediaItem item, Instant now) {
    return rows.delete(sql, tenant, item.id(), now);
  }

  /** May somebody with this role open it now? */
  public boolean mayOpen(MediaItem item, String role, Instant now) {
    return item.mayOpen(role, now);
  }
}
