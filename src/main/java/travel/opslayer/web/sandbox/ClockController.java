package travel.opslayer.web.sandbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Channels;
import travel.opslayer.channel.sandbox.SandboxFaults;
import travel.opslayer.channel.sandbox.SandboxRepository;
import travel.opslayer.operations.Settling;
import travel.opslayer.tenant.Tenants;
import travel.opslayer.time.ServiceClock;

/** The sandbox's clock and faults, and waiting until all is done. */
@Controller("/sandbox")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
final class ClockController {

  private static final long PATIENCE_MILLIS = 30_000;

  private final ServiceClock clock;
  private final SandboxRepository kept;
  private final SandboxFaults faults;
  private final Settling settling;
  private final Tenants tenants;

  ClockController(
      ServiceClock clock,
      SandboxRepository kept,
      SandboxFaults faults,
      Settling settling,
      Tenants tenants) {
    this.clock = clock;
    this.kept = kept;
    this.faults = faults;
    this.settling = settling;
    this.tenants = tenants;
  }

  @Get("/clock")
  Map<String, String> now() {
    var zone = tenants.get(Channels.FIRST_TENANT).zone();
    return Map.of("now", clock.instant().atZone(zone).toOffsetDateTime().toString());
  }

  /** Due timers run before the answer returns. */
  @Post("/clock")
  HttpResponse<?> move(@Body Map<String, String> wanted) throws InterruptedException {
    var to = time(wanted);
    if (to == null) {
      return Problem.of(
          HttpStatus.BAD_REQUEST,
          "There is no time to move to. Maybe now with 2026-11-08T20:31:00+05:45, or advance with"
              + " PT2H.");
    }
    clock.moveTo(to);
    kept.moved(clock.ahead());
    settling.due(PATIENCE_MILLIS);
    return HttpResponse.ok(now());
  }

  /** Returns when inbox, outbox and due timers are empty. */
  @Post("/settle")
  HttpResponse<?> settle() throws InterruptedException {
    var left = settling.settle(PATIENCE_MILLIS);
    return left.isEmpty()
        ? HttpResponse.ok(Map.of("settled", true))
        : Problem.of(HttpStatus.GATEWAY_TIMEOUT, "Not done yet: " + left);
  }

  @Post("/fault")
  HttpResponse<?> fault(@Body Map<String, Object> fault) {
    var kind = String.valueOf(fault.get("send"));
    if (!SandboxFaults.KINDS.contains(kind)) {
      return Problem.of(
          HttpStatus.BAD_REQUEST,
          "The fault (%s) is unknown. Maybe one of %s."
              .formatted(kind, String.join(", ", SandboxFaults.KINDS)));
    }
    faults.set(kind, fault.get("times") instanceof Number times ? times.intValue() : 1);
    return HttpResponse.ok(Map.of("send", kind));
  }

  private @Nullable Instant time(Map<String, String> wanted) {
    try {
      var now = wanted.get("now");
      var advance = wanted.get("advance");
      return now != null
          ? OffsetDateTime.parse(now).toInstant()
          : advance == null ? null : clock.instant().plus(Duration.parse(advance));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
