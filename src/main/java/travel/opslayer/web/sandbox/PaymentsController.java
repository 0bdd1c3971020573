package travel.opslayer.web.sandbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Channels;
import travel.opslayer.database.Database;
import travel.opslayer.payment.GatewayEvent;
import travel.opslayer.payment.GatewayEvent.Kind;
import travel.opslayer.payment.Money;
import travel.opslayer.payment.bundled.BundledGateway;
import travel.opslayer.payment.bundled.SandboxCheckoutsRepository;
import travel.opslayer.payment.till.Attempt;
import travel.opslayer.payment.till.Cashier;
import travel.opslayer.payment.till.PaymentEvents;
import travel.opslayer.worker.Bell;
import travel.opslayer.worker.Wake;

/**
 * The pay page of the sandbox, and its gateway: what happens there is told like a provider does.
 */
@Controller("/sandbox")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
final class PaymentsController {

  private static final List<String> EVENTS =
      List.of("processing", "succeeded", "failed", "expired");

  private final Cashier cashier;
  private final PaymentEvents events;
  private final SandboxCheckoutsRepository pages;
  private final Database database;
  private final InstantSource clock;
  private final Wake wake;

  PaymentsController(
      Cashier cashier,
      PaymentEvents events,
      SandboxCheckoutsRepository pages,
      Database database,
      InstantSource clock,
      Wake wake) {
    this.cashier = cashier;
    this.events = events;
    this.pages = pages;
    this.database = database;
    this.clock = clock;
    this.wake = wake;
  }

  /** Something happens at the gateway; the same id and event again is a redelivery. */
  @Post("/payments")
  HttpResponse<?> happen(@Body Map<String, Object> what) {
    var event = String.valueOf(what.get("event"));
    if (!EVENTS.contains(event)) {
      return Problem.of(
          HttpStatus.BAD_REQUEST,
          "The event (%s) is unknown. Maybe one of %s."
              .formatted(event, String.join(", ", EVENTS)));
    }
    var at = at(what.get("at"));
    if (at.isEmpty()) {
      return Problem.of(
          HttpStatus.BAD_REQUEST,
          "The time (at) cannot be read. Maybe write it as 2026-11-09T14:20:33+05:45.");
    }
    var link = String.valueOf(what.get("link"));
    var name = what.get("id") == null ? UUID.randomUUID().toString() : what.get("id").toString();
    var token = link.substring(link.lastIndexOf('/') + 1);
    var ref = page(token, token + " " + name); // the same name on another link is another payment
    if (ref.isEmpty()) {
      return Problem.of(
          HttpStatus.NOT_FOUND, "There is no such link. Maybe take it from the message, /p/….");
    }
    happened(ref.get(), ref.get() + " " + name, event, money(what.get("amount")), at.get());
    return HttpResponse.accepted().body(Map.of("id", name, "page", ref.get()));
  }

  /** Each id is a page of its own: the first one hung, and they pressed again. */
  private Optional<String> page(String token, String name) {
    var known = database.global(sql -> pages.named(sql, name));
    if (known.isPresent()) {
      return known;
    }
    return cashier
        .fresh(token)
        .map(Attempt::key)
        .map(
            it ->
                database.global(
                    sql -> {
                      pages.name(sql, it, name);
                      return it;
                    }));
  }

  /** When it happened by the provider's clock: now, where nothing is said. */
  private Optional<Instant> at(@Nullable Object typed) {
    try {
      return Optional.of(
          typed == null
              ? clock.instant()
              : OffsetDateTime.parse(String.valueOf(typed)).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void happened(String ref, String name, String event, @Nullable Money other, Instant at) {
    database.global(
        sql -> {
          switch (event) {
            case "succeeded" -> pages.pay(sql, ref, other);
            case "failed", "expired", "processing" -> pages.move(sql, ref, event);
            default -> throw new IllegalStateException(event);
          }
          return ref;
        });
    var kind =
        switch (event) {
          case "succeeded" -> Kind.PAID;
          case "failed" -> Kind.FAILED;
          case "expired" -> Kind.EXPIRED;
          default -> Kind.PROCESSING;
        };
    events.keep(
        Channels.FIRST_TENANT,
        BundledGateway.NAME,
        new GatewayEvent(name + " " + event, kind, null, ref, null, at),
        event.getBytes(StandardCharsets.UTF_8));
    wake.ring(Bell.ROUNDS);
  }

  private static @Nullable Money money(@Nullable Object amount) {
    return amount instanceof Map<?, ?> map && map.get("minor") instanceof Number minor
        ? new Money(minor.longValue(), String.valueOf(map.get("currency")))
        : null;
  }

  @Get("/pay/{ref}")
  HttpResponse<?> show(@PathVariable String ref) {
    return database
        .global(sql -> pages.shown(sql, ref))
        .<HttpResponse<?>>map(it -> html(page(ref, it)))
        .orElseGet(HttpResponse::notFound);
  }

  @Post("/pay/{ref}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> press(@PathVariable String ref, @Body Map<String, String> form) {
    var event = "fail".equals(form.get("press")) ? "failed" : "succeeded";
    var shown = database.global(sql -> pages.shown(sql, ref));
    if (shown.isEmpty()) {
      return HttpResponse.notFound();
    }
    happened(ref, ref, event, null, clock.instant());
    return HttpResponse.status(HttpStatus.SEE_OTHER).header("location", "/sandbox/pay/" + ref);
  }

  private static HttpResponse<String> html(String page) {
    return HttpResponse.ok(page)
        .contentType(MediaType.of("text/html;charset=utf-8"))
        .header("cache-control", "no-store")
        .header(
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
  }

  private static String page(String ref, SandboxCheckoutsRepository.Shown shown) {
    var amount =
        "%s %d.%02d"
            .formatted(
                shown.amount().currency(),
                shown.amount().minor() / 100,
                shown.amount().minor() % 100);
    var open = List.of("open", "processing", "failed").contains(shown.status());
    var buttons =
        """
        <form method="post" action="/sandbox/pay/%s">
        <button name="press" value="pay">Pay %s</button>
        <button name="press" value="fail">Let it fail</button>
        </form>
        """
            .formatted(escaped(ref), escaped(amount));
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Sandbox: no money moves here</title>
    <style>
    body{font:1.1rem/1.5 system-ui;max-width:32rem;margin:10vh auto;padding:0 1rem}
    button{font:inherit;padding:.7rem 1.2rem;margin:.3rem .3rem .3rem 0;border:0;border-radius:.5rem;
      background:#0b6e4f;color:#fff}
    button+button{background:#8a1c1c}
    small{color:#555}
    </style>
    <main><small>Sandbox: no money moves here</small><h1>%s</h1><p>%s: <strong>%s</strong></p>%s</main>
    </html>
    """
        .formatted(
            escaped(shown.description()),
            escaped(amount),
            escaped(shown.status().toLowerCase(Locale.ROOT)),
            open ? buttons : "<p>You can close this page.</p>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
