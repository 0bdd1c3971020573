package travel.opslayer.channel.meta;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Channel;
import travel.opslayer.channel.Fetched;
import travel.opslayer.channel.MalformedPayload;
import travel.opslayer.channel.ProviderCall;
import travel.opslayer.channel.SendResult;
import travel.opslayer.channel.Webhook;
import travel.opslayer.channel.cloudapi.CloudAnswer;
import travel.opslayer.channel.cloudapi.CloudMessage;
import travel.opslayer.channel.cloudapi.CloudPayload;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.message.OutboundMessage;

/** The WhatsApp Cloud API of Meta. */
public final class MetaChannel implements Channel {

  private static final int USUAL_RATE = 80;

  private final MetaSettings settings;
  private final ProviderCall call;
  private final MetaMedia media;
  private final MetaSignature signature;
  private final CloudPayload payload;
  private final CloudAnswer answer = new CloudAnswer();

  public MetaChannel(MetaSettings settings, HttpClient http) {
    this(settings, new ProviderCall(http));
  }

  public MetaChannel(MetaSettings settings, ProviderCall call) {
    this.settings = settings;
    this.call = call;
    this.media = new MetaMedia(settings, call.media());
    this.signature = new MetaSignature(settings.appSecrets());
    this.payload = new CloudPayload(settings.phoneNumberId());
  }

  /** For all channels at Meta together. */
  public static HttpClient client() {
    return ProviderCall.client();
  }

  @Override
  public String provider() {
    return "meta";
  }

  @Override
  public boolean isAuthentic(Webhook webhook) {
    return webhook
        .header(MetaSignature.HEADER)
        .filter(it -> signature.matches(it, webhook.body()))
        .isPresent();
  }

  /**
   * The one call of Meta that carries no signature: it registers the webhook.
   *
   * @return the challenge to answer with, as it came; empty: refuse
   */
  @Override
  public Optional<String> handshake(
      @Nullable String mode, @Nullable String token, @Nullable String challenge) {
    var known = !settings.verifyToken().isEmpty() && isVerifyToken(token == null ? "" : token);
    return Optional.ofNullable(challenge).filter(it -> known && "subscribe".equals(mode));
  }

  private boolean isVerifyToken(String token) {
    return MessageDigest.isEqual(
        settings.verifyToken().getBytes(StandardCharsets.UTF_8),
        token.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<InboundEvent> parse(byte[] body) throws MalformedPayload {
    return payload.events(body);
  }

  /** Meta's usual limit for a number; a stand-in has none. */
  @Override
  public int usualRate() {
    return settings.isMeta() ? USUAL_RATE : 0;
  }

  @Override
  public Fetched fetch(String mediaId, long most) {
    return media.fetch(mediaId, most);
  }

  @Override
  public SendResult send(OutboundMessage message) {
    return switch (CloudMessage.of(message)) {
      case CloudMessage.Ready(var json) -> call.send(request(json), answer::result);
      case CloudMessage.TooMuch(var result) -> result;
    };
  }

  private HttpRequest request(String json) {
    return HttpRequest.newBuilder(settings.messages())
        .header("Authorization", "Bearer " + settings.accessToken())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json))
        .build();
  }
}
