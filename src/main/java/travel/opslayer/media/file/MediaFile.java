package travel.opslayer.media.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way.
 *
 * @param kind as it was sent: image, video, audio or document
 * @param sealedRef the provider's id of it; null when the provider has lost it
 * @param fetchUntil the provider keeps it no longer
 */
record MediaFile(
    UUID id,
    String code,
    String kind,
    String channel,
    String lane,
    byte @Nullable [] sealedRef,
    Instant fetchUntil) {

  @Override
  public String toString() {
    return code;
  }
}
