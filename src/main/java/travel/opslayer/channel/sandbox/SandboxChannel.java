package travel.opslayer.channel.sandbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import travel.opslayer.channel.Channel;
import travel.opslayer.channel.Fetched;
import travel.opslayer.channel.MalformedPayload;
import travel.opslayer.channel.SendResult;
import travel.opslayer.channel.Webhook;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.OutboundMessage;

/**
 * A provider that is not there: phones that only this service knows, for trying out and for tests.
 * What is sent shows on the phone at once, unless a fault was asked for.
 */
@Singleton
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
public final class SandboxChannel implements Channel {

  private final ObjectMapper json;
  private final SandboxRepository phones;
  private final SandboxMedia media;
  private final SandboxFaults faults;

  SandboxChannel(
      ObjectMapper json, SandboxRepository phones, SandboxMedia media, SandboxFaults faults) {
    this.json = json;
    this.media = media;
    this.phones = phones;
    this.faults = faults;
  }

  @Override
  public String provider() {
    return "sandbox";
  }

  /** There is no webhook from outside: what comes in, comes by the sandbox's own address. */
  @Override
  public boolean isAuthentic(Webhook webhook) {
    return false;
  }

  @Override
  public List<InboundEvent> parse(byte[] body) throws MalformedPayload {
    try {
      var fields = json.readValue(body, Argument.mapOf(String.class, Object.class));
      return List.of(new SandboxMessage(fields).event());
    } catch (IOException | IllegalArgumentException e) {
      throw new MalformedPayload(reason(e), null);
    }
  }

  /** What our own code says about a field may be shown; what a parser quotes may not. */
  private static String reason(Exception e) {
    return e instanceof IllegalArgumentException
        ? String.valueOf(e.getMessage())
        : "The body is not a JSON object. Maybe a comma or a quote is missing.";
  }

  @Override
  public Fetched fetch(String mediaId, long most) {
    return faults.isDownloadLost()
        ? new Fetched.TryLater("The sandbox was told to be slow.")
        : media.fetch(mediaId, most);
  }

  @Override
  public SendResult send(OutboundMessage message) {
    return switch (faults.next()) {
      case "429" -> new SendResult.TryLater("429", "The sandbox was told to be busy.");
      case "500" -> new SendResult.TryLater("500", "The sandbox was told to fail.");
      case "timeout" -> new SendResult.Unknown("timeout");
      case "drop-answer" -> {
        phones.show(message.id(), message.content().kind());
        yield new SendResult.Unknown("answer_lost");
      }
      default -> {
        phones.show(message.id(), message.content().kind());
        yield new SendResult.Accepted(message.id().toString());
      }
    };
  }
}
