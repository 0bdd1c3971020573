package travel.opslayer.channel.sms;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import travel.opslayer.channel.Channel;
import travel.opslayer.channel.ProviderCall;
import travel.opslayer.channel.SendResult;
import travel.opslayer.channel.Webhook;
import travel.opslayer.message.Alias;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.OutboundMessage;

/**
 * Posts {@code {"id","to","text"}} to an address that sends SMS: a gateway, or a few lines in front
 * of one. Any 2xx says that it was taken; 408, 429 and 5xx that it may be tried again; any other
 * that it never will be. The same id is the same message.
 */
public final class SmsChannel implements Channel {

  /** Ten parts of an SMS; gateways cut or refuse more. */
  private static final int LONGEST = 1530;

  private static final int OK = 200;
  private static final int AFTER_OK = 300;
  private static final int TIMEOUT = 408;
  private static final int BUSY = 429;
  private static final int BROKEN = 500;

  private final URI address;
  private final String token;
  private final ProviderCall call;
  private final ObjectMapper json = ObjectMapper.getDefault();

  /**
   * @param token bearer token; empty for none
   */
  public SmsChannel(URI address, String token, ProviderCall call) {
    this.address = address;
    this.token = token;
    this.call = call;
  }

  @Override
  public String provider() {
    return "sms";
  }

  @Override
  public boolean isLastResort() {
    return true;
  }

  @Override
  public boolean isAuthentic(Webhook webhook) {
    return false;
  }

  @Override
  public List<InboundEvent> parse(byte[] body) {
    return List.of();
  }

  @Override
  public SendResult send(OutboundMessage message) {
    return message.to().kind() == Alias.Kind.PHONE
        ? call.send(request(message), (status, ignored) -> result(message, status))
        : new SendResult.Rejected("no_phone_number", "An SMS needs a phone number.");
  }

  private HttpRequest request(OutboundMessage message) {
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body(message)));
    return token.isEmpty()
        ? request.build()
        : request.header("Authorization", "Bearer " + token).build();
  }

  private byte[] body(OutboundMessage message) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("id", message.id().toString());
    fields.put("to", number(message.to()));
    fields.put("text", cut(message.content().text()));
    try {
      return json.writeValueAsBytes(Map.copyOf(fields));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String number(Alias to) {
    return to.value().startsWith("+") ? to.value() : '+' + to.value();
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + '…';
  }

  private static SendResult result(OutboundMessage message, int status) {
    if (status >= OK && status < AFTER_OK) {
      return new SendResult.Accepted("sms:" + message.id());
    }
    return status == TIMEOUT || status == BUSY || status >= BROKEN
        ? new SendResult.TryLater("sms_" + status, "The SMS gateway is busy or broken.")
        : new SendResult.Rejected("sms_" + status, "The SMS gateway does not take it.");
  }
}
