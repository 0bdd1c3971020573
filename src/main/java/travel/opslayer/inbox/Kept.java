package travel.opslayer.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code inbox} to be.
 *
 * @param place which event of the body
 * @param reason why it is a dead letter from the start; null when it is none
 */
record Kept(
    UUID id,
    String channel,
    Kind kind,
    byte[] providerKey,
    byte[] lane,
    int place,
    Instant occurredAt,
    @Nullable String reason) {

  /** What sort of event. */
  enum Kind {
    MESSAGE("message", "new"),
    TIMER("timer", "new"),
    NOTICE("notice", "done"),
    UNREADABLE("unreadable", "dead");

    final String word;
    final String state;

    Kind(String word, String state) {
      this.word = word;
      this.state = state;
    }
  }

  @Override
  public String toString() {
    return kind.word + " " + id;
  }
}
