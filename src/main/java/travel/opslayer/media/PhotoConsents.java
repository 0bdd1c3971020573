package travel.opslayer.media;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.database.Sql;

/** Who agrees that photos are published, and who does not want to be seen on any. */
@Singleton
public final class PhotoConsents {

  private final MediaRepository media;
  private final PhotoConsentRepository rows;

  PhotoConsents(MediaRepository media, PhotoConsentRepository rows) {
    this.media = media;
    this.rows = rows;
  }

  /**
   * An answer as the books keep it.
   *
   * @param id of the command
   * @param answer given, refused or withdrawn
   * @param scope all: everybody in it agrees; own: nobody else is in it; none
   * @param message in which it was said
   */
  public record Word(UUID id, UUID person, String answer, String scope, UUID message) {}

  /** Somebody has answered: it goes to the state that the rules say. */
  public MediaItem answer(
      Sql sql, int tenant, MediaItem item, Word word, String state, Instant now) {
    rows.add(sql, tenant, item, word, now);
    var scope = word.scope().equals("none") ? null : word.scope();
    return media.publish(sql, tenant, item.id(), state, scope);
  }

  /** It goes to another state, and nobody has said anything new. */
  public MediaItem move(Sql sql, int tenant, MediaItem item, String state) {
    return media.publish(sql, tenant, item.id(), state, null);
  }

  /** What somebody agreed to, or was asked to agree to, the newest first. */
  public List<MediaItem> of(Sql sql, int tenant, UUID person) {
    return media.toPublish(sql, tenant, person);
  }

  /** Somebody does not want to be seen. Said again, it is the same. */
  public void object(
      Sql sql, int tenant, UUID person, @Nullable String trip, UUID message, Instant now) {
    rows.object(sql, tenant, person, trip, message, now);
  }

  /**
   * Published photos of others that may show a guest of this trip.
   *
   * @param trip null where nobody knows: then all that came since then, whatever their trip
   */
  public List<MediaItem> mayShow(
      Sql sql, int tenant, UUID person, @Nullable String trip, Instant since) {
    return media.mayShow(sql, tenant, person, trip, since);
  }

  /** Has somebody else objected who may be on a photo of this trip? */
  public boolean isObjected(
      Sql sql, int tenant, UUID person, @Nullable String trip, Instant since) {
    return rows.isObjected(sql, tenant, person, trip, since);
  }
}
