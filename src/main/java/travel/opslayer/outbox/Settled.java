package travel.opslayer.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a parcel.
 *
 * @param state pending, accepted, rejected or unknown
 * @param again when to try once more; null when there is nothing to try
 */
record Settled(
    UUID id,
    String state,
    @Nullable String providerId,
    @Nullable String error,
    @Nullable Instant again) {

  static Settled accepted(UUID id, String providerId) {
    return new Settled(id, "accepted", providerId, null, null);
  }

  static Settled rejected(UUID id, String error) {
    return new Settled(id, "rejected", null, error, null);
  }

  static Settled unknown(UUID id, String error) {
    return new Settled(id, "unknown", null, error, null);
  }

  static Settled later(UUID id, String error, Instant again) {
    return new Settled(id, "pending", null, error, again);
  }

  @Override
  public String toString() {
    return state + " " + id;
  }
}
