package travel.opslayer.channel.cloudapi;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import travel.opslayer.channel.MalformedPayload;
import travel.opslayer.message.Content;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.InboundEvent.Message;

/** Reads the payload files beside these tests, and payloads that a test writes itself. */
final class Payloads {
  private static final CloudPayload PAYLOAD = new CloudPayload("220011003300");

  private Payloads() {}

  static byte[] bytes(String name) throws IOException {
    try (var in = Payloads.class.getResourceAsStream("/channel/cloudapi/" + name + ".json")) {
      return requireNonNull(in, name).readAllBytes();
    }
  }

  static List<InboundEvent> read(String name) throws IOException, MalformedPayload {
    return events(bytes(name));
  }

  static List<InboundEvent> events(byte[] body) throws MalformedPayload {
    return PAYLOAD.events(body);
  }

  static List<InboundEvent> events(String body) throws MalformedPayload {
    return events(body.getBytes(StandardCharsets.UTF_8));
  }

  static Message message(String name) throws IOException, MalformedPayload {
    return (Message) read(name).getFirst();
  }

  static Content content(String name) throws IOException, MalformedPayload {
    return message(name).content();
  }

  /** A payload with these messages. */
  static String inside(String messages) {
    return "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"messages\":["
        + messages
        + "]}}]}]}";
  }
}
