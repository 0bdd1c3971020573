package travel.opslayer.channel;

import java.util.List;
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

  /** Blocks until the provider has answered or its time is up. */
  SendResult send(OutboundMessage message);
}
