package travel.opslayer.webhook;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import travel.opslayer.channel.Channels;
import travel.opslayer.payment.GatewayEvent;
import travel.opslayer.payment.PaymentGateway;
import travel.opslayer.payment.Verdict;
import travel.opslayer.payment.till.Gateways;
import travel.opslayer.payment.till.PaymentEvents;
import travel.opslayer.worker.Bell;
import travel.opslayer.worker.Wake;

/** Where providers of payments call. Authentic? Kept? Then 200; what it means is asked later. */
@Controller("/api/payments")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PaymentWebhookController {

  private static final Logger LOG = LoggerFactory.getLogger(PaymentWebhookController.class);

  /** Bytes; their events have a few thousand. */
  private static final int MOST = 256 * 1024;

  private final Gateways gateways;
  private final PaymentEvents events;
  private final InstantSource clock;
  private final Wake wake;

  PaymentWebhookController(
      Gateways gateways, PaymentEvents events, InstantSource clock, Wake wake) {
    this.gateways = gateways;
    this.events = events;
    this.clock = clock;
    this.wake = wake;
  }

  @Post("/{provider}/webhook")
  @Consumes(MediaType.ALL)
  HttpResponse<?> take(
      @PathVariable String provider,
      HttpRequest<?> request,
      @io.micronaut.core.annotation.Nullable @Body byte[] body) {
    var gateway = gateways.named(provider);
    var bytes = body == null ? new byte[0] : body;
    if (gateway.isEmpty()) {
      return HttpResponse.notFound();
    }
    if (bytes.length > MOST) {
      return HttpResponse.status(HttpStatus.REQUEST_ENTITY_TOO_LARGE);
    }
    return take(gateway.get(), request, bytes);
  }

  private HttpResponse<?> take(PaymentGateway gateway, HttpRequest<?> request, byte[] bytes) {
    var headers = new HashMap<String, String>();
    request
        .getHeaders()
        .forEach(
            (name, values) -> {
              if (values.size() == 1) { // a header that comes twice proves nothing
                headers.put(name.toLowerCase(Locale.ROOT), values.getFirst());
              }
            });
    return switch (gateway.verify(headers, bytes, clock.instant())) {
      case Verdict.Forged ignored -> HttpResponse.unauthorized();
      case Verdict.Stale ignored -> HttpResponse.unauthorized();
      case Verdict.Unreadable ignored ->
          kept(
              gateway,
              () -> events.keepUnreadable(Channels.FIRST_TENANT, gateway.provider(), bytes));
      case GatewayEvent event ->
          kept(gateway, () -> events.keep(Channels.FIRST_TENANT, gateway.provider(), event, bytes));
    };
  }

  /** What is not kept is not acknowledged, and the provider calls again. */
  private HttpResponse<?> kept(PaymentGateway gateway, Runnable keeping) {
    try {
      keeping.run();
      wake.ring(Bell.ROUNDS);
      return HttpResponse.ok();
    } catch (RuntimeException e) {
      LOG.warn(
          "An event of {} could not be kept: {}", gateway.provider(), e.getClass().getSimpleName());
      return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE);
    }
  }
}
