package travel.opslayer.media;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Sql;
import travel.opslayer.media.MediaItem.Consent;

/** Keeps what was shown to us. */
@Singleton
public final class MediaShelf {

  private final MediaRepository rows;
  private final Vault vault;

  MediaShelf(MediaRepository rows, Vault vault) {
    this.rows = rows;
    this.vault = vault;
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
      Consent consent,
      @Nullable UUID album) {

    public Filing {
      roles = List.copyOf(roles);
    }

    public Filing(
        UUID person,
        UUID message,
        String kind,
        String purpose,
        List<String> roles,
        @Nullable String subject,
        Instant keepUntil,
        Consent consent) {
      this(person, message, kind, purpose, roles, subject, keepUntil, consent, null);
    }
  }

  /**
   * Files what came with this message, or gives what was filed of it before.
   *
   * @param id of the command, so that a turn taken again files it once
   */
  public MediaItem file(Sql sql, int tenant, UUID id, Filing filing, Instant now) {
    var known =
        rows.byId(sql, tenant, id)
            .or(() -> rows.ofMessages(sql, tenant, List.of(filing.message())).stream().findFirst());
    return known
        .map(it -> it.kind().equals(MediaItem.UNFILED) ? refile(sql, tenant, it, filing) : it)
        .orElseGet(() -> rows.add(sql, tenant, id, filing, now));
  }

  /** It is something else than it was filed as. */
  public MediaItem refile(Sql sql, int tenant, MediaItem item, Filing filing) {
    return rows.file(sql, tenant, item.id(), filing);
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

  /** All that was filed together and is still there. */
  public List<MediaItem> ofAlbum(Sql sql, int tenant, UUID album) {
    return rows.ofAlbum(sql, tenant, album);
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

  /** Its sender is asked what it is, or whose. */
  public MediaItem ask(Sql sql, int tenant, MediaItem item, String question, Instant now) {
    return rows.ask(sql, tenant, item.id(), question, now);
  }

  /** Its sender has answered. */
  public MediaItem answered(Sql sql, int tenant, MediaItem item) {
    return rows.ask(sql, tenant, item.id(), null, null);
  }

  /** What these people were asked about and have not answered, the newest first. */
  public List<MediaItem> asked(Sql sql, int tenant, Collection<UUID> people, Instant since) {
    return rows.asked(sql, tenant, people, since);
  }

  /** The family name of whoever it shows. */
  public MediaItem owner(Sql sql, int tenant, MediaItem item, String name) {
    var sealed = vault.seal(tenant, "media_items.family_name", name);
    return rows.owner(sql, tenant, item.id(), sealed);
  }

  /** Their senders know that these cannot be kept. */
  public void told(Sql sql, int tenant, List<MediaItem> items, Instant now) {
    rows.told(sql, tenant, items.stream().map(MediaItem::id).toList(), now);
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
