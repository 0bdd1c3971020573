package travel.opslayer.inbox;

import java.time.Instant;
import java.util.UUID;
import travel.opslayer.message.InboundEvent;

/**
 * One thing that happened and waits for its turn.
 *
 * @param id ours; a turn that begins with this event has it too
 * @param channel the line it came by
 * @param occurredAt by the provider's clock; for a timer, when it was due
 * @param receivedAt by ours
 * @param attempts how many turns with it have failed
 */
public record Event(
    UUID id,
    String channel,
    Instant occurredAt,
    Instant receivedAt,
    int attempts,
    Happening happening) {

  /** Tries before an event is a dead letter. */
  static final int TRIES = 3;

  /** What happened. */
  public sealed interface Happening {

    /** A person wrote. */
    record Heard(InboundEvent.Message message) implements Happening {}

    /**
     * A timer is due.
     *
     * @param subject the code of the object it was set for
     */
    record Due(String timer, String subject) implements Happening {}
  }

  /** The message of an event that is one. */
  public InboundEvent.Message message() {
    return ((Happening.Heard) happening).message();
  }

  /**
   * One more failed turn and it is a dead letter: it must be taken alone, or it would die for what
   * is wrong with another bubble.
   */
  public boolean isSuspect() {
    return attempts >= TRIES - 1;
  }

  public boolean isMessage() {
    return happening instanceof Happening.Heard;
  }
}
