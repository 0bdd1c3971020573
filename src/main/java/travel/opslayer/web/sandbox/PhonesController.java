package travel.opslayer.web.sandbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import travel.opslayer.channel.Channels;
import travel.opslayer.channel.MalformedPayload;
import travel.opslayer.channel.sandbox.SandboxMedia;
import travel.opslayer.inbox.Inbox;
import travel.opslayer.inbox.NotKept;
import travel.opslayer.message.Alias;
import travel.opslayer.message.DeliveryStatus;
import travel.opslayer.message.InboundEvent;
import travel.opslayer.time.Ids;

/** The phones of the sandbox: what people write, what they see, what their phones report. */
@Controller("/sandbox")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
final class PhonesController {

  private final Channels channels;
  private final Inbox inbox;
  private final PhoneRepository phones;
  private final SandboxMedia media;
  private final ObjectMapper json;
  private final Ids ids;
  private final InstantSource clock;

  PhonesController(
      Channels channels,
      Inbox inbox,
      PhoneRepository phones,
      SandboxMedia media,
      ObjectMapper json,
      Ids ids,
      InstantSource clock) {
    this.channels = channels;
    this.inbox = inbox;
    this.phones = phones;
    this.media = media;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** A person writes to the business number; the same id again is a redelivery. */
  @Post("/messages")
  HttpResponse<?> write(@Body Map<String, Object> message) throws IOException {
    var full = new LinkedHashMap<>(message);
    full.putIfAbsent("id", ids.next().toString());
    full.putIfAbsent("sentAt", clock.instant().toString());
    var line = channels.first();
    try {
      media.keep(full);
      var body = json.writeValueAsBytes(full);
      inbox.keep(line, body, line.channel().parse(body));
      return HttpResponse.accepted().body(Map.of("id", full.get("id")));
    } catch (MalformedPayload | IllegalArgumentException e) {
      return Problem.of(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    } catch (NotKept e) {
      return Problem.of(
          HttpStatus.SERVICE_UNAVAILABLE, "It could not be kept. Maybe send it once more.");
    }
  }

  /** What that person's phone shows, in order. */
  @Get("/messages")
  HttpResponse<?> read(@QueryValue String to, @Nullable @QueryValue String after) {
    if (to.chars().noneMatch(Character::isDigit)) {
      return Problem.of(
          HttpStatus.BAD_REQUEST, "There is no phone number in to. Maybe write +34600000101.");
    }
    return HttpResponse.ok(phones.shown(channels.first().tenant(), Alias.phone(to), after));
  }

  /** A delivery report. */
  @Post("/statuses")
  HttpResponse<?> report(@Body Map<String, Object> report) throws IOException {
    var id = report.get("id");
    var word = String.valueOf(report.get("status"));
    var status = DeliveryStatus.of(word);
    if (id == null || status.isEmpty()) {
      return Problem.of(
          HttpStatus.BAD_REQUEST,
          "The status (%s) or the id is missing or unknown. Maybe delivered, read or failed."
              .formatted(word));
    }
    var code = report.get("code");
    var event =
        new InboundEvent.Status(
            String.valueOf(id),
            String.valueOf(id),
            word,
            status.get(),
            clock.instant(),
            code == null ? null : String.valueOf(code));
    inbox.keep(channels.first(), json.writeValueAsBytes(report), List.of(event));
    return HttpResponse.accepted();
  }
}
