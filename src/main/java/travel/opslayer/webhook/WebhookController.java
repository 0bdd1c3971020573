package travel.opslayer.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.channel.Channels;
import travel.opslayer.channel.Line;
import travel.opslayer.channel.MalformedPayload;
import travel.opslayer.channel.Webhook;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.inbox.NotKept;

/**
 * Where providers call. Authentic? Kept? Then 200, and nothing else is done here: what is not kept
 * is not acknowledged, and the provider calls again.
 */
@Controller("/api/whatsapp/webhook")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebhookController {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);
  private static final String REFUSED = "opslayer.webhook.refused";

  private final Channels channels;
  private final Inbox inbox;
  private final MeterRegistry meters;

  WebhookController(Channels channels, Inbox inbox, MeterRegistry meters) {
    this.channels = channels;
    this.inbox = inbox;
    this.meters = meters;
  }

  @Get
  @Produces(MediaType.TEXT_PLAIN)
  HttpResponse<String> shakeHands(
      @Nullable @QueryValue("hub.mode") String mode,
      @Nullable @QueryValue("hub.verify_token") String token,
      @Nullable @QueryValue("hub.challenge") String challenge) {
    return shakeHands(channels.first(), mode, token, challenge);
  }

  @Get("/{channel}")
  @Produces(MediaType.TEXT_PLAIN)
  HttpResponse<String> shakeHands(
      @PathVariable String channel,
      @Nullable @QueryValue("hub.mode") String mode,
      @Nullable @QueryValue("hub.verify_token") String token,
      @Nullable @QueryValue("hub.challenge") String challenge) {
    return channels
        .named(channel)
        .map(it -> shakeHands(it, mode, token, challenge))
        .orElseGet(HttpResponse::notFound);
  }

  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<?> take(
      HttpRequest<?> request, @io.micronaut.core.annotation.Nullable @Body byte[] body) {
    return take(channels.first(), request, body);
  }

  @Post("/{channel}")
  @Consumes(MediaType.ALL)
  HttpResponse<?> take(
      @PathVariable String channel,
      HttpRequest<?> request,
      @io.micronaut.core.annotation.Nullable @Body byte[] body) {
    var line = channels.named(channel);
    return line.isPresent() ? take(line.get(), request, body) : HttpResponse.notFound();
  }

  private static HttpResponse<String> shakeHands(
      Line line, @Nullable String mode, @Nullable String token, @Nullable String challenge) {
    Optional<String> answer =
        mode == null || token == null || challenge == null
            ? Optional.empty()
            : line.channel().handshake(mode, token, challenge);
    return answer.map(HttpResponse::ok).orElseGet(() -> HttpResponse.status(HttpStatus.FORBIDDEN));
  }

  private HttpResponse<?> take(Line line, HttpRequest<?> request, byte @Nullable [] body) {
    var bytes = body == null ? new byte[0] : body;
    if (!line.channel().isAuthentic(webhook(request, bytes))) {
      meters.counter(REFUSED, "channel", line.name()).increment();
      return HttpResponse.unauthorized();
    }
    try {
      keep(line, bytes);
      return HttpResponse.ok();
    } catch (NotKept e) {
      LOG.warn("A webhook call of {} could not be kept: {}", line.name(), e.getMessage());
      return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE);
    }
  }

  private void keep(Line line, byte[] bytes) {
    try {
      inbox.keep(line, bytes, line.channel().parse(bytes));
    } catch (MalformedPayload e) {
      LOG.warn("A signed webhook call of {} cannot be read and is a dead letter", line.name());
      inbox.keepUnreadable(line, bytes, String.valueOf(e.getMessage()));
    }
  }

  private static Webhook webhook(HttpRequest<?> request, byte[] body) {
    var headers = new HashMap<String, String>();
    request
        .getHeaders()
        .forEach(
            (name, values) -> {
              if (values.size() == 1) { // a header that comes twice proves nothing
                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst());
              }
            });
    return new Webhook(headers, body);
  }
}
