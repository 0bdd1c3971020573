package travel.opslayer.media.file;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.crypto.Vault;
import travel.opslayer.database.Sql;

/**
 * Writes down that something came, as soon as it is seen, so that its bytes are on their way while
 * more bubbles are waited for.
 */
@Singleton
public final class MediaReceipts {

  /** What providers promise: later nobody has it any more. */
  private static final Duration KEPT = Duration.ofDays(7);

  static final String REF = "media_items.ref";

  private final MediaFileRepository rows;
  private final Vault vault;

  MediaReceipts(MediaFileRepository rows, Vault vault) {
    this.rows = rows;
    this.vault = vault;
  }

  /**
   * Something that was shown.
   *
   * @param message id of its event
   * @param kind image, video, audio or document
   * @param mediaId the provider's; null when the provider has lost it
   * @param lane of the sender, in hex
   */
  public record Came(
      UUID message,
      String kind,
      @Nullable String mediaId,
      String channel,
      String lane,
      Instant happenedAt,
      Instant receivedAt) {

    @Override
    public String toString() {
      return kind + ' ' + message;
    }
  }

  /**
   * Seen again it is the same.
   *
   * @param keep how long it is kept while nobody has said what it is
   */
  public void receive(Sql sql, int tenant, List<Came> all, Duration keep) {
    var known = rows.known(sql, tenant, all.stream().map(Came::message).toList());
    for (var it : all) {
      if (!known.contains(it.message())) {
        var ref = it.mediaId() == null ? null : vault.seal(tenant, REF, it.mediaId());
        rows.add(sql, tenant, it, ref, it.receivedAt().plus(KEPT), it.receivedAt().plus(keep));
      }
    }
  }

  /** The turn that these came with has begun: this person has sent them. */
  public void sentBy(Sql sql, int tenant, UUID person, Collection<UUID> messages) {
    rows.sentBy(sql, tenant, person, messages);
  }

  /** How many are on their way and due now. */
  public long waiting(int tenant, Instant now) {
    return rows.waiting(tenant, now);
  }
}
