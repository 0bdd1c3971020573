package travel.opslayer.web.simulator;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.UUID;
import travel.opslayer.channel.Channels;
import travel.opslayer.decision.rows.PastReleases;
import travel.opslayer.message.Alias;
import travel.opslayer.web.sandbox.Problem;

/** What the page of the simulator reads: it asks nobody who they are, for its data is made up. */
@Controller("/simulator")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "whatsapp.provider", value = "sandbox", defaultValue = "sandbox")
final class LooksController {

  private final Channels channels;
  private final PeopleRepository people;
  private final ChatRepository chats;
  private final DecisionsRepository decisions;
  private final OfficeWall wall;
  private final PastReleases releases;

  LooksController(
      Channels channels,
      PeopleRepository people,
      ChatRepository chats,
      DecisionsRepository decisions,
      OfficeWall wall,
      PastReleases releases) {
    this.channels = channels;
    this.people = people;
    this.chats = chats;
    this.decisions = decisions;
    this.wall = wall;
    this.releases = releases;
  }

  /** What hangs on the wall of the office: the clock, and whether the rules are well. */
  @Get("/office")
  Office office() {
    return wall.look();
  }

  @Get("/people")
  List<Somebody> people() {
    return people.all(channels.first().tenant());
  }

  /** Both directions, in order, as far as they are known by now. */
  @Get("/chat")
  HttpResponse<?> chat(@QueryValue String phone) {
    if (!phone.matches("\\+?[0-9]{7,15}")) {
      return Problem.of(
          HttpStatus.BAD_REQUEST, "That is no phone number. Maybe write it like +34600000101.");
    }
    return HttpResponse.ok(chats.of(channels.first(), Alias.phone(phone)));
  }

  @Get("/decisions/{id}")
  HttpResponse<?> decision(@PathVariable UUID id) {
    var found = decisions.find(channels.first().tenant(), id);
    return found.isPresent() ? HttpResponse.ok(found.get()) : unknown(id);
  }

  /** What nearly counted for a decision, and what would have made it another one. */
  @Get("/decisions/{id}/otherwise")
  HttpResponse<?> otherwise(@PathVariable UUID id) {
    var tenant = channels.first().tenant();
    var taken = decisions.taken(tenant, id);
    if (taken.isEmpty()) {
      return unknown(id);
    }
    var past = releases.find(tenant, taken.get().release());
    return past.isPresent()
        ? HttpResponse.ok(Otherwise.of(past.get(), taken.get().facts()))
        : Problem.of(
            HttpStatus.CONFLICT,
            "The rules of then name words that are gone, such as a text. Maybe bring them back to"
                + " ask again; what they said stands above.");
  }

  private static HttpResponse<?> unknown(UUID id) {
    return Problem.of(HttpStatus.NOT_FOUND, "There is no decision (%s).".formatted(id));
  }
}
