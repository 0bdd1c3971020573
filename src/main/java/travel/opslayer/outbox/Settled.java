package travel.opslayer.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a parcel.
 *
 * @param state pending, accepted, rejected or unknown
 * @param again when to try once more; null when there is nothing to try
 * @param channel the line to try then; null for the same one
 */
record Settled(
    UUID id,
    String state,
    @Nullable String providerId,
    @Nullable String error,
    @Nullable Instant again,
    @Nullable String channel) {

  static Settled accepted(UUID id, String providerId) {
    return new Settled(id, "accepted", providerId, null, null, null);
  }

  static Settled rejected(UUID id, String error) {
    return new Settled(id, "rejected", null, error, null, null);
  }

  static Settled unknown(UUID id, String error) {
    return new Settled(id, "unknown", null, error, null, null);
  }

  static Settled later(UUID id, String error, Instant again) {
    return new Settled(id, "pending", null, error, again, null);
  }

  /** By another way. */
  static Settled elsewhere(UUID id, String error, String channel, Instant again) {
    return new Settled(id, "pending", null, error, again, channel);
  }

  @Override
  public String toString() {
    return state + " " + id;
  }
}
