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

  public boolean isMessage() {
    return happening instanceof Happening.Heard;
  }
}
