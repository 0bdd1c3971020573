package travel.opslayer.channel;

import java.util.List;
import java.util.Optional;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.OutboundMessage;

/**
 * One provider account. Implementations translate; they neither store, decide nor retry.
 *
 * <p>{@link #parse} throws {@link MalformedPayload} for a body that is not what the provider
 * documents, and never for one bad element in a good body: that is an {@link
 * InboundEvent.Unreadable}. The same bytes always give the same events in the same order, for an
 * event is found again by its place.
 */
public interface Channel {

  /** The provider's word, as in {@code WHATSAPP_PROVIDER}. */
  String provider();

  boolean isAuthentic(Webhook webhook);

  List<InboundEvent> parse(byte[] body) throws MalformedPayload;

  /** The answer to a provider that asks whether this address is ours; empty when it is refused. */
  default Optional<String> handshake(String mode, String token, String challenge) {
    return Optional.empty();
  }

  /** Messages a second that the provider usually takes; 0 when it sets no limit. */
  default int usualRate() {
    return 0;
  }

  /**
   * Does it only carry alarms that another way did not take? Nobody writes to it, so it has no
   * webhooks, and free text may be sent at any time.
   */
  default boolean isLastResort() {
    return false;
  }

  /**
   * Gets the bytes of something that was shown. Blocks until they are here or the time is up.
   *
   * @param mediaId as it came with the message
   * @param most bytes that are taken; nothing is loaded beyond
   */
  default Fetched fetch(String mediaId, long most) {
    return new Fetched.Gone("This provider keeps nothing.");
  }

  /** Blocks until the provider has answered or its time is up. */
  SendResult send(OutboundMessage message);
}
