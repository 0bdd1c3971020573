package travel.opslayer.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code whatsapp_statuses} to be. */
record KeptStatus(
    UUID id,
    String channel,
    byte[] providerKey,
    @Nullable UUID messageId,
    String word,
    int rank,
    Instant occurredAt,
    @Nullable String error) {

  @Override
  public String toString() {
    return "status " + id;
  }
}
