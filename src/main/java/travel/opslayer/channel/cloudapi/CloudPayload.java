package travel.opslayer.channel.cloudapi;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import travel.opslayer.channel.MalformedPayload;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.InboundEvent.Notice;
import travel.opslayer.message.InboundEvent.Unreadable;

/**
 * The webhook body of the Cloud API, taken apart: entries, their changes, and every message,
 * status, error and whatever else a change holds, each an event of its own in the order of the
 * document.
 *
 * <p>Read as well: the bare change that the dashboard's test button posts, and the bare value of
 * the format before the Cloud API.
 */
public final class CloudPayload {
  private static final String OBJECT = "whatsapp_business_account";

  private final String phoneNumberId;

  /**
   * @param phoneNumberId the number whose events are wanted; blank: all
   */
  public CloudPayload(String phoneNumberId) {
    this.phoneNumberId = phoneNumberId.strip();
  }

  /** Never empty: a body without anything for us is a notice, so that it is kept. */
  public List<InboundEvent> events(byte[] body) throws MalformedPayload {
    var root = root(body);
    if (!root.at("object").textOr(OBJECT).equals(OBJECT)) {
      return List.of(new Notice("other_object"));
    }
    var events = document(root).toList();
    return events.isEmpty() ? List.of(new Notice("empty")) : events;
  }

  private static Node root(byte[] body) throws MalformedPayload {
    Node root;
    try {
      root = Json.read(body);
    } catch (IOException | RuntimeException e) { // not as cause: its message quotes the body
      throw new MalformedPayload(
          "The body (%d bytes) is not JSON%s.".formatted(body.length, place(e)), null);
    }
    if (!root.isObject()) {
      throw new MalformedPayload(
          "The body (%d bytes) is JSON, but not an object.".formatted(body.length), null);
    }
    return root;
  }

  private static String place(Exception e) {
    return e instanceof JacksonException json && json.getLocation() != null
        ? " from byte " + json.getLocation().getByteOffset() + " on"
        : "";
  }

  private Stream<InboundEvent> document(Node root) {
    if (!root.at("entry").isMissing()) {
      return root.at("entry").elements().flatMap(this::entry);
    }
    return root.at("value").isMissing() ? ofNumber(CloudChange.bare(root)) : change(root);
  }

  private Stream<InboundEvent> entry(Node entry) {
    return entry.isObject()
        ? entry.at("changes").elements().flatMap(this::change)
        : Stream.of(new Unreadable("An entry is not an object."));
  }

  private Stream<InboundEvent> change(Node change) {
    return change.isObject()
        ? ofNumber(CloudChange.of(change))
        : Stream.of(new Unreadable("A change is not an object."));
  }

  private Stream<InboundEvent> ofNumber(CloudChange change) {
    var number = change.phoneNumberId();
    if (phoneNumberId.isEmpty() || number == null || number.equals(phoneNumberId)) {
      return change.events();
    }
    return change.events().map(it -> new Notice("other_number", Map.of("phone_number_id", number)));
  }
}
