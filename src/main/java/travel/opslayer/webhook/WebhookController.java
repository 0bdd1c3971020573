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
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
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
 * is not acknowledged, and the provider calls again. All of it happens on the threads that read the
 * network, for nothing here waits: a thread of its own for each call would cost more than the call.
 */
@Controller("/api/whatsapp/webhook")
final class WebhookController {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);

  /** Bytes; above that, checking and reading a call would hold up others on the same thread. */
  private static final int LARGE = 64 * 1024;

  private static final String REFUSED = "opslayer.webhook.refused";

  private final Channels channels;
  private final Inbox inbox;
  private final MeterRegistry meters;
  private final Executor patient;

  WebhookController(
      Channels channels,
      Inbox inbox,
      MeterRegistry meters,
      @Named(TaskExecutors.BLOCKING) Executor patient) {
    this.channels = channels;
    this.inbox = inbox;
    this.meters = meters;
    this.patient = patient;
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
  CompletableFuture<HttpResponse<?>> take(
      HttpRequest<?> request, @io.micronaut.core.annotation.Nullable @Body byte[] body) {
    return take(channels.first(), request, body);
  }

  @Post("/{channel}")
  @Consumes(MediaType.ALL)
  CompletableFuture<HttpResponse<?>> take(
      @PathVariable String channel,
      HttpRequest<?> request,
      @io.micronaut.core.annotation.Nullable @Body byte[] body) {
    var line = channels.named(channel);
    return line.isPresent()
        ? take(line.get(), request, body)
        : CompletableFuture.completedFuture(HttpResponse.notFound());
  }

  private static HttpResponse<String> shakeHands(
      Line line, @Nullable String mode, @Nullable String token, @Nullable String challenge) {
    Optional<String> answer =
        mode == null || token == null || challenge == null
            ? Optional.empty()
            : line.channel().handshake(mode, token, challenge);
    return answer.map(HttpResponse::ok).orElseGet(() -> HttpResponse.status(HttpStatus.FORBIDDEN));
  }

  private CompletableFuture<HttpResponse<?>> take(
      Line line, HttpRequest<?> request, byte @Nullable [] body) {
    var bytes = body == null ? new byte[0] : body;
    var webhook = webhook(request, bytes);
    return bytes.length < LARGE
        ? take(line, webhook)
        : CompletableFuture.supplyAsync(() -> take(line, webhook), patient)
            .thenCompose(Function.identity());
  }

  private CompletableFuture<HttpResponse<?>> take(Line line, Webhook webhook) {
    if (!line.channel().isAuthentic(webhook)) {
      meters.counter(REFUSED, "channel", line.name()).increment();
      return CompletableFuture.completedFuture(HttpResponse.unauthorized());
    }
    return keep(line, webhook.body())
        .handle((kept, failure) -> failure == null ? HttpResponse.ok() : notKept(line, failure));
  }

  private static HttpResponse<?> notKept(Line line, Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof NotKept it) {
      LOG.warn("A webhook call of {} could not be kept: {}", line.name(), it.getMessage());
      return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE);
    }
    LOG.error("A webhook call of {} failed: {}", line.name(), failure.getClass().getName());
    return HttpResponse.serverError();
  }

  private CompletableFuture<Void> keep(Line line, byte[] bytes) {
    try {
      return inbox.keepSoon(line, bytes, line.channel().parse(bytes));
    } catch (MalformedPayload e) {
      LOG.warn("A signed webhook call of {} cannot be read and is a dead letter", line.name());
      var reason = String.valueOf(e.getMessage());
      return CompletableFuture.runAsync(() -> inbox.keepUnreadable(line, bytes, reason), patient);
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
